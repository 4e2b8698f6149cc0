"""Sessions of a council: planned, attended, voted, closed. All counts are on the total membership."""

import datetime as dt
from collections.abc import Callable

from councils.enums import ItemResult, Presence, Seat, SessionState
from councils.facts import quorum
from councils.models import (
    Attendance,
    Council,
    CouncilMember,
    CouncilSession,
    CouncilSessionEvent,
    SessionItem,
)
from councils.registry import scored
from councils.voting import passes
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.events.base import append
from units.enums import UNIT_ROLES, Role

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
    session: CouncilSession, *, by, presences: dict[int, str], at: dt.datetime | None = None, **fields
) -> CouncilSession:
    """Attendance by member key, and the plain fields: starts_at, ends_at, place, discussion, conclusion.

    The first thing written opens the session; what is written unchanged leaves no event.
    """
    session = open_for_writing(session, by)
    changed = mark_presences(session, presences)
    changed |= {name: str(value or "") for name, value in fields.items() if getattr(session, name) != value}
    for name, value in fields.items():
        setattr(session, name, value)
    was, session.state = session.state, SessionState.OPEN
    session.save()
    if changed or was != session.state:
        record(session, "open" if was != session.state else "write", by=by, at=at, was=was, data=changed)
    return session


def mark_presences(session: CouncilSession, presences: dict[int, str]) -> dict:
    """{"presences": {member: presence}} of those that changed; {} when none did."""
    changed = {}
    for row in session.attendances.filter(member__in=presences):
        if row.presence != presences[row.member_id]:
            row.presence = changed[str(row.member_id)] = Presence(presences[row.member_id]).value
            row.save(update_fields=["presence"])
    return {"presences": changed} if changed else {}


@change
def write_votes(item: SessionItem, *, yes: int, no: int, blank: int, by) -> SessionItem:
    """The counts of one proposal. Raises Refused when they are not those of all who took part."""
    write_vote_counts(item.session, {item.pk: {"yes": yes, "no": no, "blank": blank}}, by=by)
    item.refresh_from_db()
    return item


@change
def write_vote_counts(
    session: CouncilSession, counts: dict[int, dict[str, int]], *, by, at: dt.datetime | None = None
) -> None:
    """The counts of several proposals, {item: {"yes", "no", "blank"}}: all are kept or none.

    The chair's order stays where the counts do. Raises Refused with a sentence for every wrong one.
    """
    session = open_for_writing(session, by)
    if scored(session.council.kind):
        raise Refused("Phiên họp này chấm điểm theo phiếu của từng thành viên, không nhập số phiếu.")
    if not counts:
        raise Refused("Chưa nhập số phiếu của đề nghị nào.")
    items, voters = items_of(session, counts), voters_of(session)
    if reasons := [why for item in items for why in bad_counts(item, voters[item.pk], **counts[item.pk])]:
        raise Refused(*reasons)
    changed = {str(item.pk): counts[item.pk] for item in items if set_counts(item, counts[item.pk])}
    if changed:
        record(session, "votes", by=by, at=at, data={"votes": changed})


def items_of(session: CouncilSession, keys) -> list[SessionItem]:
    """The session's items by key. Raises Refused for one of another session."""
    items = list(session.items.filter(pk__in=keys))
    if len(items) != len(keys):
        raise Refused("Có đề nghị không thuộc phiên họp này.")
    return items


def bad_counts(item: SessionItem, voters: int, *, yes: int, no: int, blank: int) -> list[str]:
    """What is wrong with the counts of one proposal, in a sentence."""
    if min(yes, no, blank) < 0:
        return [f"{item.title}: số phiếu không được âm."]
    if yes + no + blank == voters:
        return []
    return [
        f"{item.title}: đồng ý {yes}, không đồng ý {no}, không hợp lệ {blank} cộng lại là "
        f"{yes + no + blank}, phải bằng số thành viên tham gia biểu quyết {voters}."
    ]


