"""A unit that is entered: one that is there already when the system begins, or a new one."""

import datetime as dt

from django.core.exceptions import ValidationError

from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.events.base import append
from thiduakt.vietnamese.days import short_date
from units.models import Unit, UnitEvent

from .acts import lock_tree
from .objections import ENDED_KINDS
from .rights import refuse_stranger
from .tree import create_unit


@change
def found_unit(*, by, parent: Unit | None, at: dt.datetime | None = None, **fields) -> Unit:
    """A unit below `parent` from its first day; without a parent only by who keeps the whole tree.

    `fields` are the columns of Unit. Raises Refused: not one's to keep, a code in use, no such level.
    """
    lock_tree()
    at = at or database_now()
    refuse_stranger(by, vietnam_day(at), units=[parent] if parent else [])
    if parent is None and not by.has_perm("units.change_unit"):
        raise Refused("Chọn đơn vị cấp trên.")
    ended = ENDED_KINDS.get(fields["kind"])
    if ended and fields["valid_from"] >= ended:
        raise Refused(f"Từ ngày {short_date(ended)} không còn cấp huyện.")
    try:
        unit = create_unit(parent=parent, **fields)
    except ValidationError as error:
        raise Refused(*error.messages) from error
    data = {"parent": parent.code if parent else "", "valid_from": unit.valid_from.isoformat()}
    append(UnitEvent, unit, action="found", by=by, at=at, data=data)
    return unit
