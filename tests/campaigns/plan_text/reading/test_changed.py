"""The five plans changed by program: the JSON changes as the text did, and is compared whole."""

import pytest

from campaigns.plan_text.reading import read_plan
from tests.campaigns.plan_contract import NUMBERS

from . import changes
from .test_plan import by_hand, text_of
from .test_unseen import FOLDER, NAMES
from .test_unseen import by_hand as by_a_person

pytestmark = pytest.mark.pure

WITH_ROMANS = ("000", "001", "002", "004")
NOTHING = [
    changes.without_markup,
    changes.with_markup,
    changes.wrapped,
    changes.wrapped_wide,
    changes.without_blank_lines,
    changes.double_spaced,
    changes.indented,
    changes.tabs_behind_labels,
    changes.crlf,
    changes.decomposed,
    changes.hard_blanks,
    str.strip,
]


def read(text):
    plan = read_plan(text)
    del plan["notes"]
    return plan


@pytest.mark.parametrize("change", NOTHING)
@pytest.mark.parametrize("number", NUMBERS)
def test_layout_changes_nothing(number, change):
    assert read(change(text_of(number))) == by_hand(number)


@pytest.mark.parametrize("change", NOTHING)
@pytest.mark.parametrize("name", NAMES)
def test_layout_changes_nothing_in_plans_never_seen(name, change):
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert read(change(text)) | {"notes": []} == by_a_person(name) | {"notes": []}


@pytest.mark.parametrize("number", NUMBERS)
def test_other_names_are_read(number):
    assert read(changes.other_names(text_of(number))) == changes.on_strings(changes.other_names)(
        by_hand(number)
    )


@pytest.mark.parametrize("number", NUMBERS)
def test_other_numbers_and_days_are_read(number):
    assert read(changes.other_numbers(text_of(number))) == changes.other_numbers_of_plan(by_hand(number))


@pytest.mark.parametrize("number", NUMBERS)
def test_other_years_are_read(number):
    assert read(changes.later(text_of(number))) == changes.later_plan(by_hand(number))


@pytest.mark.parametrize("number", WITH_ROMANS)
def test_arabic_labels_are_read_like_roman_ones(number):
    assert read(changes.arabic(text_of(number))) == changes.arabic_plan(by_hand(number))


@pytest.mark.parametrize("number", WITH_ROMANS)
def test_sections_numbered_like_what_stands_in_them_are_read(number):
    assert read(changes.plain_arabic(text_of(number))) == changes.plain_arabic_plan(by_hand(number))


@pytest.mark.parametrize("number", ("000", "002", "004"))
def test_sections_in_another_order_are_read(number):
    assert read(changes.swapped(text_of(number))) == changes.swapped_plan(by_hand(number))


@pytest.mark.parametrize("number", NUMBERS)
def test_several_changes_at_once_are_read(number):
    text = changes.decomposed(
        changes.wrapped(changes.with_markup(changes.other_names(changes.later(text_of(number)))))
    )
    expected = changes.on_strings(changes.other_names)(changes.later_plan(by_hand(number)))
    assert read(text) == expected
