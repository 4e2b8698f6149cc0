"""The board of a scoring session: what each initiative has, what this reader may see and fill in."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from councils.enums import Presence, Seat, SessionState
from councils.models import CouncilMember, CouncilSession
from initiatives.facts.scores import tallies
from initiatives.models import Initiative
from initiatives.scoring import Tally, plain
from units.enums import Role


@dataclass(frozen=True)
class Sheet:
    """One member's sheet: `total` in words, empty while it is not filled in; `url` where it is."""

    member: CouncilMember
    total: str
    url: str


@dataclass(frozen=True)
class Line:
    """One initiative; `average` and `passes` are None while they may not be known yet."""

    initiative: Initiative
    sheets: list[Sheet]
    filled: int
    voters: int
    out: list[str]
    average: str = ""
    passes: bool | None = None

    @property
    def progress(self) -> str:
        return f"Đã có {self.filled}/{self.voters} phiếu"


def board(session: CouncilSession, initiatives: list[Initiative], user, on: dt.date) -> dict:
    """{"lines", "keeps", "open", "sheet"}: members see their own sheets, who keeps the session all."""
    keeps = keeps_session(session, user, on)
    opened = session.state != SessionState.CLOSED
    counted = tallies(initiatives)
    here = list(attending(session))
    lines = [line(one, counted[one.pk], here, keeps or not opened, opened, user) for one in initiatives]
    return {
        "lines": lines,
        "keeps": keeps,
        "open": opened,
        "sheet": initiatives[0].sheet if initiatives else None,
    }


def keeps_session(session: CouncilSession, user, on: dt.date) -> bool:
    """Secretary and chair; at a unit also its clerk."""
    if Role.UNIT_CLERK in user.roles_at(session.council.unit_id, on):
        return True
    seats = session.council.members.on(on).filter(person=user.person_id, person__isnull=False)
    return seats.filter(seat__in=[Seat.SECRETARY, Seat.CHAIR]).exists()


def attending(session: CouncilSession):
    rows = session.attendances.exclude(presence=Presence.ABSENT).select_related("member__person")
    return rows.order_by("member__order", "pk")


def line(initiative: Initiative, counted: Tally, here: list, all_seen: bool, opened: bool, user) -> Line:
    """Who may not see a sheet sees only how many are there: nobody scores after another."""
    voters = {*counted.totals, *counted.missing}
    shown = [row.member for row in here if row.member_id in voters and (all_seen or speaks_for(row, user))]
    average = plain(counted.average) if counted.average is not None and all_seen else ""
    return Line(
        initiative,
        [sheet(initiative, member, counted.totals.get(member.pk), opened) for member in shown],
        len(counted.totals),
        len(voters),
        [row.member.person.full_name for row in here if row.member_id not in voters],
        average,
        counted.passes(initiative.sheet.pass_points) if average else None,
    )


def speaks_for(attendance, user) -> bool:
    """Whose sheet it is: the member's own, or his substitute's."""
    return (attendance.substitute_id or attendance.member.person_id) == user.person_id


def sheet(initiative: Initiative, member: CouncilMember, total: Decimal | None, opened: bool) -> Sheet:
    url = reverse("initiatives:score", args=[initiative.pk, member.pk]) if opened else ""
    return Sheet(member, "" if total is None else plain(total), url)
