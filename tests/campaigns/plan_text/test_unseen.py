"""Plans that the reader was not made for: texts as offices write them, beside what a person reads in them.

Whoever changes the reader does not change these files. What is checked here is that each JSON keeps
the contract and its text.
"""

import json
import re
import unicodedata
from pathlib import Path

import pytest

from tests.campaigns.plan_contract import MEASURES, SHAPE, TEXT, facts, misfits
from tests.campaigns.test_plan_clauses import derived_paths, split_heading
from tests.campaigns.test_plan_files import DATE, printed, words

pytestmark = pytest.mark.pure

FOLDER = Path(__file__).parent / "unseen"
NUMBERS = tuple(str(number) for number in range(101, 115))
each_plan = pytest.mark.parametrize("number", NUMBERS)


def load(number):
    return json.loads((FOLDER / f"{number}.json").read_text(encoding="utf-8"))


def lines(number):
    """The written lines without the marks `*` and `#`, white space folded."""
    text = (FOLDER / f"{number}.txt").read_text(encoding="utf-8")
    text = unicodedata.normalize("NFC", re.sub(r"[*#]", "", text))
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def left_out(plan):
    return [note["text"] for note in plan["notes"] if note["kind"] == "left_out"]


def kept(number):
    """(The text without the lines left out, the lines left out that the text lacks or has in other order)."""
    wanted, text = left_out(load(number)), []
    for line in lines(number):
        if wanted and line == wanted[0]:
            wanted.pop(0)
        else:
            text.append(line)
    return " ".join(text), wanted


def compared(found):
    """Words to compare: letter case of the head and zeros before a number do not count."""
    return [str(int(word)) if word.isdecimal() else word.casefold() for word in found]


def letterhead(plan, text):
    """The issuer where the head, above the title, names it."""
    head = text.partition("KẾ HOẠCH")[0]
    return words(plan["issuer"]) if (plan["issuer"] or "").casefold() in head.casefold() else []


def test_every_text_has_its_plan():
    names = sorted(path.name for path in FOLDER.iterdir())
    assert names == [f"{number}.{kind}" for number in NUMBERS for kind in ("json", "txt")]


@each_plan
def test_unseen_plan_has_every_key_of_the_contract(number):
    plan = load(number)
    assert misfits(plan, SHAPE, "plan") == []
    assert list(plan) == list(SHAPE)


@each_plan
def test_unseen_plan_file_is_pretty_printed(number):
    written = (FOLDER / f"{number}.json").read_text(encoding="utf-8")
    assert written == unicodedata.normalize("NFC", json.dumps(load(number), ensure_ascii=False, indent=1))


@each_plan
def test_unseen_measures_and_dates_are_of_their_kind(number):
    plan = load(number)
    found = [measure for criterion in plan["criteria"] for measure in criterion["measures"]]
    shapes = [{"kind": TEXT, **MEASURES[each["kind"]]} for each in found]
    pairs = zip(found, shapes, strict=True)
    assert [misfit for each, shape in pairs for misfit in misfits(each, shape, "measure")] == []
    keys = ("dated", "from", "until", "deadline", "on", "due")
    dates = [fact[key] for fact in facts(plan) for key in keys if fact.get(key)]
    assert [date for date in dates if not DATE.fullmatch(date)] == []


@each_plan
def test_unseen_paths_follow_from_labels_and_order(number):
    clauses = load(number)["clauses"]
    assert [clause["path"] for clause in clauses] == derived_paths(clauses)
    assert len({clause["path"] for clause in clauses}) == len(clauses)


@each_plan
def test_unseen_headings_follow_the_rule(number):
    clauses = load(number)["clauses"]
    whole = [" ".join(filter(None, (clause["heading"], clause["text"]))) for clause in clauses]
    wanted = [split_heading(clause["label"], line) for clause, line in zip(clauses, whole, strict=True)]
    assert [(clause["heading"], clause["text"]) for clause in clauses] == wanted


@each_plan
def test_unseen_facts_point_at_a_clause(number):
    plan = load(number)
    paths = {clause["path"] for clause in plan["clauses"]}
    assert [fact for fact in facts(plan) if fact.get("clause") and fact["clause"] not in paths] == []
    paragraphs = {basis["paragraph"] for basis in plan["legal_bases"]} - {None}
    assert paragraphs <= set(range(len(plan["preamble"])))


@each_plan
def test_unseen_words_are_all_in_the_plan_in_order(number):
    plan = load(number)
    text, missing = kept(number)
    assert missing == []
    assert compared(words(text)) == compared([*letterhead(plan, text), *printed(plan)])


@each_plan
def test_unseen_facts_quote_their_clause(number):
    plan = load(number)
    texts = {clause["path"]: clause["text"] for clause in plan["clauses"]}
    quoting = ("targets", "criteria", "deadlines", "tasks", "rules", "objectives", "funding")
    quotes = [(fact["text"], texts[fact["clause"]]) for key in quoting for fact in plan[key]]
    # A task of a table is a cell of its row.
    assert [quote for quote, text in quotes if quote not in (text, *text.split(" | "))] == []
    # Papers listed in one sentence are parts of it.
    parts = [(part["name"], texts[part["clause"]]) for part in plan["dossier_parts"]]
    assert [name for name, text in parts if name not in text] == []


@each_plan
def test_unseen_words_as_written_stand_in_the_text(number):
    plan, (text, _) = load(number), kept(number)
    keys = ("owners_text", "due_text", "to", "authority", "exception", "reference", "change", "indicator")
    quotes = [fact[key] for fact in facts(plan) for key in keys if fact.get(key)]
    quotes += [owner for task in plan["tasks"] for owner in task["owners"]]
    quotes += [fact["text"] for fact in plan["legal_bases"]]
    quotes += [note["text"] for note in plan["notes"] if note["kind"] == "doubt"]
    quotes += [each["text"] for criterion in plan["criteria"] for each in criterion["disqualifiers"]]
    assert [quote for quote in quotes if quote not in text] == []


@each_plan
def test_unseen_lines_keep_the_marks_of_the_text(number):
    plan, (text, _) = load(number), kept(number)
    clauses = [(clause["label"], clause["heading"], clause["text"]) for clause in plan["clauses"]]
    written = [" ".join(filter(None, parts)) for parts in clauses]
    written += [plan["title"], *plan["preamble"], *plan["recipients"], *plan["signatory"]["lines"]]
    assert [line for line in written if line not in text] == []
