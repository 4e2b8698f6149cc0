"""The regimes one after another: one for each day, from the first on."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """A regime's days, both counted in; no last day while it is in force."""

    name: str
    first: dt.date
    last: dt.date | None = None


def faults(spans: Iterable[Span]) -> list[str]:
    """Overlaps and gaps, in sentences."""
    ordered = sorted(spans, key=lambda span: span.first)
    return [fault for one, following in pairwise(ordered) if (fault := between(one, following))]


def between(one: Span, following: Span) -> str:
    """What is wrong between two that follow each other."""
    if one.last is None or one.last >= following.first:
        until = f"đến hết {one.last:%d/%m/%Y}" if one.last else "không có ngày kết thúc"
        return (
            f"“{one.name}” ({until}) chồng lên “{following.name}” (từ {following.first:%d/%m/%Y}): "
            "mỗi ngày chỉ có một chế độ."
        )
    if one.last + DAY < following.first:
        return (
            f"Từ {one.last + DAY:%d/%m/%Y} đến hết {following.first - DAY:%d/%m/%Y} không có chế độ nào, "
            f"giữa “{one.name}” và “{following.name}”."
        )
    return ""
