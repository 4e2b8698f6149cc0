from decimal import Decimal

import pytest

from campaigns import quota
from campaigns.quota import Pool

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("pool", "count", "left", "short"),
    [
        (Pool(7, 4), 3, 3, 0),
        (Pool(7, 4), 4, 3, 1),
        (Pool(7, 7), 1, 0, 1),
        (Pool(0), 1, 0, 1),
        (Pool(7, 9), 0, 0, 0),
    ],
)
def test_shortage_counts_what_finds_no_slot(pool, count, left, short):
    assert quota.left(pool) == left
    assert quota.shortage(pool, count) == short
    assert quota.fits(pool, count) is (short == 0)


def test_unfilled_only_of_an_exact_number():
    assert [quota.unfilled(Pool(3, 2, kind)) for kind in quota.KINDS] == [0, 1, 0]


def test_requested_number_binds_forwarding_only():
    assert [quota.binds(Pool(1, 0, kind), forwarding=False) for kind in quota.KINDS] == [True, True, False]
    assert [quota.binds(Pool(1, 0, kind), forwarding=True) for kind in quota.KINDS] == [True, True, True]


def test_say_left():
    assert quota.say_left(Pool(7, 4)) == "còn 3/7"


@pytest.mark.parametrize(("base", "most"), [(47, 7), (13, 1), (6, 0), (20, 3), (0, 0)])
def test_percent_floor_of_fifteen(base, most):
    assert quota.percent_floor(15, base) == most


@pytest.mark.parametrize(("base", "least"), [(9, 7), (10, 7), (11, 8), (0, 0)])
def test_percent_ceil_of_seventy(base, least):
    assert quota.percent_ceil(70, base) == least


def test_percent_of_a_decimal_is_exact():
    assert quota.percent_floor(Decimal("0.7"), 1000) == 7
    assert quota.percent_ceil(Decimal("0.7"), 1000) == 7
