"""The system's clock: the database's, read after the locks, shown in Vietnam's time."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.db import connection
from django.utils import timezone

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def database_now() -> dt.datetime:
    """The database's clock, in UTC, by a statement of its own.

    `now()` of PostgreSQL is the start of the transaction, and a clock read inside the locking
    statement is read before the wait: only a second statement after the locks tells the truth.
    """
    if connection.vendor != "postgresql":
        return timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def vietnam_day(at: dt.datetime) -> dt.date:
    """The calendar day in Vietnam at an instant."""
    return at.astimezone(VIETNAM).date()


def today() -> dt.date:
    """Today's date in Vietnam by the web server's clock: for pages, never for a deadline."""
    return vietnam_day(timezone.now())
