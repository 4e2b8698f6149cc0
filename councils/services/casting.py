"""Casting a ballot on screen: one each, in time, and kept apart from who cast it."""

import datetime as dt

from django.conf import settings

from councils.enums import Choice, RoundState
from councils.models import (
    Attendance,
    CouncilSession,
    RoundVoter,
    SealedBallot,
    SessionItem,
    VotingRound,
)
from thiduakt.clock import VIETNAM, database_now
from thiduakt.door import change
from thiduakt.errors import Refused

from .sessions import locked, record


def seat_in(session: CouncilSession, by) -> Attendance | None:
    """The seat whose vote someone has in the room: one's own, or that of the member who sent one."""
    return session.attendances.in_the_room(by.person_id).select_related("member").first()


def items_for(round_: VotingRound, seat: Attendance) -> list[SessionItem]:
    """What one's ballot asks: all of the round but one's own case."""
    return list(round_.items.exclude(excluded=seat.member_id))


@change
def cast_ballot(
    round_: VotingRound, choices: dict[int, str], *, by, at: dt.datetime | None = None
) -> RoundVoter:
    """One voter's choices, {item: "yes" | "no"}: that he voted is kept beside, never with, what he chose.

    Raises Refused for a second ballot, a late one, and one that leaves a proposal out.
    """
    round_ = taken(round_)
    seat = seat_in(round_.session, by)
    if seat is None:
        raise Refused("Anh/chị không có trong danh sách bỏ phiếu của phiên họp này.")
    refuse_ballot(round_, seat)
    if set(choices) != {item.pk for item in items_for(round_, seat)}:
        raise Refused("Chọn đồng ý hoặc không đồng ý cho từng đề nghị.")
    at = at or database_now()
    mark = RoundVoter.objects.create(round=round_, member=seat.member, voted_at=at)
    SealedBallot.objects.bulk_create(
        SealedBallot(round=round_, item_id=item, choice=Choice(choice)) for item, choice in choices.items()
    )
    record(round_.session, "vote", by=by, at=at, data={"round": round_.number}, roles=())
    return mark


def taken(round_: VotingRound) -> VotingRound:
    """The round as it is once nobody else is voting or closing: the session's lock comes first."""
    if settings.BALLOT_LOCK:
        locked(round_.session)
    return VotingRound.objects.select_related("session__council__unit").get(pk=round_.pk)


def refuse_ballot(round_: VotingRound, seat: Attendance) -> None:
    if round_.state != RoundState.OPEN:
        raise Refused("Lượt bỏ phiếu này đã đóng, phiếu của anh/chị không được tính.")
    if before := round_.voters.filter(member=seat.member_id).first():
        hour = before.voted_at.astimezone(VIETNAM)
        raise Refused(f"Đã bỏ phiếu lúc {hour:%H:%M}, mỗi người một phiếu.")
