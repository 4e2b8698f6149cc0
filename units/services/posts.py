"""Posts (biên chế) of a unit by year."""

import datetime as dt

from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.events.base import append
from units.models import Headcount, Unit, UnitEvent

from .rights import refuse_stranger


@change
def set_headcount(unit: Unit, year: int, posts: int, *, by, at: dt.datetime | None = None) -> Headcount:
    """The posts of one year, new or corrected; the trail keeps what stood before. Raises Refused."""
    unit = Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    at = at or database_now()
    on = vietnam_day(at)
    refuse_stranger(by, on, units=[unit])
    last = unit.valid_to.year if unit.valid_to else on.year + 1
    if not unit.valid_from.year <= year <= last:
        raise Refused(f"Ghi biên chế từ năm {unit.valid_from.year} đến năm {last}.")
    before = Headcount.objects.filter(unit=unit, year=year).first()
    made, _ = Headcount.objects.update_or_create(unit=unit, year=year, defaults={"posts": posts})
    data = {"year": year, "posts": posts, "before": before and before.posts}
    append(UnitEvent, unit, action="headcount", by=by, at=at, data=data)
    return made
