"""Secrets that must be read again, sealed in their rows: the database alone, or a copy of it, tells none."""

import base64
import functools

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac

SALT = "thiduakt.sealing"


def seal(text: str) -> str:
    """Letters of ASCII, about 100 more than the text and a third; another each time."""
    return sealer(settings.SECRET_KEY).encrypt(text.encode()).decode()


def unseal(sealed: str) -> str | None:
    """The text; None when none of the keys of today (SECRET_KEY, SECRET_KEY_FALLBACKS) sealed it."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    try:
        return MultiFernet([sealer(key) for key in keys]).decrypt(sealed.encode()).decode()
    except InvalidToken:
        return None


def is_current(sealed: str) -> bool:
    """Whether SECRET_KEY itself sealed it, not one of the keys before."""
    try:
        sealer(settings.SECRET_KEY).decrypt(sealed.encode())
    except InvalidToken:
        return False
    return True


@functools.lru_cache(maxsize=8)
def sealer(key: str) -> Fernet:
    secret = salted_hmac(SALT, "", secret=key, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(secret))
