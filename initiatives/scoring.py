"""Scores of an initiative: a sheet filled in by each member, their average, the mark to pass."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

HUNDRED = Decimal(100)
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Line:
    """One line of a sheet: what is judged and the most points it may get."""

    key: int
    name: str
    most: Decimal


@dataclass(frozen=True)
class Tally:
    """`totals` by member; `average` of them to two decimals, None while a voter is missing."""

    totals: dict[int, Decimal]
    missing: list[int]
    average: Decimal | None

    def passes(self, pass_points: Decimal) -> bool:
        return self.average is not None and self.average >= pass_points

    def in_favour(self, pass_points: Decimal) -> int:
        """Members whose own total reaches the mark."""
        return sum(total >= pass_points for total in self.totals.values())


def tally(sheets: Mapping[int, Mapping[int, Decimal]], lines: Iterable[Line], voters: Iterable[int]) -> Tally:
    """{member: {line: points}} counted for those who may score; a half-filled sheet is a missing one.

    Sheets of members who do not take part (absent, or in their own case) are left out.
    """
    keys = {line.key for line in lines}
    whole = {member: sheet for member, sheet in sheets.items() if keys and keys <= set(sheet)}
    voters = list(voters)
    totals = {m: sum((whole[m][key] for key in keys), Decimal(0)) for m in voters if m in whole}
    missing = [member for member in voters if member not in totals]
    average = None
    if totals and not missing:
        average = (sum(totals.values(), Decimal(0)) / len(totals)).quantize(CENT, ROUND_HALF_UP)
    return Tally(totals, missing, average)


def faults(points: Mapping[int, Decimal | None], lines: Iterable[Line]) -> list[str]:
    """What is wrong with one filled sheet, in sentences: every line has points from 0 to its most."""
    found = []
    for line in lines:
        given = points.get(line.key)
        if given is None:
            found.append(f"Chưa cho điểm “{line.name}”.")
        elif not 0 <= given <= line.most:
            found.append(f"“{line.name}”: cho từ 0 đến {plain(line.most)} điểm, đang ghi {plain(given)}.")
    return found


def share_faults(shares: Iterable[Decimal]) -> str | None:
    """Contributions of the authors are each above 0 and 100 % together; a sentence when they are not."""
    shares = list(shares)
    if any(share <= 0 for share in shares):
        return "Tỷ lệ đóng góp của mỗi tác giả phải lớn hơn 0%."
    total = sum(shares, Decimal(0))
    if total == HUNDRED:
        return None
    return f"Tỷ lệ đóng góp của các tác giả cộng lại là {plain(total)}%, phải đúng 100%."


def plain(number: Decimal) -> str:
    """`33,5`, `100`: no useless zeros, a decimal comma."""
    return f"{number.normalize():f}".replace(".", ",")
