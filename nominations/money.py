"""The money that goes with an award."""

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
