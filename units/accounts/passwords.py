"""Setting a password: the one way, with what follows from it."""

from django.conf import settings

from thiduakt.clock import database_now
from thiduakt.door import change
from units.enums import AccessKind
from units.models import OldPassword, User

from .access import record, tell
from .sessions import end_sessions


@change
def set_password(user: User, password: str, *, keep: str | None = None, note: str = "", **seen) -> None:
    """Ends every session but `keep`. The caller has asked the validators."""
    if user.has_usable_password():
        remember(user)
    user.set_password(password)
    user.password_set_at = database_now()
    user.save(update_fields=["password", "password_set_at"])
    end_sessions(user, keep=keep)
    tell(record(AccessKind.PASSWORD_SET, user, note=note, **seen))


def remember(user: User) -> None:
    """Keep the hash that goes, and no more of them than a policy asks for."""
    OldPassword.objects.create(user=user, password=User.objects.get(pk=user.pk).password)
    kept = OldPassword.objects.filter(user=user).values_list("pk", flat=True)[: settings.PASSWORDS_KEPT]
    OldPassword.objects.filter(user=user).exclude(pk__in=list(kept)).delete()
