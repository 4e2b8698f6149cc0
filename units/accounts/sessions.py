"""Ending sessions: by their owner, and by what changes an account's rights."""

from django.utils import timezone

from thiduakt.door import change
from units.enums import AccessKind
from units.models import User, UserSession

from .access import record


def end_sessions(user: User, *, keep: str | None = None) -> int:
    """All sessions of an account but the one with the key `keep`; whoever uses one is a stranger at once."""
    done, _ = UserSession.objects.filter(user=user).exclude(session_key=keep or "").delete()
    return done


def clear_expired() -> int:
    """Rows of sessions whose time is over; nobody can use them any more."""
    return UserSession.objects.filter(expire_date__lt=timezone.now()).delete()[0]


@change
def end_other_sessions(user: User, *, keep: str, **seen) -> int:
    done = end_sessions(user, keep=keep)
    record(AccessKind.SESSIONS_ENDED, user, note=f"{done} phiên khác", **seen)
    return done


@change
def end_all_sessions(user: User, *, by: User, **seen) -> int:
    """By an administrator."""
    done = end_sessions(user)
    record(AccessKind.SESSIONS_ENDED, user, by=by, note=f"{done} phiên", **seen)
    return done