def set_counts(item: SessionItem, typed: dict[str, int]) -> bool:
    """Keep the counts; whether they are others than before: then the chair's order falls away."""
    if all(getattr(item, name) == count for name, count in typed.items()):
        return False
    item.yes, item.no, item.blank, item.chair_rank = typed["yes"], typed["no"], typed["blank"], None
    item.save(update_fields=["yes", "no", "blank", "chair_rank"])
    return True


@change
def order_ties(session: CouncilSession, ranks: dict[int, int], *, by, at: dt.datetime | None = None) -> None:
    """What the chair decides among equal votes, {item: place}; written by whoever keeps the session."""
    session = open_for_writing(session, by)
    items = [item for item in items_of(session, ranks) if item.chair_rank != ranks[item.pk]]
    for item in items:
        item.chair_rank = ranks[item.pk]
        item.save(update_fields=["chair_rank"])
    if items:
        record(
            session, "ties", by=by, at=at, data={"ranks": {str(item.pk): item.chair_rank for item in items}}
        )


def taking_part(session: CouncilSession) -> int:
    """Present, or absent with a written opinion."""
    return session.attendances.exclude(presence=Presence.ABSENT).count()


def voters_of(session: CouncilSession) -> dict[int, int]:
    """Who may vote on each item, {item: members}: those taking part without those in their own case."""
    here = set(session.attendances.exclude(presence=Presence.ABSENT).values_list("member", flat=True))
    items = session.items.prefetch_related("excluded")
    return {item.pk: len(here - {member.pk for member in item.excluded.all()}) for item in items}


def why_not_valid(session: CouncilSession) -> list[str]:
    """What keeps a session from deciding at all, in sentences: its day, its quorum, an empty agenda."""
    counted = quorum(session)
    reasons = too_early(session)
    if session.state == SessionState.PLANNED:
        reasons.append("Chưa lưu điểm danh của phiên họp.")
    if not counted["met"]:
        reasons.append(
            f"Phiên họp chưa hợp lệ: {counted['present'] + counted['written']} trên {counted['total']} "
            f"thành viên tham gia, cần ít nhất {counted['needed']}."
        )
    if not session.items.exists():
        reasons.append("Phiên họp chưa có đề nghị nào để biểu quyết.")
    return reasons


def why_not_close(session: CouncilSession) -> list[str]:
    """What keeps a session from being closed, in sentences."""
    reasons, items = why_not_valid(session), list(session.items.all())
    open_items = [item.title for item in items if item.yes is None]
    if open_items:
        reasons.append(f"Chưa nhập số phiếu: {'; '.join(open_items)}.")
    voters = voters_of(session)
    wrong = [item.title for item in items if item.yes is not None and cast(item) != voters[item.pk]]
    if wrong:
        reasons.append(f"Số phiếu không khớp với điểm danh, nhập lại: {'; '.join(wrong)}.")
    return reasons


def too_early(session: CouncilSession) -> list[str]:
    """Minutes of a meeting that has not been held would certify nothing."""
    if session.held_on <= vietnam_day(database_now()):
        return []
    return [f"Phiên họp ngày {session.held_on:%d/%m/%Y} chưa diễn ra."]


def cast(item: SessionItem) -> int:
    return item.yes + item.no + (item.blank or 0)


@change
def close_session(
    session: CouncilSession,
    *,
    by,
    at: dt.datetime | None = None,
    decide: Callable[[SessionItem], bool] | None = None,
) -> CouncilSession:
    """Results by the threshold on the total membership. Raises Refused without quorum or votes.

    `decide` gives the results of a session that scored instead.
    """
    session = open_for_writing(session, by)
    if reasons := why_not_close(session):
        raise Refused(*reasons)
    total = quorum(session)["total"]
    for item in session.items.all():
        approved = decide(item) if decide else passes(item.yes, total, item.threshold_percent)
        item.result = ItemResult.APPROVED if approved else ItemResult.REJECTED
        item.save(update_fields=["result"])
    was, session.state = session.state, SessionState.CLOSED
    session.save(update_fields=["state"])
    votes = {str(item.pk): [item.yes, item.no, item.blank] for item in session.items.all()}
    record(session, "close", by=by, at=at, was=was, data={"votes": votes, "total": total})
    return session
