"""What plans ask of a unit beside dossiers: the tasks of a work plan."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse

from campaigns.facts.feed import work_plans_of
from campaigns.facts.rules import brief
from campaigns.facts.work import BoardRow, board_rows, shown_from, units_below
from campaigns.models import Campaign
from units.enums import UNIT_ROLES

from .items import TaskItem, task


def work_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Tasks that a running work plan gives a unit one acts for, from the quarter in which they are due."""
    units = set(user.acting_unit_ids(on, UNIT_ROLES))
    if not units:
        return
    for plan in work_plans_of(sorted(units), on):
        for row in board_rows(plan, on, units_below(plan.issuer_id, on)):
            if waits(row, plan, units, on):
                yield work_item(row, plan, on)


def waits(row: BoardRow, plan: Campaign, units: set[int], on: dt.date) -> bool:
    told = {report.unit_id for report in row.reports}
    begins = shown_from(row.task, row.due, plan.year)
    return not row.done and bool(row.owners.keys & units - told) and (begins is None or begins <= on)


def work_item(row: BoardRow, plan: Campaign, on: dt.date) -> TaskItem:
    url = reverse("campaigns:task", args=[plan.pk, row.task.pk])
    title = f"Nhiệm vụ {row.task.number}: {brief(row.task.text)}"
    return task("work", title, url, plan.title, on=on, due=row.due, campaign=plan)
