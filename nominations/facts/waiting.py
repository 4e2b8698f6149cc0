"""How long a dossier waits at the office, and when that is too long."""

import datetime as dt

from django.db.models import Q

from nominations.enums import APPRAISED_IN, StageState
from thiduakt.clock import VIETNAM
from thiduakt.vietnamese.days import working_days_between

# Working days within which the office answers.
ANSWER_DAYS = 3


def is_slow(since: dt.date, on: dt.date) -> bool:
    return working_days_between(since, on) > ANSWER_DAYS


def last_slow_day(on: dt.date) -> dt.date:
    """What has waited since this day, or longer, waits too long."""
    day = on
    while not is_slow(day, on):
        day -= dt.timedelta(days=1)
    return day


def is_late(on: dt.date) -> Q:
    """Stages where the office has not answered in time, or the unit has not supplemented by its day."""
    following = last_slow_day(on) + dt.timedelta(days=1)
    begins = dt.datetime.combine(following, dt.time(), VIETNAM)
    return Q(state__in=APPRAISED_IN, changed_at__lt=begins) | is_overdue(on)


def is_overdue(on: dt.date) -> Q:
    return Q(state=StageState.CHANGES_REQUESTED, due_on__lt=on)


def in_time(on: dt.date) -> Q:
    """Stages where somebody's answer is awaited and not late."""
    return Q(state__in=(*APPRAISED_IN, StageState.CHANGES_REQUESTED)) & ~is_late(on)
