"""Scores of indices, and which unit answers for which: entered by the office from published papers."""

import datetime as dt

from criteria.models import Assignment, AssignmentEvent, Indicator, IndicatorScore, ScoreEvent
from criteria.permissions import refuse_not_office
from criteria.rules.figures import FIRST_YEAR, score_fault, year_fault
from documents.models import StoredFile
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.models import Unit

from . import recording
from .facts import refuse_before_founding


@change
def enter_score(
    indicator: Indicator,
    unit: Unit,
    *,
    year: int,
    source: str,
    by,
    score=None,
    rank: int | None = None,
    evidence: StoredFile | None = None,
    at: dt.datetime | None = None,
) -> IndicatorScore:
    """One index of a unit for one year. Raises Refused: out of its range, a year to come, a second one."""
    at = at or database_now()
    row = IndicatorScore(
        indicator=indicator, unit=unit, year=year, score=score, rank=rank, source=source, evidence=evidence
    )
    refuse_not_office(by, vietnam_day(at), unit)
    refuse_bad_score(row, vietnam_day(at))
    return recording.enter(row, ScoreEvent, by=by, at=at)


def refuse_bad_score(row: IndicatorScore, on: dt.date) -> None:
    refuse_before_founding(row.unit, row.year)
    found = row.indicator
    fault = year_fault(row.year, on.year) or score_fault(row.score, row.rank, found.max_score, found.max_rank)
    if fault:
        raise Refused(f"{found} năm {row.year}: {fault}")


@change
def correct_score(
    row: IndicatorScore, *, by, note: str, at: dt.datetime | None = None, **values
) -> IndicatorScore:
    """Another score, rank or source; what stood there stays in the trail. Raises Refused."""
    at = at or database_now()
    row = recording.live(IndicatorScore.objects.select_for_update(no_key=True).get(pk=row.pk))
    refuse_not_office(by, vietnam_day(at), row.unit)
    row = recording.correct(row, ScoreEvent, values, by=by, at=at, note=note)
    refuse_bad_score(row, vietnam_day(at))
    return row


@change
def cancel_score(row: IndicatorScore, *, by, note: str, at: dt.datetime | None = None) -> IndicatorScore:
    at = at or database_now()
    row = recording.live(IndicatorScore.objects.select_for_update(no_key=True).get(pk=row.pk))
    refuse_not_office(by, vietnam_day(at), row.unit)
    return recording.cancel(row, ScoreEvent, by=by, at=at, note=note)


@change
def assign_indicator(
    indicator: Indicator,
    unit: Unit,
    *,
    since_year: int,
    source: str,
    by,
    until_year: int | None = None,
    evidence: StoredFile | None = None,
    at: dt.datetime | None = None,
) -> Assignment:
    """From a year on the unit answers for this index, or this component of one. Raises Refused."""
    at = at or database_now()
    row = Assignment(
        indicator=indicator,
        unit=unit,
        since_year=since_year,
        until_year=until_year,
        source=source,
        evidence=evidence,
    )
    refuse_not_office(by, vietnam_day(at), unit)
    refuse_bad_assignment(row, vietnam_day(at))
    return recording.enter(row, AssignmentEvent, by=by, at=at)


def refuse_bad_assignment(row: Assignment, on: dt.date) -> None:
    """Next year's assignments are made this year; an index that every body has of its own is not assigned."""
    if not FIRST_YEAR <= row.since_year <= on.year + 1:
        raise Refused(f"Năm bắt đầu từ {FIRST_YEAR} đến {on.year + 1}.")
    if row.indicator.own:
        raise Refused(f"{row.indicator} chấm riêng từng cơ quan, đơn vị nên không cần giao.")
    others = Assignment.objects.live().filter(indicator=row.indicator, unit=row.unit).exclude(pk=row.pk)
    last = row.until_year or row.since_year + 1000
    if any(
        other.since_year <= last and other.holds_in(max(other.since_year, row.since_year)) for other in others
    ):
        raise Refused(f"{row.unit} đã được giao {row.indicator} trong thời gian này.")


@change
def correct_assignment(
    row: Assignment, *, by, note: str, at: dt.datetime | None = None, **values
) -> Assignment:
    """Another span or source, as when a unit no longer answers for the index. Raises Refused."""
    at = at or database_now()
    row = recording.live(Assignment.objects.select_for_update(no_key=True).get(pk=row.pk))
    refuse_not_office(by, vietnam_day(at), row.unit)
    row = recording.correct(row, AssignmentEvent, values, by=by, at=at, note=note)
    refuse_bad_assignment(row, vietnam_day(at))
    return row


@change
def cancel_assignment(row: Assignment, *, by, note: str, at: dt.datetime | None = None) -> Assignment:
    at = at or database_now()
    row = recording.live(Assignment.objects.select_for_update(no_key=True).get(pk=row.pk))
    refuse_not_office(by, vietnam_day(at), row.unit)
    return recording.cancel(row, AssignmentEvent, by=by, at=at, note=note)
