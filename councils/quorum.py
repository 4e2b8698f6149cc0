"""When a council may decide: counted on all its members, by whole numbers."""

import math
from decimal import Decimal
from fractions import Fraction

from thiduakt.errors import Refused

TWO_THIRDS = Fraction(200, 3)  # in percent
Percent = int | Decimal | Fraction


def needed(total: int, numerator: int, denominator: int) -> int:
    """The least number of members that reaches a share of all: 2/3 of 11 → 8."""
    return -(-total * numerator // denominator)


def needed_percent(total: int, percent: Percent) -> int:
    """The same for a share in percent: 80 % of 11 → 9; `TWO_THIRDS` is a percent too."""
    return math.ceil(Fraction(percent) * total / 100)


def quorum_met(total: int, present: int, written: int, percent: Percent) -> bool:
    """Members present and members who sent a written opinion count together (NĐ 98/2023, Điều 30).

    Raises `Refused` when they are more than the council has.
    """
    if present + written > total:
        raise Refused(
            f"Số thành viên có mặt ({present}) và gửi ý kiến bằng văn bản ({written}) "
            f"nhiều hơn tổng số thành viên Hội đồng ({total})."
        )
    return total > 0 and present + written >= needed_percent(total, percent)
