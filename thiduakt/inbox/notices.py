"""Lines written to one user (a result, a request): shown until they are read."""

import datetime as dt

from django.utils import timezone

from units.models import Notice

SHOWN = 20


def unread(user, on: dt.date) -> list[Notice]:
    return list(Notice.objects.visible_to(user, on).filter(read_at__isnull=True)[:SHOWN])


def mark_read(user, on: dt.date, keys: list[int] | None = None) -> int:
    """One's own lines, all or the named ones; returns how many. Another's line is left as it is."""
    rows = Notice.objects.visible_to(user, on).filter(read_at__isnull=True)
    if keys is not None:
        rows = rows.filter(pk__in=keys)
    return rows.update(read_at=timezone.now())
