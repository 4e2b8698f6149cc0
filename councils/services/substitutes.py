"""Who comes for a member: named with the paper that sends him, he sits, votes and is counted."""

import datetime as dt

from councils.enums import Presence
from councils.models import Attendance, CouncilMember, CouncilSession
from councils.registry import BUSINESS
from thiduakt.door import change
from thiduakt.errors import Refused
from units.models import Person

from .sessions import frozen, open_for_writing, record


@change
def send_substitute(
    session: CouncilSession,
    member: CouncilMember,
    person: Person,
    *,
    authority: str,
    by,
    at: dt.datetime | None = None,
) -> Attendance:
    """A member who is away sends `person` by the paper `authority`: one voice each, and not two.

    His own case is the member's to step out of. Raises Refused while a ballot on screen is open.
    """
    session = open_for_writing(session, by)
    row = session.attendances.filter(member=member).select_related("member__person").first()
    if row is None:
        raise Refused("Người này không phải thành viên của phiên họp.")
    if frozen(session):
        raise Refused("Đã mở bỏ phiếu trên màn hình: không đổi người dự thay.")
    if session.attendances.filter(member__person=person).exists():
        raise Refused(f"{person} là thành viên Hội đồng, không dự thay người khác.")
    if session.attendances.filter(substitute=person).exclude(pk=row.pk).exists():
        raise Refused(f"{person} đã dự thay cho một thành viên khác.")
    row.presence, row.substitute, row.note = Presence.SUBSTITUTE, person, authority
    row.save(update_fields=["presence", "substitute", "note"])
    step_out(session)
    record(session, "substitute", by=by, at=at, note=authority, data={str(member.pk): person.pk})
    return row


def step_out(session: CouncilSession) -> None:
    """Whose own case each proposal is, asked anew: who sits for a member brings his own."""
    business = BUSINESS.get(session.council.kind)
    if business and business.step_out:
        business.step_out(session)
