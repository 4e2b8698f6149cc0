"""What a closed unit left unfinished goes on under its heir; the act itself stands in nominations."""

import datetime as dt
from collections.abc import Iterable

from initiatives.enums import FINAL
from initiatives.models import Initiative
from units.enums import Role
from units.models import Unit

from .locking import lock_initiatives
from .steps import record

HAND_OVER = "hand_over"


def hand_over_initiatives(
    old: Unit, new: Unit, *, by, at: dt.datetime, note: str, roles: Iterable[Role]
) -> list[Initiative]:
    """Those of its authors, and those that wait for its council; what was recognised stays where it was."""
    unfinished = Initiative.objects.exclude(state__in=FINAL)
    keys = (unfinished.filter(unit=old) | unfinished.filter(office=old)).values_list("pk", flat=True)
    rows = lock_initiatives(keys)
    for row in rows:
        row.unit = new if row.unit_id == old.pk else row.unit
        row.office = new if row.office_id == old.pk else row.office
        row.save(update_fields=["unit", "office"])
        record(row, HAND_OVER, by=by, at=at, roles=roles, note=note)
    return rows
