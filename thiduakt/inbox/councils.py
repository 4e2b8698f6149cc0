"""Sessions of a council: to be kept, to be gone to, to be voted in."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse

from councils.enums import Presence, Seat, SessionState
from councils.models import Attendance, CouncilMember, CouncilSession, VotingRound
from thiduakt.vietnamese.days import short_date
from units.enums import Role
from units.models.dated import in_force

from .items import TaskItem, task

SESSION_WORDS = {SessionState.PLANNED: "Chuẩn bị phiên họp", SessionState.OPEN: "Ghi và kết thúc phiên họp"}


def session_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Sessions planned or open, for who keeps them: secretary, chair, and at a unit its clerk."""
    sessions = CouncilSession.objects.filter(kept_by(user, on), state__in=SESSION_WORDS)
    for session in sessions.select_related("council").order_by("held_on", "pk"):
        words = SESSION_WORDS[SessionState(session.state)]
        title = f"{words} ngày {short_date(session.held_on)}"
        sub = f"{session.council}: {session.subject}"
        yield task("session", title, session.get_absolute_url(), sub, on=on, due=session.held_on)


def kept_by(user, on: dt.date) -> Q:
    seats = CouncilMember.objects.filter(
        in_force(on),
        person=user.person_id,
        person__isnull=False,
        seat__in=[Seat.SECRETARY, Seat.CHAIR],
    )
    clerk = user.acting_unit_ids(on, [Role.UNIT_CLERK])
    return Q(council__in=seats.values("council")) | Q(council__unit__in=clerk)


def called_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """What a session that is not over asks of those it names. Nearly nobody is, so that is asked first."""
    called = Attendance.objects.exclude(session__state=SessionState.CLOSED)
    named = Q(member__person=user.person_id) | Q(substitute=user.person_id)
    if user.person_id and called.filter(named).exists():
        yield from ballot_tasks(user, on)
        yield from meeting_tasks(user, on)


def meeting_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Meetings to go to, for the other members and for who was sent in one's place."""
    own = Q(attendances__member__person=user.person_id) & ~Q(attendances__presence=Presence.SUBSTITUTE)
    mine = CouncilSession.objects.filter(own | Q(attendances__substitute=user.person_id))
    mine = mine.filter(state=SessionState.PLANNED, held_on__gte=on).exclude(kept_by(user, on))
    for session in mine.select_related("council").distinct().order_by("held_on", "pk"):
        title = f"Dự họp Hội đồng ngày {short_date(session.held_on)}"
        sub = ", ".join(filter(None, [f"{session.council}: {session.subject}", session.place]))
        yield task("meeting", title, session.get_absolute_url(), sub, on=on, due=session.held_on)


def ballot_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Ballots that are open and still without one's vote."""
    rounds = VotingRound.objects.awaiting(user.person_id).select_related("session__council")
    for round_ in rounds.order_by("pk"):
        address = reverse("councils:ballot", args=[round_.pk])
        sub = f"{round_.session.council}: {round_.session.subject}"
        yield task("ballot", "Bỏ phiếu kín trên màn hình", address, sub, on=on, due=round_.session.held_on)
