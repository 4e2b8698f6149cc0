"""Lines written to the accounts of units."""

import datetime as dt
from collections.abc import Iterable

from django.utils.text import Truncator

from units.enums import UNIT_ROLES
from units.models import Membership, Notice

LONGEST = 300


def tell_units(unit_ids: Iterable[int], text: str, url: str, *, on: dt.date, roles=UNIT_ROLES) -> int:
    """One line to everybody who acts for one of the units in one of the roles; returns how many people.

    Whoever acts for several of them is told once.
    """
    held = Membership.objects.on(on).filter(unit__in=list(unit_ids), role__in=roles, user__is_active=True)
    users = sorted(set(held.values_list("user", flat=True)))
    line = Truncator(text).chars(LONGEST)
    Notice.objects.bulk_create(Notice(user_id=user, text=line, url=url) for user in users)
    return len(users)
