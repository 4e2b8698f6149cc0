"""A unit's secret calendar address: made, and made anew when it went astray."""

import secrets

from campaigns.models import CalendarFeed
from campaigns.permissions import OFFICE
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.enums import UNIT_ROLES
from units.models import Unit

FEED_ROLES = frozenset({*UNIT_ROLES, *OFFICE})


@change
def renew_feed(unit: Unit, *, by) -> CalendarFeed:
    """A new address; the former one leads nowhere from now on."""
    at = database_now()
    if not by.roles_at(unit.pk, vietnam_day(at)) & FEED_ROLES:
        raise Refused(f"Chỉ cán bộ đầu mối, thủ trưởng của {unit.name} được đặt địa chỉ lịch.")
    values = {"token": secrets.token_urlsafe(32), "renewed_at": at, "renewed_by": by}
    return CalendarFeed.objects.update_or_create(unit=unit, defaults=values)[0]
