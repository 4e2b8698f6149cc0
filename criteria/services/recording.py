"""What entering, correcting and cancelling of every record have in common: the checks, the row, the trail."""

import datetime as dt
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db.models import Model

from thiduakt.errors import Refused
from thiduakt.events.base import Event, append


def enter(row: Model, trail: type[Event], *, by, at: dt.datetime) -> Model:
    """Save a new record with its first event. Raises Refused where a constraint stands against it."""
    row.entered_by, row.entered_at = by, at
    checked(row)
    row.save()
    append(trail, row, action="enter", by=by, at=at)
    return row


def checked(row: Model) -> None:
    left = [f.name for f in row._meta.fields if not f.editable and getattr(row, f.attname) is None]
    try:
        row.full_clean(exclude=left)
    except ValidationError as error:
        raise Refused(*error.messages) from error


def live(row: Model) -> Model:
    """The record that was just locked. Raises Refused for a cancelled one."""
    if not row.is_live:
        raise Refused("Dòng này đã hủy ghi, không sửa được nữa.")
    return row


def correct(row: Model, trail: type[Event], values: dict, *, by, at: dt.datetime, note: str) -> Model:
    """Write what differs, and keep in the trail what was there. Raises Refused."""
    changes = changed(row, values)
    if not changes:
        raise Refused("Chưa có gì thay đổi so với số liệu đang ghi.")
    if not note.strip():
        raise Refused("Ghi lý do sửa.")
    checked(row)
    row.save()
    append(trail, row, action="correct", by=by, at=at, note=note, data={"changes": changes})
    return row


def changed(row: Model, values: dict) -> list[list[str]]:
    """[what, before, after] of what differs; the row then holds the new values."""
    changes = []
    for name, value in values.items():
        before = getattr(row, name)
        if before != value:
            label = row._meta.get_field(name).verbose_name
            changes.append([str(label), shown(row, name), shown(row, name, value)])
    return changes


def shown(row: Model, name: str, *value) -> str:
    """A value as people read it; with a new value the row takes it first."""
    if value:
        setattr(row, name, value[0])
    found = getattr(row, name)
    if found is None or found == "":
        return "để trống"
    if isinstance(found, dt.date):
        return f"{found:%d/%m/%Y}"
    if isinstance(found, Decimal):
        return f"{found.normalize():f}".replace(".", ",")
    display = getattr(row, f"get_{name}_display", None)
    return str(display() if display else found)


def cancel(row: Model, trail: type[Event], *, by, at: dt.datetime, note: str) -> Model:
    """It stays to be read and counts no more. Raises Refused without a reason."""
    if not note.strip():
        raise Refused("Ghi lý do hủy.")
    row.is_live = False
    row.save(update_fields=["is_live"])
    append(trail, row, action="cancel", by=by, at=at, note=note)
    return row
