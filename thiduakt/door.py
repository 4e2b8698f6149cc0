"""The door every change goes through: one transaction, and a wait that ends in a sentence."""

import functools
import logging

from django.db import IntegrityError, OperationalError, transaction

from thiduakt.errors import Refused

BUSY = "Hệ thống đang bận, xin thử lại."
TAKEN = "Nội dung này vừa được người khác ghi ngay trước đó, lần ghi này chưa được lưu. Tải lại trang để xem."
UNIQUE = "23505"  # PostgreSQL's unique_violation


def change(function):
    """Run a service in one transaction; who waited too long for a lock is told to try again.

    PostgreSQL gives up after `lock_timeout`, SQLite after its own: both say OperationalError. Of two who
    write the same new row at the same moment both find its place free; the slower meets the constraint.
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
        except IntegrityError as error:
            if is_taken(error):
                logging.getLogger(__name__).warning("a row was there already: %s", error)
                raise Refused(TAKEN) from error
            raise

    return wrapper


def waited_too_long(error: OperationalError) -> bool:
    text = str(error)
    return any(word in text for word in ("lock timeout", "deadlock detected", "database is locked"))


def is_taken(error: IntegrityError) -> bool:
    return getattr(error.__cause__, "pgcode", "") == UNIQUE or "UNIQUE constraint failed" in str(error)
