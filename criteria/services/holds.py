"""What keeps somebody from being considered for a time: discipline, inspection, a complaint."""

import datetime as dt

from criteria.models import Hold, HoldEvent
from criteria.permissions import refuse_not_office
from documents.models import StoredFile
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.models import Person, Unit

from . import recording


@change
def enter_hold(
    holder: Unit | Person,
    *,
    reason: str,
    since: dt.date,
    source: str,
    by,
    until: dt.date | None = None,
    note_text: str = "",
    evidence: StoredFile | None = None,
    at: dt.datetime | None = None,
) -> Hold:
    """From a day, until its last day or until it is ended. Raises Refused: a day to come, not the office."""
    at = at or database_now()
    row = Hold(
        unit=holder if isinstance(holder, Unit) else None,
        person=holder if isinstance(holder, Person) else None,
        reason=reason,
        since=since,
        until=until,
        note=note_text,
        source=source,
        evidence=evidence,
    )
    refuse_not_office(by, vietnam_day(at), holder)
    refuse_bad_hold(row, vietnam_day(at))
    return recording.enter(row, HoldEvent, by=by, at=at)


def refuse_bad_hold(row: Hold, on: dt.date) -> None:
    if row.since > on:
        raise Refused("Ngày bắt đầu còn ở phía trước; kiểm tra lại ngày.")
    if not row.source:
        raise Refused("Ghi văn bản làm căn cứ.")
    others = (
        Hold.objects.live().filter(unit=row.unit, person=row.person, reason=row.reason).exclude(pk=row.pk)
    )
    if others.filter(since=row.since).exists():
        raise Refused("Việc này đã được ghi từ ngày này.")


@change
def correct_hold(row: Hold, *, by, note: str, at: dt.datetime | None = None, **values) -> Hold:
    """Other days or another source; the end of a hold is such a correction. Raises Refused."""
    at = at or database_now()
    row = recording.live(Hold.objects.select_for_update(no_key=True).get(pk=row.pk))
    refuse_not_office(by, vietnam_day(at), row.holder)
    if "note_text" in values:
        values["note"] = values.pop("note_text")
    row = recording.correct(row, HoldEvent, values, by=by, at=at, note=note)
    refuse_bad_hold(row, vietnam_day(at))
    return row


@change
def cancel_hold(row: Hold, *, by, note: str, at: dt.datetime | None = None) -> Hold:
    at = at or database_now()
    row = recording.live(Hold.objects.select_for_update(no_key=True).get(pk=row.pk))
    refuse_not_office(by, vietnam_day(at), row.holder)
    return recording.cancel(row, HoldEvent, by=by, at=at, note=note)
