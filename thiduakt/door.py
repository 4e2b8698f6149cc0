"""The door every change goes through: one transaction, and a wait that ends in a sentence."""

import functools

from django.db import OperationalError, transaction

from thiduakt.errors import Refused

BUSY = "Hệ thống đang bận, xin thử lại."


def change(function):
    """Run a service in one transaction; who waited too long for a lock is told to try again.

    PostgreSQL gives up after `lock_timeout`, SQLite after its own: both say OperationalError.
    """

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        try:
            with transaction.atomic():
                return function(*args, **kwargs)
        except OperationalError as error:
            if waited_too_long(error):
                raise Refused(BUSY) from error
            raise

    return wrapper


def waited_too_long(error: OperationalError) -> bool:
    text = str(error)
    return any(word in text for word in ("lock timeout", "deadlock detected", "database is locked"))
