"""Every kind of paper against NĐ 30/2020, Phụ lục I: each row of its tables read back from the PDF."""

import functools
from collections.abc import Iterable

import pytest

from documents.pdf import render
from tests.documents.conformity.components import RED
from tests.documents.conformity.controls import PLACES, SELECTORS, SIZES, WORDS
from tests.documents.conformity.kinds import CASES
from tests.documents.conformity.printed import Printed
from tests.documents.conformity.rows import COMPONENTS, RULES, asked, faults
from tests.documents.pdfread import printed_once

pytestmark = pytest.mark.pure


# (bold, italic) → what to print it in instead.
WRONG_FACE = {
    (False, False): "font-style: italic",
    (True, False): "font-weight: normal",
    (False, True): "font-style: normal",
    (True, True): "font-weight: normal",
}


@functools.cache
def printed(name: str, style: str = "", words: tuple[tuple[str, str], ...] = ()) -> Printed:
    """The paper of a case; with a style put after the stylesheet, or with pieces of its HTML replaced."""
    case = CASES[name]
    if not style and not words:
        return Printed(case, printed_once(case.template, case.paper))
    html = render.render_html(case.template, case.paper)
    for old, new in words:
        assert old in html
        html = html.replace(old, new)
    return Printed(case, render.pdf_from_html(html, render.stylesheet(), style))


@pytest.mark.parametrize("name", CASES)
def test_paper_keeps_every_row_of_the_format(name):
    assert faults(printed(name)) == []


def test_paper_has_the_pages_it_was_made_for():
    wanted = {name: case.pages for name, case in CASES.items() if case.pages}
    assert {name: len(printed(name).pages) for name in wanted} == wanted


def found(name: str, styles: Iterable[str] = (), words: Iterable[tuple[str, str]] = ()) -> list[str]:
    """The faults of a paper printed with something wrong; a sheet that is not kept is not cached."""
    return sorted(faults(printed.__wrapped__(name, "\n".join(styles), tuple(words))))


def by_paper(wanted) -> list[tuple[str, list[str]]]:
    """(paper, its components that are wanted): all of one paper are printed wrong at once."""
    papers = dict.fromkeys(paper for paper, _ in SELECTORS.values())
    rows = {
        paper: [name for name, row in COMPONENTS.items() if SELECTORS[name][0] == paper and wanted(row)]
        for paper in papers
    }
    return [(paper, names) for paper, names in rows.items() if names]


def styled(names: list[str], declaration) -> list[str]:
    return [f"{SELECTORS[name][1]} {{ {declaration(name)} }}" for name in names]


@pytest.mark.parametrize("paper, names", by_paper(lambda row: True))
def test_size_out_of_its_row_is_caught_there_only(paper, names):
    wrong = styled(names, lambda name: f"font-size: {SIZES.get(name, 11)}pt !important")
    assert found(paper, wrong) == sorted(f"{name}: cỡ chữ" for name in names)


@pytest.mark.parametrize("paper, names", by_paper(lambda row: True))
def test_face_out_of_its_row_is_caught_there_only(paper, names):
    wrong = styled(names, lambda name: f"{WRONG_FACE[COMPONENTS[name].face]} !important")
    assert found(paper, wrong) == sorted(f"{name}: kiểu chữ" for name in names)


@pytest.mark.parametrize("paper, names", by_paper(lambda row: row.capitals))
def test_small_letters_where_capitals_belong_are_caught_there_only(paper, names):
    wrong = styled(names, lambda name: "text-transform: lowercase")
    assert found(paper, wrong) == sorted(f"{name}: chữ hoa" for name in names)


@pytest.mark.parametrize("paper, names", by_paper(lambda row: row.colour == RED))
def test_black_where_red_belongs_is_caught_there_only(paper, names):
    wrong = styled(names, lambda name: "color: #000")
    assert found(paper, wrong) == sorted(f"{name}: màu" for name in names)


@pytest.mark.parametrize("paper, styles", PLACES)
def test_place_out_of_its_row_is_caught_there_only(paper, styles):
    assert found(paper, styles.values()) == sorted(styles)


@pytest.mark.parametrize("paper, words", WORDS)
def test_words_out_of_their_row_are_caught_there_only(paper, words):
    assert found(paper, words=words.values()) == sorted(words)


def test_every_row_has_its_control_and_its_paper():
    rules = [rule for _, wrong in [*PLACES, *WORDS] for rule in wrong]
    assert sorted(rules) == sorted(RULES)
    assert set(SELECTORS) == set(COMPONENTS)
    unasked = [name for name, rule in RULES.items() if not any(asked(rule, printed(case)) for case in CASES)]
    assert unasked == []
