"""A unit that is entered, when the system begins or when it is new; and what was mistyped, put right."""

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
from .tree import create_unit, must_exist, rebuild_ancestors


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


@change
def correct_unit(unit: Unit, *, by, note: str, at: dt.datetime | None = None, **fields) -> Unit:
    """Put right what was mistyped or missing; the trail keeps what stood before.

    `fields`: name, short_name, symbol, place_name, head_title, valid_from. A new name is an act of
    organisation; a first day only goes back. Raises Refused: not one's to keep, closed, no reason given.
    """
    unit = Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    at = at or database_now()
    on = vietnam_day(at)
    refuse_stranger(by, on, units=[unit])
    if unit.valid_to and unit.valid_to < on:
        raise Refused(f"{unit.name} đã kết thúc hoạt động nên không sửa nữa.")
    changed = {name: [getattr(unit, name), value] for name, value in fields.items()}
    changed = {name: pair for name, pair in changed.items() if pair[0] != pair[1]}
    if not changed:
        return unit
    if not note.strip():
        raise Refused("Ghi lý do sửa, ví dụ: nhập thiếu địa danh.")
    if "valid_from" in changed:
        date_back(unit, fields["valid_from"])
    for name, (_, value) in changed.items():
        setattr(unit, name, value)
    try:
        unit.full_clean()
    except ValidationError as error:
        raise Refused(*error.messages) from error
    unit.save()
    told = {name: [str(value) for value in pair] for name, pair in changed.items()}
    append(UnitEvent, unit, action="correct", by=by, at=at, note=note, data=told)
    return unit


def date_back(unit: Unit, since: dt.date) -> None:
    """The unit and where it stood at first, from an earlier day on. Raises Refused."""
    if since > unit.valid_from:
        day = short_date(unit.valid_from)
        raise Refused(f"{unit.name} đã ghi thành lập từ {day}: chỉ sửa được về ngày sớm hơn.")
    if unit.origins.exists():
        raise Refused(
            f"{unit.name} lập theo một biến động tổ chức: ngày thành lập là ngày của quyết định ấy."
        )
    if (ended := ENDED_KINDS.get(unit.kind)) and since >= ended:
        raise Refused(f"Từ ngày {short_date(ended)} không còn cấp huyện.")
    lock_tree()
    for link in unit.parents.filter(since=unit.valid_from).select_related("parent"):
        must_exist(link.parent, since)
        unit.parents.filter(pk=link.pk).update(since=since)
    Unit.objects.filter(pk=unit.pk).update(valid_from=since)
    rebuild_ancestors(unit)
