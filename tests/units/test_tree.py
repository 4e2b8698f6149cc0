import datetime as dt

import pytest

from thiduakt.errors import Refused
from units.tree import AncestorSpan, Inheritance, Link, closure, heirs

pytestmark = pytest.mark.pure

Y2020, Y2023 = dt.date(2020, 1, 1), dt.date(2023, 1, 1)
LAST_OF_HUYEN, REFORM = dt.date(2025, 6, 30), dt.date(2025, 7, 1)


def test_closure_of_nothing():
    assert closure([]) == []


def test_closure_climbs_to_the_top():
    links = [Link("phòng", "huyện", Y2020), Link("huyện", "tỉnh", Y2020)]
    assert closure(links) == [
        AncestorSpan("phòng", "huyện", 1, Y2020),
        AncestorSpan("phòng", "tỉnh", 2, Y2020),
        AncestorSpan("huyện", "tỉnh", 1, Y2020),
    ]


def test_closure_keeps_the_days_on_which_the_whole_chain_held():
    links = [Link("phòng", "huyện", Y2023), Link("huyện", "tỉnh", Y2020, LAST_OF_HUYEN)]
    assert closure(links) == [
        AncestorSpan("phòng", "huyện", 1, Y2023),
        AncestorSpan("phòng", "tỉnh", 2, Y2023, LAST_OF_HUYEN),
        AncestorSpan("huyện", "tỉnh", 1, Y2020, LAST_OF_HUYEN),
    ]


def test_closure_of_a_unit_that_moved_to_another_parent():
    links = [
        Link("xã", "huyện", Y2020, LAST_OF_HUYEN),
        Link("xã", "tỉnh", REFORM),
        Link("huyện", "tỉnh", Y2020),
    ]
    assert closure(links) == [
        AncestorSpan("xã", "huyện", 1, Y2020, LAST_OF_HUYEN),
        AncestorSpan("xã", "tỉnh", 1, REFORM),
        AncestorSpan("xã", "tỉnh", 2, Y2020, LAST_OF_HUYEN),
        AncestorSpan("huyện", "tỉnh", 1, Y2020),
    ]


def test_closure_leaves_out_chains_that_never_held_together():
    links = [Link("phòng", "huyện", REFORM), Link("huyện", "tỉnh", Y2020, LAST_OF_HUYEN)]
    assert closure(links) == [
        AncestorSpan("phòng", "huyện", 1, REFORM),
        AncestorSpan("huyện", "tỉnh", 1, Y2020, LAST_OF_HUYEN),
    ]


def test_closure_counts_the_last_day():
    links = [Link("a", "b", LAST_OF_HUYEN), Link("b", "c", Y2020, LAST_OF_HUYEN)]
    assert AncestorSpan("a", "c", 2, LAST_OF_HUYEN, LAST_OF_HUYEN) in closure(links)


@pytest.mark.parametrize(
    ("links", "shown"),
    [
        ([Link("a", "a", Y2020)], "A → A"),
        ([Link("a", "b", Y2020), Link("b", "a", Y2023)], "A → B → A"),
        ([Link("x", "a", Y2020), Link("a", "b", Y2020), Link("b", "a", Y2020)], "A → B → A"),
    ],
)
def test_closure_refuses_a_cycle(links, shown):
    with pytest.raises(Refused) as refused:
        closure(links, name=str.upper)
    assert str(refused.value) == (
        f"Một đơn vị không thể trực thuộc chính mình, kể cả qua đơn vị khác: {shown}."
    )


def test_closure_allows_parents_that_change_places_over_time():
    links = [Link("a", "b", Y2020, LAST_OF_HUYEN), Link("b", "a", REFORM)]
    assert closure(links) == [
        AncestorSpan("a", "b", 1, Y2020, LAST_OF_HUYEN),
        AncestorSpan("b", "a", 1, REFORM),
    ]


def step(unit: str, heir: str, since=REFORM) -> Inheritance:
    return Inheritance(unit, heir, since)


def test_heirs_follow_every_way_from_its_latest_step():
    steps = [step("A", "B", Y2020), step("B", "C", Y2023), step("B", "D")]
    assert sorted(heirs(steps), key=lambda row: (row.unit, row.heir)) == [
        step("A", "B", Y2020),
        step("A", "C", Y2023),
        step("A", "D"),
        step("B", "C", Y2023),
        step("B", "D"),
    ]


def test_heirs_by_two_ways_begin_with_the_earlier():
    steps = [step("A", "B", Y2020), step("B", "D"), step("A", "C", Y2020), step("C", "D", Y2023)]
    assert [row.since for row in heirs(steps) if (row.unit, row.heir) == ("A", "D")] == [Y2023]


def test_heirs_of_a_unit_that_comes_back_are_others():
    steps = [step("A", "B", Y2020), step("B", "A", Y2023)]
    assert sorted((row.unit, row.heir) for row in heirs(steps)) == [("A", "B"), ("B", "A")]
