"""Shares in whole people: at most 15 % of 47 is 7, at least 70 % of 9 is 7."""

import math
from decimal import Decimal
from fractions import Fraction

Percent = int | Decimal | Fraction


def percent_floor(percent: Percent, base: int) -> int:
    """The most that stays within a share: 15 % of 47 → 7 (NĐ 91/2017, Điều 9)."""
    return math.floor(share(percent, base))


def percent_ceil(percent: Percent, base: int) -> int:
    """The least that reaches a share: 70 % of 9 → 7 (Luật 06/2022/QH15, Điều 27–28)."""
    return math.ceil(share(percent, base))


def percent_above(percent: Percent, base: int) -> int:
    """The least that is more than a share: more than 50 % of 10 → 6."""
    return percent_floor(percent, base) + 1


def share(percent: Percent, base: int) -> Fraction:
    return Fraction(percent) * base / 100


def within_cap(percent: Percent | None, base: int, taken: int) -> bool:
    """Whether one more may be chosen within a share of `base`; no cap, no limit."""
    return percent is None or taken < percent_floor(percent, base)
