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
