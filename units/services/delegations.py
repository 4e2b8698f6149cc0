"""A role lent for a time: by its holder, in writing, within what he has; taken back at any time."""

import datetime as dt

from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.events.base import append
from thiduakt.vietnamese.days import short_date
from units.accounts.access import record
from units.accounts.sessions import end_sessions
from units.enums import LENT_ROLES, AccessKind
from units.models import Delegation, Membership, Notice, Unit, UnitEvent, User

LAW = "khoản 4 Điều 13 Nghị định 30/2020/NĐ-CP"


@change
def delegate(
    source: Membership,
    receiver: User,
    *,
    since: dt.date,
    until: dt.date,
    paper: str,
    by: User,
    note: str = "",
    at: dt.datetime | None = None,
    **seen,
) -> Delegation:
    """Lend a role that one holds to an account of the same unit or of one below it. Raises Refused."""
    source = Membership.objects.select_for_update(no_key=True, of=("self",)).get(pk=source.pk)
    at = at or database_now()
    on = vietnam_day(at)
    if reasons := [*why_not_lend(source, by), *why_not_then(source, since, until, on)]:
        raise Refused(*reasons)
    if reason := why_not_to(receiver, source, since, until):
        raise Refused(reason)
    if not paper.strip():
        raise Refused(f"Ghi văn bản ủy quyền (số, ngày): việc ủy quyền phải bằng văn bản ({LAW}).")
    made = Delegation(
        source=source, receiver=receiver, since=since, until=until, paper=paper, note=note, given_at=at
    )
    made.save()
    Membership.objects.create(
        user=receiver, unit=source.unit, role=source.role, since=since, until=until, delegation=made
    )
    told = f"{source.user} ủy quyền cho anh/chị: {words(made)}. Căn cứ {made.paper}."
    trail(made, "delegate", AccessKind.DELEGATED, by, at, note, seen)
    Notice.objects.create(user=receiver, text=told[:300], url=made.get_absolute_url())
    return made


def why_not_lend(source: Membership, by: User) -> list[str]:
    if source.user_id != by.pk:
        return ["Chỉ người đang giữ vai trò được ủy quyền vai trò đó."]
    if source.delegation_id:
        return [f"Người được ủy quyền không ủy quyền lại cho người khác ({LAW})."]
    if source.role not in LENT_ROLES:
        return ["Không ủy quyền vai trò Quản trị. Hãy giao vai trò này cho một tài khoản khác."]
    return []


def why_not_then(source: Membership, since: dt.date, until: dt.date, on: dt.date) -> list[str]:
    """Not for days that are past, nor longer than the giver's own role and its unit last."""
    if since < on:
        return ["Không ghi ủy quyền cho ngày đã qua."]
    if until < since:
        return ["Ngày kết thúc không được trước ngày bắt đầu."]
    lasts = min((day for day in (source.until, source.unit.valid_to) if day), default=until)
    if since < source.since or until > lasts:
        return [f"Không ủy quyền quá thời gian mình giữ vai trò: {days(source.since, source.until)}."]
    return []


def why_not_to(receiver: User, source: Membership, since: dt.date, until: dt.date) -> str:
    """Who may be given it: another open account of the unit or below it, without that role then."""
    if receiver.pk == source.user_id:
        return "Không ủy quyền cho chính mình."
    if not receiver.is_active:
        return f"Tài khoản của {receiver} đang khóa."
    below = Unit.objects.within([source.unit_id], since).filter(pk__in=receiver.unit_ids(since))
    if not below.exists():
        return f"{receiver} không làm việc ở {source.unit} hoặc đơn vị trực thuộc ngày {short_date(since)}."
    same = Membership.objects.filter(user=receiver, unit=source.unit_id, role=source.role, since__lte=until)
    same = same.not_over(since).filter(delegation__revoked_on__isnull=True)
    if same.exists():
        return f"{receiver} đã có vai trò này trong thời gian đó."
    return ""


@change
def take_back(
    delegation: Delegation, *, by: User, note: str = "", at: dt.datetime | None = None, **seen
) -> Delegation:
    """From this day on the role is the receiver's no more; by the giver, or by who keeps the accounts."""
    row = Delegation.objects.select_for_update(no_key=True, of=("self",)).get(pk=delegation.pk)
    at = at or database_now()
    on = vietnam_day(at)
    if by.pk != row.giver.pk and not by.has_perm("units.change_user"):
        raise Refused("Chỉ người đã ủy quyền, hoặc người quản trị, được thôi ủy quyền.")
    if row.is_over(on):
        raise Refused("Việc ủy quyền này đã hết hiệu lực.")
    row.revoked_on, row.revoked_by, row.revoke_note = on, by, note
    row.save(update_fields=["revoked_on", "revoked_by", "revoke_note"])
    trail(row, "undelegate", AccessKind.DELEGATION_ENDED, by, at, note, seen)
    for user in {row.receiver, row.giver} - {by}:
        text = f"Đã thôi ủy quyền: {words(row)}."
        Notice.objects.create(user=user, text=text[:300], url=row.get_absolute_url())
    return row


def trail(delegation: Delegation, action: str, kind: str, by: User, at: dt.datetime, note: str, seen) -> None:
    """In the unit's chain and in the log of access of both; the receiver comes in anew with other rights."""
    source, receiver = delegation.source, delegation.receiver
    unit = Unit.objects.select_for_update(no_key=True).get(pk=source.unit_id)
    data = {
        "delegation": delegation.pk,
        "role": source.role,
        "giver": source.user.username,
        "receiver": receiver.username,
        "since": delegation.since.isoformat(),
        "until": delegation.until.isoformat(),
        "paper": delegation.paper,
    }
    held = source if by.pk == source.user_id else None
    append(UnitEvent, unit, action=action, by=by, at=at, note=note, data=data, membership=held)
    end_sessions(receiver)
    for account, other in ((source.user, f"cho {receiver}"), (receiver, f"của {source.user}")):
        other_hand = None if account.pk == by.pk else by
        record(kind, account, by=other_hand, note=f"{words(delegation)}, {other}", **seen)


def words(delegation: Delegation) -> str:
    """`Thủ trưởng đơn vị, Phòng Kinh tế, từ 05/12/2026 đến hết 12/12/2026`."""
    source = delegation.source
    span = days(delegation.since, delegation.until)
    return f"{source.get_role_display()}, {source.unit}, {span}"


def days(since: dt.date, until: dt.date | None) -> str:
    return f"từ {short_date(since)}" + (f" đến hết {short_date(until)}" if until else "")
