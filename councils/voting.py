"""Votes: thresholds on all members of the council, and the order when more pass than may be chosen."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .quorum import Percent, needed_percent

IN, TIE, OUT, BELOW = "in", "tie", "out", "below"
AT_LEAST_ON_SCREEN = 3  # with fewer, the sum says who voted how
MOST_ROUNDS = 2


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


def sheet_faults(issued: int, returned: int, valid: int, invalid: int, voters: int) -> list[str]:
    """What does not add up on a biên bản kiểm phiếu, in sentences; `voters` are those taking part."""
    found = []
    if issued > voters:
        found.append(f"Phát ra {issued} phiếu, nhiều hơn {voters} thành viên tham gia.")
    if returned > issued:
        found.append(f"Thu vào {returned} phiếu, nhiều hơn {issued} phiếu phát ra.")
    if valid + invalid != returned:
        found.append(
            f"Hợp lệ {valid} cộng không hợp lệ {invalid} là {valid + invalid}, "
            f"phải bằng {returned} phiếu thu vào."
        )
    return found


def line_fault(title: str, yes: int, no: int, valid: int, voters: int) -> str:
    """What is wrong with one proposal's line of the record; "" when it may stand."""
    if min(yes, no) < 0:
        return f"{title}: số phiếu không được âm."
    if yes + no > valid:
        return f"{title}: đồng ý {yes}, không đồng ý {no}, nhiều hơn {valid} phiếu hợp lệ."
    if yes + no > voters:
        return f"{title}: đồng ý {yes}, không đồng ý {no}, nhiều hơn {voters} người được bỏ phiếu mục này."
    return ""


def why_not_on_screen(voters: Iterable[int]) -> str:
    """Where so few vote on one proposal that its sum would tell their votes; "" when there are enough."""
    if min(voters, default=0) >= AT_LEAST_ON_SCREEN:
        return ""
    return (
        f"Có đề nghị dưới {AT_LEAST_ON_SCREEN} người bỏ phiếu: trên màn hình thì không còn kín, "
        "bỏ phiếu giấy."
    )


def why_not_again(times: int, mark: str) -> str:
    """A proposal is voted on twice at most, again only when its first votes did not decide it."""
    if times >= MOST_ROUNDS:
        return f"đã bỏ phiếu {MOST_ROUNDS} lần, người có thẩm quyền quyết định"
    if times and mark not in (TIE, BELOW):
        return "lần bỏ phiếu trước đã có kết quả"
    return ""


def mostly_women(women: int, people: int, percent: int) -> bool:
    """70 % or more: preferred among equals (NĐ 152/2025, Điều 4)."""
    return people > 0 and women * 100 >= percent * people


def passed_over(ranked: Iterable[tuple[int, bool]]) -> bool:
    """Pairs of place and whether preferred: does anybody go before one who is preferred?"""
    order = [preferred for _, preferred in sorted(ranked)]
    return order != sorted(order, reverse=True)
