"""The repeated pieces of the pages on which a plan is written and checked."""

from types import SimpleNamespace as Row

import pytest

from campaigns.facts.checking import Mark
from campaigns.facts.kinds import Reading
from thiduakt.templatetags.outline import marked, reading_row

pytestmark = pytest.mark.pure
EVIL, SAFE = '<b>"x"&', "&lt;b&gt;&quot;x&quot;&amp;"


def test_words_of_a_plan_are_text_in_marks():
    pieces = [Mark(EVIL, "", True, (), ()), Mark(EVIL, "is-ok", False, ("a_1",), (("a_1", "A1"),))]
    assert marked(pieces) == (
        f'<strong>{SAFE}</strong><span class="spot" id="w-a_1"></span>'
        f'<mark class="is-ok">{SAFE}<a href="#r-a_1"><b>A1</b></a></mark>'
    )


def test_words_of_a_reading_are_text_and_its_row_offers_what_may_be_done():
    told = {"letter": "T", "css": "is-info", "title": EVIL, "words": EVIL, "details": (EVIL,)}
    offered = {
        (unchecked, may_edit): [
            name
            for name in ("accept", "leave_out", "kiem-tra/thoi-han/12", "Chưa xem", "Đúng<")
            if name in row(Reading(name="thoi-han_12", unchecked=unchecked, **told), may_edit)
        ]
        for unchecked in (True, False)
        for may_edit in (True, False)
    }
    assert offered == {
        (True, True): ["accept", "leave_out", "kiem-tra/thoi-han/12", "Đúng<"],
        (True, False): ["Chưa xem"],
        (False, True): ["kiem-tra/thoi-han/12", "Đúng<"],
        (False, False): ["Đúng<"],
    }
    made = row(Reading(name="thoi-han_12", unchecked=True, **told), True)
    assert made.count(SAFE) == 6
    assert EVIL not in made


def row(reading: Reading, may_edit: bool) -> str:
    return reading_row(Row(key="T1", reading=reading), "/ke-hoach/1/", may_edit=may_edit)
