"""A plan prints the words of its source: all of them, in order, in their own letter case, nothing else."""

import functools

import pytest

from tests.documents import papers
from tests.documents.pdfread import missing, page_texts, printed_once, words

pytestmark = pytest.mark.pure

NAMES = ["000", "001", "002", "003", "004"]
NATION = words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập Tự do Hạnh phúc")
# The form's own words round a blank, where the source has neither number nor date.
BLANKS = words("Số ngày tháng năm")


def printed(paper: dict) -> list[str]:
    """The words of the PDF, without page numbers."""
    first, *others = page_texts(printed_once("plan.html", paper))
    found = words(first)
    for number, text in enumerate(others, start=2):
        *body, last = words(text)  # the margin is drawn after the text
        assert last == str(number)
        found += body
    return found


@functools.cache
def imported(name: str) -> tuple[dict, list[str]]:
    """One of the five: its JSON, the words of its PDF."""
    data, paper = papers.imported(name)
    return data, printed(paper)


def source(name: str, data: dict) -> list[str]:
    """The words of the text, less what the notes mark as left out."""
    found = words((papers.PLANS / f"{name}.txt").read_text(encoding="utf-8"))
    for note in data["notes"]:
        if note["kind"] == "left_out":
            left = words(note["text"])
            at = next(i for i in range(len(found)) if found[i : i + len(left)] == left)
            del found[at : at + len(left)]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_plan_contains_the_words_of_its_source_in_order(name):
    data, found = imported(name)
    assert missing(source(name, data), found) == []


@pytest.mark.parametrize("name", NAMES)
def test_plan_adds_only_the_nation_and_the_words_round_blanks(name):
    data, found = imported(name)
    added = list(found)
    for word in source(name, data):
        added.remove(word)
    blanks = BLANKS if name in {"001", "004"} else []
    assert sorted(added) == sorted(NATION + blanks)


def test_source_with_a_word_more_is_missed():
    data, found = imported("002")
    words_more = [*source("002", data)[:50], "Thêm", *source("002", data)[50:]]
    assert missing(words_more, found)[0] == "Thêm"


def test_changing_one_word_of_one_clause_changes_that_word_only():
    before = imported("002")[1]
    _, paper = papers.imported("002")
    changed = next(entry for entry in paper["clauses"] if entry["path"] == "III.1")
    changed["text"] = changed["text"].replace("07", "09")
    after = printed(paper)
    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [("07", "09")]


def test_words_of_an_imported_plan_keep_their_letter_case():
    paper = papers.plan(0, clauses=[papers.clause("I.", "Mục đích, YÊU cầu", None)], title="phát Động")
    found = printed(paper)
    assert missing(words("phát Động Mục đích YÊU cầu"), found) == []
