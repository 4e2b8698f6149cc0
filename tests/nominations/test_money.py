from decimal import Decimal

import pytest

from nominations.money import Due, bonus, paid

pytestmark = pytest.mark.pure

BASES = (1_490_000, 1_800_000, 2_340_000, 2_530_000)
AMOUNTS = {
    "0.15": (230_000, 270_000, 360_000, 380_000),
    "0.3": (450_000, 540_000, 710_000, 760_000),
    "0.45": (680_000, 810_000, 1_060_000, 1_140_000),
    "0.6": (900_000, 1_080_000, 1_410_000, 1_520_000),
    "0.8": (1_200_000, 1_440_000, 1_880_000, 2_030_000),
    "1.0": (1_490_000, 1_800_000, 2_340_000, 2_530_000),
    "1.5": (2_240_000, 2_700_000, 3_510_000, 3_800_000),
    "2.0": (2_980_000, 3_600_000, 4_680_000, 5_060_000),
    "3.0": (4_470_000, 5_400_000, 7_020_000, 7_590_000),
    "3.5": (5_220_000, 6_300_000, 8_190_000, 8_860_000),
    "4.5": (6_710_000, 8_100_000, 10_530_000, 11_390_000),
    "7.0": (10_430_000, 12_600_000, 16_380_000, 17_710_000),
    "8.0": (11_920_000, 14_400_000, 18_720_000, 20_240_000),
    "12.0": (17_880_000, 21_600_000, 28_080_000, 30_360_000),
}


@pytest.mark.parametrize("coefficient", AMOUNTS)
def test_bonus_is_rounded_up_to_ten_thousand(coefficient):
    assert tuple(bonus(Decimal(coefficient), base) for base in BASES) == AMOUNTS[coefficient]


def test_bonus_refuses_a_float():
    with pytest.raises(TypeError, match="never a float"):
        bonus(0.3, 2_340_000)


def due(
    key: int, category: str = "danh_hieu", *, amount: int, period: int = 2026, achievement: int = 1
) -> Due:
    return Due(key, "Ông A", category, period, achievement, amount)


@pytest.mark.parametrize(
    ("dues", "chosen"),
    [
        # Two titles of one year: the higher; of two years: both.
        ([due(1, amount=760_000), due(2, amount=2_530_000)], {1: 2, 2: 2}),
        ([due(1, amount=760_000, period=2025), due(2, amount=2_530_000)], {1: 1, 2: 2}),
        # Two forms for one achievement: the higher; for two achievements: both.
        ([due(1, "hinh_thuc", amount=760_000), due(2, "hinh_thuc", amount=3_800_000)], {1: 2, 2: 2}),
        (
            [due(1, "hinh_thuc", amount=760_000), due(2, "hinh_thuc", amount=760_000, achievement=2)],
            {1: 1, 2: 2},
        ),
        # A title and a form of one year: both. Equal ones: the first.
        ([due(1, amount=2_530_000), due(2, "hinh_thuc", amount=760_000)], {1: 1, 2: 2}),
        ([due(1, amount=760_000), due(2, amount=760_000)], {1: 1, 2: 1}),
    ],
)
def test_only_the_highest_of_one_period_or_achievement_is_paid(dues, chosen):
    assert paid(dues) == chosen


def test_awards_of_two_people_never_stand_in_for_each_other():
    other = Due(2, "Bà B", "danh_hieu", 2026, 1, 5_000_000)
    assert paid([due(1, amount=760_000), other]) == {1: 1, 2: 2}


@pytest.mark.parametrize("base", BASES)
def test_collective_is_twice_and_household_half_more_than_a_person(base):
    """NĐ 152/2025: 0.3 / 0.6 / 0.45; each rounded up by itself."""
    steps = (Decimal("0.3"), Decimal("0.6"), Decimal("0.45"))
    person, collective, household = (bonus(step, base) for step in steps)
    assert 2 * person - 10_000 <= collective <= 2 * person
    assert person < household < collective
