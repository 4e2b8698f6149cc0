"""Every kind of paper against NĐ 30/2020, Phụ lục I: each row of its tables read back from the PDF."""

import functools

import pytest

from documents.pdf import render
from tests.documents.conformity.controls import PLACES, SELECTORS, SIZES, WORDS
from tests.documents.conformity.kinds import CASES, RED
from tests.documents.conformity.printed import Printed
from tests.documents.conformity.rows import COMPONENTS, RULES, asked, faults

pytestmark = pytest.mark.pure


# (bold, italic) → what to print it in instead.
WRONG_FACE = {
    (False, False): "font-style: italic",
    (True, False): "font-weight: normal",
    (False, True): "font-style: normal",
    (True, True): "font-weight: normal",
}


@functools.cache
def printed(name: str, style: str = "", old: str = "", new: str = "") -> Printed:
    """The paper of a case; with a style put after the stylesheet, or with `old` in its HTML replaced."""
    case = CASES[name]
    html = render.render_html(case.template, case.paper)
    assert old in html
    pdf = render.pdf_from_html(html.replace(old, new) if old else html, render.stylesheet(), style)
    return Printed(case, pdf)


@pytest.mark.parametrize("name", CASES)
def test_paper_keeps_every_row_of_the_format(name):
    assert faults(printed(name)) == []


def test_paper_has_the_pages_it_was_made_for():
    wanted = {name: case.pages for name, case in CASES.items() if case.pages}
    assert {name: len(printed(name).pages) for name in wanted} == wanted


def found(name: str, *wrong: str) -> list[str]:
    """The faults of a paper printed with something wrong; a sheet that is not kept is not cached."""
    return faults(printed.__wrapped__(name, *wrong))


@pytest.mark.parametrize("name", COMPONENTS)
def test_size_out_of_its_row_is_caught_there_only(name):
    case, selector = SELECTORS[name]
    wrong = f"{selector} {{ font-size: {SIZES.get(name, 11)}pt !important }}"
    assert found(case, wrong) == [f"{name}: cỡ chữ"]


@pytest.mark.parametrize("name", COMPONENTS)
def test_face_out_of_its_row_is_caught_there_only(name):
    case, selector = SELECTORS[name]
    wrong = WRONG_FACE[COMPONENTS[name].face]
    assert found(case, f"{selector} {{ {wrong} !important }}") == [f"{name}: kiểu chữ"]


@pytest.mark.parametrize("name", [name for name, row in COMPONENTS.items() if row.capitals])
def test_small_letters_where_capitals_belong_are_caught_there_only(name):
    case, selector = SELECTORS[name]
    assert found(case, f"{selector} {{ text-transform: lowercase }}") == [f"{name}: chữ hoa"]


@pytest.mark.parametrize("name", [name for name, row in COMPONENTS.items() if row.colour == RED])
def test_black_where_red_belongs_is_caught_there_only(name):
    case, selector = SELECTORS[name]
    assert found(case, f"{selector} {{ color: #000 }}") == [f"{name}: màu"]


@pytest.mark.parametrize("rule", PLACES)
def test_place_out_of_its_row_is_caught_there_only(rule):
    case, style = PLACES[rule]
    assert found(case, style) == [rule]


@pytest.mark.parametrize("rule", WORDS)
def test_words_out_of_their_row_are_caught_there_only(rule):
    case, old, new = WORDS[rule]
    assert found(case, "", old, new) == [rule]


def test_every_row_has_its_control_and_its_paper():
    assert set(PLACES) | set(WORDS) == set(RULES)
    assert set(SELECTORS) == set(COMPONENTS)
    unasked = [name for name, rule in RULES.items() if not any(asked(rule, printed(case)) for case in CASES)]
    assert unasked == []
