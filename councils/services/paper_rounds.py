"""Ballots on paper, entered from their record; and a ballot that is not to count."""

import datetime as dt

from councils.enums import RoundMode, RoundState
from councils.models import CouncilSession, SealedBallot, SessionItem, VotingRound
from councils.voting import line_fault, sheet_faults
from thiduakt.clock import database_now
from thiduakt.door import change
from thiduakt.errors import Refused

from .casting import taken
from .counts import items_of, voters_of
from .rounds import holders, new_round, settle_round
from .sessions import open_for_writing, record


@change
def enter_paper_round(
    session: CouncilSession,
    counts: dict[int, dict[str, int]],
    *,
    issued: int,
    returned: int,
    valid: int,
    invalid: int,
    head_teller: str,
    tellers: str = "",
    by,
    at: dt.datetime | None = None,
) -> VotingRound:
    """The biên bản kiểm phiếu of a ballot on paper, {item: {"yes", "no"}}: all its sums are checked."""
    session = open_for_writing(session, by)
    items, voters = items_of(session, counts), voters_of(session)
    given = len(holders(session, items))
    faults = sheet_faults(issued, returned, valid, invalid, given) + list(
        filter(None, (line_fault(i.title, **counts[i.pk], valid=valid, voters=voters[i.pk]) for i in items))
    )
    if faults:
        raise Refused(*faults)
    at = at or database_now()
    sheet = {"issued": issued, "returned": returned, "valid": valid, "invalid": invalid}
    named = {"head_teller": head_teller, "tellers": tellers}
    round_ = new_round(session, list(counts), RoundMode.PAPER, by=by, at=at, **sheet, **named)
    return settle_round(round_, counts, by=by, at=at)


@change
def cancel_round(round_: VotingRound, *, by, note: str, at: dt.datetime | None = None) -> VotingRound:
    """A ballot that is not counted: its sealed papers are destroyed unread, who voted stays on record.

    Of counted ones only the last, on paper, typed wrongly: its proposals go back to what they had.
    """
    session = open_for_writing(round_.session, by)
    round_ = taken(round_)
    last = session.rounds.exclude(state=RoundState.CANCELLED).order_by("-number").first()
    counted_on_screen = round_.mode == RoundMode.SCREEN and round_.state == RoundState.COUNTED
    if counted_on_screen or round_ != last:
        raise Refused("Chỉ hủy được lượt đang bỏ phiếu, hoặc biên bản phiếu giấy nhập sau cùng.")
    SealedBallot.objects.filter(round=round_).delete()
    was, round_.state = round_.state, RoundState.CANCELLED
    round_.ended_at = at or database_now()
    round_.save(update_fields=["state", "ended_at"])
    for item in round_.items.all() if was == RoundState.COUNTED else ():
        take_back(item)
    record(session, "cancel_round", by=by, at=round_.ended_at, note=note, data={"round": round_.number})
    return round_


def take_back(item: SessionItem) -> None:
    """The counts of the round before, or none."""
    before = item.counts.filter(round__state=RoundState.COUNTED).order_by("-round__number").first()
    for name in ("yes", "no", "blank"):
        setattr(item, name, getattr(before, name, None))
    item.chair_rank = None
    item.save(update_fields=["yes", "no", "blank", "chair_rank"])
