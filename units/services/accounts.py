"""Accounts and their roles, as an administrator keeps them."""

import datetime as dt

from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.vietnamese.days import short_date
from units.accounts.access import record
from units.accounts.invitations import end_mailed
from units.accounts.sessions import end_sessions
from units.enums import AccessKind
from units.models import Membership, Unit, User

from .tree import must_exist


@change
def open_account(user: User, *, by: User, **seen) -> User:
    """Keep a new account. It has no password until its owner sets one, by a slip or a link."""
    user.set_unusable_password()
    user.save(force_insert=True)
    record(AccessKind.CREATED, user, by=by, **seen)
    return user


@change
def correct_account(user: User, *, fields: dict[str, str], by: User, **seen) -> User:
    """Keep changed columns; `fields` gives each one's name in words, for the log."""
    if fields:
        user.save(update_fields=[*fields])
        if "email" in fields:
            end_mailed(user)
        record(AccessKind.CHANGED, user, by=by, note=", ".join(fields.values()), **seen)
    return user


@change
def grant(
    user: User,
    unit: Unit,
    role: str,
    since: dt.date,
    until: dt.date | None = None,
    *,
    by: User | None = None,
    **seen,
) -> Membership:
    """Give an account a role for a unit; its sessions end, so that it comes in with what the role asks.

    Refused when the unit does not exist then.
    """
    must_exist(unit, since)
    made = Membership.objects.create(user=user, unit=unit, role=role, since=since, until=until)
    note_role(AccessKind.ROLE_GRANTED, made, by, seen)
    return made


@change
def end_role(membership: Membership, *, until: dt.date | None, by: User, **seen) -> Membership:
    """Set or take away the last day of a role; nothing else of it changes, because acts were done by it."""
    row = Membership.objects.select_for_update(no_key=True).get(pk=membership.pk)
    if until and until < row.since:
        raise Refused("Ngày kết thúc không được trước ngày bắt đầu.")
    row.until = until
    row.save(update_fields=["until"])
    note_role(AccessKind.ROLE_CHANGED, row, by, seen)
    return row


def note_role(kind: str, membership: Membership, by: User | None, seen: dict) -> None:
    end_sessions(membership.user)
    until = f" đến hết {short_date(membership.until)}" if membership.until else ""
    days = f"từ {short_date(membership.since)}{until}"
    note = f"{membership.get_role_display()}, {membership.unit.short_name}, {days}"
    record(kind, membership.user, by=by, note=note, **seen)
