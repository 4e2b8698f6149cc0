"""What an account owes before it may go on: a second factor, a new password."""

import datetime as dt

from django.conf import settings

from thiduakt.clock import database_now, today
from units.enums import Role
from units.models import User

from .factors import confirmed_factor

FACTOR, PASSWORD = "factor", "password"


def duty_of(user: User) -> str:
    """FACTOR, PASSWORD, or nothing."""
    if needs_factor(user) and not confirmed_factor(user):
        return FACTOR
    return PASSWORD if is_password_old(user) else ""


def needs_factor(user: User) -> bool:
    """By a role of today or of tomorrow: a session may outlast midnight."""
    return bool(roles_soon(user) & set(settings.SECOND_FACTOR_ROLES))


def roles_soon(user: User) -> set[str]:
    days = (today(), today() + dt.timedelta(days=1))
    return {membership.role for on in days for membership in user.memberships_on(on)}


def is_password_old(user: User) -> bool:
    """Administrators' passwords, where the policy gives them an end."""
    if not settings.ADMIN_PASSWORD_DAYS or Role.ADMIN not in roles_soon(user):
        return False
    limit = dt.timedelta(days=settings.ADMIN_PASSWORD_DAYS)
    return (user.password_set_at or user.created_at) + limit < database_now()
