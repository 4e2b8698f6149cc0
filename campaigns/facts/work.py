"""The tasks of a plan on one day: whose, until when, how far."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch

from campaigns.dates import explain, last_day
from campaigns.enums import CampaignState
from campaigns.models import Campaign, Task, TaskReport
from campaigns.plan_text.owners import best_named, names_everybody
from thiduakt.vietnamese.days import short_date
from units.models import Unit, UnitAncestor

from .rules import ROMAN
from .times import Badge

SOON = dt.timedelta(days=14)
QUARTER_MONTHS = 3


@dataclass(frozen=True)
class Owners:
    """`named`: units that the plan names; `everybody`: it also speaks to all units below the issuer."""

    named: list[Unit]
    everybody: list[Unit]

    @property
    def keys(self) -> set[int]:
        return {unit.pk for unit in (*self.named, *self.everybody)}


@dataclass(frozen=True)
class BoardRow:
    """One task. `due`: its last day; `badge`: how it stands; `reported`: (done, of) for all."""

    task: Task
    owners: Owners
    due: dt.date | None
    words: str
    badge: Badge
    done: bool
    reports: list[TaskReport] = field(default_factory=list)
    reported: tuple[int, int] | None = None


def tasks_with_reports(queryset):
    """Tasks with what the board reads; reports that were taken back are left out."""
    live = TaskReport.objects.filter(undone_at__isnull=True).select_related("unit", "by", "file")
    return queryset.prefetch_related(Prefetch("reports", live, to_attr="live_reports"))


def units_below(issuer_id: int | None, on: dt.date) -> list[Unit]:
    """The units directly below a body that day."""
    below = UnitAncestor.objects.on(on).filter(ancestor=issuer_id, depth=1)
    return list(Unit.objects.on(on).filter(pk__in=below.values("unit")))


def owners_of(task: Task, units: Iterable[Unit]) -> Owners:
    units = list(units)
    names = {unit.pk: [unit.name, unit.short_name] for unit in units}
    by_pk = {unit.pk: unit for unit in units}
    found = {best_named(owner, names) for owner in task.owners if not names_everybody(owner)} - {None}
    everybody = any(names_everybody(owner) for owner in task.owners)
    return Owners([by_pk[pk] for pk in sorted(found)], units if everybody else [])


def board_rows(campaign: Campaign, on: dt.date, units: list[Unit] | None = None) -> list[BoardRow]:
    """Every task, by quarter and day."""
    units = units_below(campaign.issuer_id, on) if units is None else units
    tasks = tasks_with_reports(campaign.task_set.select_related("clause__campaign"))
    rows = [board_row(task, campaign, units, on) for task in tasks]
    last = dt.date.max
    return sorted(rows, key=lambda row: (row.task.quarter or 9, row.due or last, row.task.order, row.task.pk))


def board_row(task: Task, campaign: Campaign, units: list[Unit], on: dt.date) -> BoardRow:
    task.campaign = campaign
    owners, limit = owners_of(task, units), task.limit()
    due, reports = last_day(limit), task.live_reports
    done = is_done(task, campaign, owners)
    words = explain(limit) if limit.on else task.due_text
    told = len({report.unit_id for report in reports} & {unit.pk for unit in owners.everybody})
    counted = (told, len(owners.everybody)) if owners.everybody and not done else None
    return BoardRow(task, owners, due, words, badge(reports, due, done, campaign, on), done, reports, counted)


def is_done(task: Task, campaign: Campaign, owners: Owners) -> bool:
    """By a unit named, or by the issuing office; what is for all units, when all have reported."""
    said = {report.unit_id for report in task.live_reports}
    if campaign.issuer_id in said or said & {unit.pk for unit in owners.named}:
        return True
    return bool(owners.everybody) and not owners.named and {u.pk for u in owners.everybody} <= said


def badge(reports: list[TaskReport], due: dt.date | None, done: bool, campaign: Campaign, on) -> Badge:
    if done:
        day = min(report.done_on for report in reports)
        late = due and day > due
        return Badge("is-ok", "check", f"Xong {'muộn ' if late else ''}{short_date(day)}")
    if campaign.state != CampaignState.LAUNCHED:
        return Badge("is-mute", "ring", "Chưa báo xong")
    if due and due < on:
        return Badge("is-bad", "alert", "Quá hạn")
    if due and due <= on + SOON:
        return Badge("is-warn", "clock", "Sắp đến hạn")
    return Badge("is-mute", "ring", "Chưa xong")


def quarters(rows: list[BoardRow]) -> list[tuple[str, list[BoardRow]]]:
    """Rows under their quarters, what names none last."""
    found: dict[str, list[BoardRow]] = {}
    for row in rows:
        title = f"Quý {ROMAN[row.task.quarter]}" if row.task.quarter in ROMAN else "Không theo quý"
        found.setdefault(title, []).append(row)
    return list(found.items())


def shown_from(task: Task, due: dt.date | None, year: int | None) -> dt.date | None:
    """The day from which a task belongs into the list of what is to be done; None: always."""
    if task.quarter and year:
        return dt.date(year, (task.quarter - 1) * QUARTER_MONTHS + 1, 1)
    return due - dt.timedelta(days=45) if due else None
