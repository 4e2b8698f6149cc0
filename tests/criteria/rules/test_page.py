import pytest

from criteria.rules.page import page
from criteria.rules.words import read, written
from thiduakt.settings import BASE_DIR

from .rows import CATALOGUE

pytestmark = pytest.mark.pure


def test_page_for_jurists_is_current():
    """After a change of the catalogue: manage.py criteria_page --file -o docs/criteria.md"""
    assert (BASE_DIR / "docs" / "criteria.md").read_text(encoding="utf-8") == page(CATALOGUE)


@pytest.mark.parametrize(
    ("key", "typed", "parameters"),
    [
        ("share_with_title", "danh hiệu=LDTT; tỷ lệ=70", {"award": "LDTT", "percent": 70}),
        (
            "share_with_title",
            "danh hiệu=LDTT; tỷ lệ=0,5; trên=có",
            {"award": "LDTT", "percent": 0.5, "above": True},
        ),
        (
            "titles_in_a_row",
            "các danh hiệu=CSTDT, CSTDB; số lần=2",
            {"awards": ["CSTDT", "CSTDB"], "times": 2},
        ),
        ("members_with_title", "danh hiệu=CSTDCS; từ mức=1", {"award": "CSTDCS", "at_least": 1}),
        ("initiative_recognised", "", {}),
    ],
)
def test_parameters_are_read_as_they_are_shown(key, typed, parameters):
    assert (read(key, typed), written(parameters)) == (parameters, typed)


def test_what_cannot_be_read_stays_as_typed():
    assert read("spirit", "a=1; lạ") == {"a": "1", "lạ": ""}
    assert read("share_with_title", "tỷ lệ=nhiều") == {"percent": "nhiều"}
