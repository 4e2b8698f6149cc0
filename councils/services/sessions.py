"""Sessions of a council: planned, and attended."""

import datetime as dt

from councils.enums import Presence, RoundMode, RoundState, Seat, SessionState
from councils.models import (
    Attendance,
    Council,
    CouncilMember,
    CouncilSession,
    CouncilSessionEvent,
)
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.events.base import append
from units.enums import UNIT_ROLES, Role

from .seen import WRITINGS, refuse_unseen

PLANNERS = {Role.OFFICER, Role.OFFICE_HEAD, *UNIT_ROLES}
KEEPERS = {Seat.SECRETARY, Seat.CHAIR}
WRITERS = {Role.UNIT_CLERK}
FARTHEST = 366  # days between today and a meeting


def may_plan(council: Council, by, on: dt.date) -> bool:
    """The office (or the unit's clerk and head, for the unit's own council), and its secretary."""
    return bool(by.roles_at(council.unit_id, on) & PLANNERS) or may_keep(council, by, on)


def may_keep(council: Council, by, on: dt.date) -> bool:
    """Who types attendance and counts and closes: secretary and chair; at a unit also its clerk."""
    seat = seat_of(council, by, on)
    return seat in KEEPERS or Role.UNIT_CLERK in by.roles_at(council.unit_id, on)


def seat_of(council: Council, by, on: dt.date) -> str | None:
    if not by.person_id:
        return None
    return council.members.on(on).filter(person=by.person_id).values_list("seat", flat=True).first()


def members_on(council: Council, on: dt.date):
    """The total membership of the day: the denominator of quorum and thresholds."""
    return CouncilMember.objects.on(on).filter(council=council).select_related("person")


def locked(session: CouncilSession) -> CouncilSession:
    rows = CouncilSession.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("council__unit").get(pk=session.pk)


def record(
    session: CouncilSession,
    action: str,
    *,
    by,
    at: dt.datetime | None,
    was: str = "",
    note: str = "",
    data=None,
    roles=WRITERS,
):
    """One row of the trail; who acts by his seat alone acts by no membership."""
    at = at or database_now()
    append(
        CouncilSessionEvent,
        session,
        action=action,
        by=by,
        membership=by.membership_for(session.council.unit_id, roles, vietnam_day(at)),
        at=at,
        from_state=was or session.state,
        to_state=session.state,
        note=note,
        data=data or {},
    )


@change
def plan_session(
    council: Council, *, held_on: dt.date, subject: str, by, place: str = "", at: dt.datetime | None = None
) -> CouncilSession:
    """A session with everybody marked present, to be corrected as the meeting begins."""
    at = at or database_now()
    if not may_plan(council, by, vietnam_day(at)):
        raise Refused("Anh/chị không được lập phiên họp của Hội đồng này.")
    if abs((held_on - vietnam_day(at)).days) > FARTHEST:
        raise Refused("Ngày họp phải trong vòng một năm trước hoặc sau hôm nay.")
    members = list(members_on(council, held_on))
    if not members:
        raise Refused(f"{council.name} chưa có thành viên vào ngày họp.")
    session = CouncilSession.objects.create(council=council, held_on=held_on, subject=subject, place=place)
    Attendance.objects.bulk_create([Attendance(session=session, member=member) for member in members])
    record(session, "plan", by=by, at=at, roles=PLANNERS)
    return session


def open_for_writing(session: CouncilSession, by) -> CouncilSession:
    session = locked(session)
    if session.state == SessionState.CLOSED:
        raise Refused("Phiên họp đã kết thúc, không sửa được.")
    if not may_keep(session.council, by, vietnam_day(database_now())):
        raise Refused("Chỉ thư ký hoặc Chủ tịch Hội đồng được ghi phiên họp.")
    return session


@change
def write_session(
    session: CouncilSession,
    *,
    by,
    presences: dict[int, str],
    notes: dict[int, str] | None = None,
    seen: int | None = None,
    at: dt.datetime | None = None,
    **fields,
) -> CouncilSession:
    """Attendance by member key, and the plain fields: starts_at, ends_at, place, discussion, conclusion.

    `notes`: why a member is away, or which paper holds his opinion. The first thing written opens the
    session; what is written unchanged leaves no event. `seen`: as `refuse_unseen`.
    """
    session = open_for_writing(session, by)
    plain = {name: value for name, value in fields.items() if getattr(session, name) != value}
    marks = changed_marks(session, presences, notes or {})
    refuse_unseen(session, WRITINGS, seen, standing(session, plain, marks))
    changed = mark_presences(session, marks) | {name: str(value or "") for name, value in plain.items()}
    for name, value in plain.items():
        setattr(session, name, value)
    was, session.state = session.state, SessionState.OPEN
    session.save()
    if changed or was != session.state:
        record(session, "open" if was != session.state else "write", by=by, at=at, was=was, data=changed)
    return session


def changed_marks(session: CouncilSession, presences: dict[int, str], notes: dict[int, str]) -> list:
    """Attendances that would change, as (row, presence, note); a substitute's paper is not written here."""
    rows = session.attendances.filter(member__in=presences).select_related("member__person")
    asked = [(row, presences[row.member_id], notes.get(row.member_id)) for row in rows]
    kept = [(row, to, note_for(row, to, note)) for row, to, note in asked]
    return [(row, to, note) for row, to, note in kept if (row.presence, row.note) != (to, note)]


def note_for(row: Attendance, presence: str, note: str | None) -> str:
    """Who comes himself needs none."""
    if presence == Presence.SUBSTITUTE:
        return row.note
    if presence == Presence.PRESENT:
        return ""
    return note if note is not None else row.note if row.presence == presence else ""


def standing(session: CouncilSession, plain: dict, marks: list) -> list[str]:
    """What is kept now where something else is to be written, in lines."""
    names = [(session._meta.get_field(name).verbose_name.capitalize(), name) for name in plain]
    kept = [f"{label} đang lưu: “{getattr(session, name) or ''}”." for label, name in names]
    return kept + [
        f"{row.member.person} đang ghi: {row.get_presence_display().lower()}{row.note and f' ({row.note})'}."
        for row, _, _ in marks
    ]


def mark_presences(session: CouncilSession, marks: list) -> dict:
    """{"presences": {member: presence}} of those that changed, and their notes; {} when none did.

    Raises Refused while a ballot on screen counts on who is there.
    """
    moved = [(row, to) for row, to, _ in marks if row.presence != to]
    if moved and frozen(session):
        raise Refused("Đã mở bỏ phiếu trên màn hình: không đổi điểm danh. Hủy lượt bỏ phiếu trước đã.")
    for row, to, note in marks:
        if to == Presence.SUBSTITUTE and row.presence != to:
            raise Refused(f"{row.member.person}: ghi người dự thay và văn bản ủy quyền ở mục Dự thay.")
        row.substitute = row.substitute if to == Presence.SUBSTITUTE else None
        row.presence, row.note = Presence(to), note
        row.save(update_fields=["presence", "substitute", "note"])
    told = {"presences": {str(row.member_id): row.presence.value for row, _ in moved}} if moved else {}
    noted = {str(row.member_id): note for row, _, note in marks if note}
    return told | ({"notes": noted} if noted else {})


def frozen(session: CouncilSession) -> bool:
    """Whether a ballot on screen was cast by those who are there now."""
    rounds = session.rounds.filter(mode=RoundMode.SCREEN)
    return rounds.exclude(state=RoundState.CANCELLED).exists()
