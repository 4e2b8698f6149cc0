"""What an administrator does to an account: open it, lock it, unlock it, note what was changed."""

from thiduakt.door import change
from thiduakt.errors import Refused
from units.enums import AccessKind
from units.models import User

from .access import record
from .sessions import end_sessions


def locked_row(user: User) -> User:
    return User.objects.select_for_update(no_key=True).get(pk=user.pk)


@change
def lock_account(user: User, *, by: User, note: str, **seen) -> None:
    """No sign-in any more, and every session ends; the rows stay. Nobody locks himself out."""
    if user == by:
        raise Refused("Không tự khóa tài khoản của chính mình. Hãy nhờ một người quản trị khác.")
    if not note.strip():
        raise Refused("Ghi lý do khóa tài khoản.")
    row = locked_row(user)
    if not row.is_active:
        raise Refused("Tài khoản này đã khóa.")
    row.is_active = False
    row.save(update_fields=["is_active"])
    end_sessions(row)
    record(AccessKind.LOCKED, row, by=by, note=note, **seen)


@change
def unlock_account(user: User, *, by: User, note: str = "", **seen) -> None:
    row = locked_row(user)
    if row.is_active:
        raise Refused("Tài khoản này đang dùng được.")
    row.is_active = True
    row.save(update_fields=["is_active"])
    record(AccessKind.UNLOCKED, row, by=by, note=note, **seen)
