"""Votes: thresholds on all members of the council, and the order when more pass than may be chosen."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .quorum import Percent, needed_percent

IN, TIE, OUT = "in", "tie", "out"


@dataclass(frozen=True)
class Ranked:
    """`mark`: in, out, or tie (equal votes at the last place: the chair decides); equals share a `place`."""

    item: Any
    yes: int
    place: int
    mark: str


def votes_needed(total: int, percent: Percent) -> int:
    """Of all members, present or not (NĐ 98/2023, Điều 30 khoản 7): 90 % of 11 → 10, 80 % → 9."""
    return needed_percent(total, percent)


def passes(yes: int, total: int, percent: Percent) -> bool:
    return total > 0 and yes >= votes_needed(total, percent)


def rank(items: Iterable[tuple[Any, int]], limit: int | None) -> list[Ranked]:
    """Pairs of item and yes votes, most votes first, equal votes as given; `limit` None: no quota."""
    ordered = sorted(items, key=lambda pair: -pair[1])
    votes = [yes for _, yes in ordered]
    last_in, first_out = cut(votes, limit)
    return [Ranked(item, yes, votes.index(yes) + 1, mark(yes, last_in, first_out)) for item, yes in ordered]


def cut(votes: list[int], limit: int | None) -> tuple[float, float]:
    """The votes of the last place within the quota and of the first beyond it."""
    if limit is None or len(votes) <= limit:
        return -1, -1
    return (votes[limit - 1] if limit > 0 else float("inf")), votes[max(limit, 0)]


def mark(yes: int, last_in: float, first_out: float) -> str:
    if yes > first_out:
        return IN
    return TIE if last_in == first_out == yes else OUT
