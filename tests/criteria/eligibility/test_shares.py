from decimal import Decimal

import pytest

from criteria.eligibility.shares import percent_above, percent_ceil, percent_floor, within_cap

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(("base", "most"), [(47, 7), (13, 1), (6, 0), (20, 3), (100, 15), (0, 0)])
def test_cap_of_fifteen_percent_is_never_rounded_up(base, most):
    assert percent_floor(15, base) == most
    assert [within_cap(15, base, taken) for taken in (most - 1, most)] == [True, False]
    assert within_cap(None, base, most)


@pytest.mark.parametrize(("base", "least"), [(9, 7), (10, 7), (11, 8), (0, 0)])
def test_seventy_percent_is_rounded_up(base, least):
    assert percent_ceil(70, base) == least


@pytest.mark.parametrize(("base", "least"), [(9, 5), (10, 6), (11, 6)])
def test_more_than_half(base, least):
    assert percent_above(50, base) == least


def test_percent_of_a_decimal_is_exact():
    assert (percent_floor(Decimal("0.7"), 1000), percent_ceil(Decimal("0.7"), 1000)) == (7, 7)
