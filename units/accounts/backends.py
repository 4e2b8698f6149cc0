"""Codes instead of a password, through the same door: so the throttle counts wrong ones alike."""

from django.contrib.auth.backends import BaseBackend

from thiduakt.web import seen_from
from units.models import User

from .factors import take_code
from .invitations import invitation_by_code


class FactorBackend(BaseBackend):
    """The second step of signing in: the code of the phone, or a recovery code."""

    def authenticate(self, request, username: str, factor_code: str) -> User | None:
        user = User.objects.filter(username=username, is_active=True).first()
        return user if user and take_code(user, factor_code, **seen_from(request)) else None


class SlipBackend(BaseBackend):
    """Name and code of a printed slip; gives who may set a password, signs nobody in."""

    def authenticate(self, request, username: str, slip_code: str) -> User | None:
        found = invitation_by_code(username, slip_code)
        return found and found.user
