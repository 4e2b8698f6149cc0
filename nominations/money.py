"""The money that goes with an award."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

TEN_THOUSAND = Decimal(10_000)


def bonus(coefficient: Decimal, base: int) -> int:
    """Đồng: coefficient × base salary of the decision's day, rounded up to 10 000 (NĐ 152/2025, Điều 49).

    A float coefficient is a TypeError: 0.3 × 2 340 000 must be exactly 702 000 before it is rounded.
    """
    if isinstance(coefficient, float):
        raise TypeError("the coefficient of a bonus is a Decimal, never a float")
    steps = (Decimal(coefficient) * base / TEN_THOUSAND).to_integral_value(rounding=ROUND_CEILING)
    return int(steps * TEN_THOUSAND)


TITLE, FORM = "danh_hieu", "hinh_thuc"


@dataclass(frozen=True)
class Due:
    """The money of one award: `of` whom, for which `period` (of a title) or `achievement` (of a form)."""

    key: Hashable
    of: Hashable
    category: str
    period: Hashable
    achievement: Hashable
    bonus: int


def paid(dues: Iterable[Due]) -> dict[Hashable, Hashable]:
    """Each award by key with the key of the one that is paid for it: its own, or that of the highest.

    Several titles of one period, several forms for one achievement: only the highest is paid, the first
    of equal ones. Titles of different periods, forms for different achievements, a title and a form: all
    (NĐ 152/2025/NĐ-CP, Điều 49 khoản 5–7; Luật 06/2022/QH15, Điều 5).
    """
    dues, best = list(dues), {}
    for due in dues:
        group = rival(due)
        if group not in best or due.bonus > best[group].bonus:
            best[group] = due
    return {due.key: best[rival(due)].key for due in dues}


def rival(due: Due) -> tuple:
    return due.of, due.category, due.period if due.category == TITLE else due.achievement
