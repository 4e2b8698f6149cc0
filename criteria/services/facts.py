"""Facts of a unit or a person: entered, corrected, confirmed, cancelled."""

import datetime as dt

from criteria.enums import Holders, Period
from criteria.models import Fact, FactEvent, FactKind
from criteria.permissions import keeps_as_office, waits_for_office
from criteria.rules.figures import figure_fault, year_fault
from documents.models import StoredFile
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.events.base import append
from units.models import Person, Unit

from . import recording


@change
def enter_fact(
    kind: FactKind,
    holder: Unit | Person,
    *,
    year: int,
    source: str,
    by,
    period: str = Period.YEAR,
    value=None,
    total=None,
    rating: str = "",
    evidence: StoredFile | None = None,
    at: dt.datetime | None = None,
) -> Fact:
    """One figure of one year. Raises Refused: not one's to enter, out of range, to come, a second one."""
    at = at or database_now()
    fact = Fact(
        kind=kind,
        unit=holder if isinstance(holder, Unit) else None,
        person=holder if isinstance(holder, Person) else None,
        year=year,
        period=period,
        value=value,
        total=total,
        rating=rating,
        source=source,
        evidence=evidence,
    )
    fact.awaits = waits_for_office(by, vietnam_day(at), holder, kind)
    refuse_bad(fact, vietnam_day(at))
    return recording.enter(fact, FactEvent, by=by, at=at)


def refuse_bad(fact: Fact, on: dt.date) -> None:
    """What no constraint of the database can say."""
    kind, holder = fact.kind, fact.holder
    if kind.holders == Holders.UNIT and isinstance(holder, Person):
        raise Refused(f"“{kind}” ghi cho đơn vị, không ghi cho cá nhân.")
    if kind.holders == Holders.PERSON and isinstance(holder, Unit):
        raise Refused(f"“{kind}” ghi cho cá nhân, không ghi cho đơn vị.")
    refuse_before_founding(holder, fact.year)
    if fault := year_fault(fact.year, on.year) or period_fault(fact, on):
        raise Refused(fault)
    if fault := figure_fault(kind.scale, kind.code, fact.value, fact.total, fact.rating):
        raise Refused(fault)


def period_fault(fact: Fact, on: dt.date) -> str | None:
    if fact.period == Period.YEAR:
        return None
    if fact.rating:
        return "Xếp loại ghi cho cả năm, không ghi theo quý."
    begins = dt.date(fact.year, 3 * int(fact.period[1]) - 2, 1)
    return None if begins <= on else f"{fact.get_period_display()} năm {fact.year} chưa đến."


def refuse_before_founding(holder: Unit | Person, year: int) -> None:
    if not isinstance(holder, Unit):
        return
    if holder.valid_from.year > year or (holder.valid_to and holder.valid_to.year < year):
        raise Refused(f"{holder} không hoạt động trong năm {year}.")


def locked_for(fact: Fact, by, on: dt.date) -> Fact:
    """The fact under its lock, for who may change it: the office; the unit until the office confirmed it."""
    fact = recording.live(Fact.objects.select_for_update(no_key=True).get(pk=fact.pk))
    if waits_for_office(by, on, fact.holder, fact.kind) and not fact.awaits:
        raise Refused("Số liệu đã được Thường trực xác nhận; báo Thường trực sửa.")
    return fact


@change
def correct_fact(fact: Fact, *, by, note: str, at: dt.datetime | None = None, **values) -> Fact:
    """Other figures or another source; what stood there stays in the trail. Raises Refused."""
    at = at or database_now()
    fact = locked_for(fact, by, vietnam_day(at))
    row = recording.correct(fact, FactEvent, values, by=by, at=at, note=note)
    refuse_bad(row, vietnam_day(at))
    return row


@change
def confirm_fact(fact: Fact, *, by, at: dt.datetime | None = None) -> Fact:
    """The office takes over what a unit reported: from now on the rules rest on it. Raises Refused."""
    at = at or database_now()
    fact = recording.live(Fact.objects.select_for_update(no_key=True).get(pk=fact.pk))
    if not keeps_as_office(by, vietnam_day(at), fact.holder):
        raise Refused("Chỉ Thường trực xác nhận số liệu do đơn vị báo.")
    if not fact.awaits:
        raise Refused("Số liệu này đã được xác nhận.")
    if fact.entered_by_id == by.pk:
        raise Refused("Anh/chị đã nhập số liệu này; nhờ người khác của Thường trực xác nhận.")
    fact.awaits, fact.confirmed_by, fact.confirmed_at = False, by, at
    fact.save(update_fields=["awaits", "confirmed_by", "confirmed_at"])
    append(FactEvent, fact, action="confirm", by=by, at=at)
    return fact


@change
def cancel_fact(fact: Fact, *, by, note: str, at: dt.datetime | None = None) -> Fact:
    """Take back what was entered wrongly. Raises Refused."""
    at = at or database_now()
    fact = locked_for(fact, by, vietnam_day(at))
    return recording.cancel(fact, FactEvent, by=by, at=at, note=note)
