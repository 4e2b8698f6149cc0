"""Members of the council score: each fills in the sheet alone; the secretary types those from paper."""

import datetime as dt
from decimal import Decimal

from councils import services as councils
from councils.enums import Presence, SessionState
from councils.models import Attendance, CouncilMember, SessionItem
from initiatives.facts.scores import tally_of
from initiatives.models import Initiative, Score, ScoreRow
from initiatives.scoring import faults
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.enums import Role

from .locking import lock_initiative
from .steps import record

VOTERS = (Role.COUNCIL_CHAIR, Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER)


@change
def write_scores(
    initiative: Initiative,
    member: CouncilMember,
    points: dict[int, Decimal | None],
    *,
    by,
    at: dt.datetime | None = None,
) -> None:
    """One member's points by line of the sheet. Written again they are corrected, until the session ends.

    Raises Refused: not this member nor who keeps the session, a closed session, a member who is away or
    in his own case, points out of their range.
    """
    if initiative.item_id is None:
        raise Refused("Sáng kiến chưa có trong chương trình họp của Hội đồng nào.")
    session = councils.locked(initiative.item.session)
    initiative = lock_initiative(initiative)
    at = at or database_now()
    if reason := why_not_score(initiative, member, by, on=vietnam_day(at)):
        raise Refused(reason)
    if session.state == SessionState.CLOSED or initiative.item.session_id != session.pk:
        raise Refused("Phiên họp đã kết thúc, không chấm điểm được nữa.")
    if wrong := faults(points, initiative.sheet.lines()):
        raise Refused(*wrong)
    if keep(initiative.item, member, points, by):
        total = sum((points[line.key] for line in initiative.sheet.lines()), Decimal(0))
        data = {"member": member.pk, "points": {str(key): str(given) for key, given in points.items()}}
        note = f"{member.person.full_name}: {total.normalize():f} điểm"
        record(initiative, "score", by=by, at=at, roles=VOTERS, note=note, data=data)


def why_not_score(initiative: Initiative, member: CouncilMember, by, *, on: dt.date) -> str:
    """Why someone may not fill in the sheet of a member; empty when he may."""
    session = initiative.item.session
    if member.council_id != session.council_id:
        return "Người này không phải là thành viên của Hội đồng."
    here = Attendance.objects.filter(session=session, member=member).exclude(presence=Presence.ABSENT).first()
    own = by.person_id and by.person_id == (
        here.substitute_id if here and here.substitute_id else member.person_id
    )
    if not own and not councils.may_keep(session.council, by, on):
        return "Mỗi thành viên tự chấm phiếu của mình; thư ký nhập thay phiếu giấy."
    if here is None:
        return f"{member.person.full_name} vắng, không có phiếu chấm."
    if initiative.item.excluded.filter(pk=member.pk).exists():
        return f"{member.person.full_name} không chấm sáng kiến của chính mình hoặc do mình lập."
    return ""


def keep(item: SessionItem, member: CouncilMember, points: dict[int, Decimal], by) -> bool:
    """Write what differs; whether anything did."""
    known = {score.row_id: score for score in Score.objects.filter(item=item, member=member)}
    changed = {key: given for key, given in points.items() if key not in known or known[key].points != given}
    for key, given in changed.items():
        Score.objects.update_or_create(
            item=item, member=member, row_id=key, defaults={"points": given, "entered_by": by}
        )
    return bool(changed)


def count_votes(initiative: Initiative) -> None:
    """What the sheets say, kept as the item's counts and as the average; the caller holds the locks."""
    counted, item = tally_of(initiative), initiative.item
    yes = counted.in_favour(initiative.sheet.pass_points)
    item.yes, item.no, item.blank = yes, len(counted.totals) - yes, 0
    item.save(update_fields=["yes", "no", "blank"])
    initiative.points = counted.average


def rows_of(initiative: Initiative) -> list[ScoreRow]:
    return list(initiative.sheet.rows.all()) if initiative.sheet_id else []
