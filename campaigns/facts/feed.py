"""What stands in a unit's calendar: its tasks and the dates of its plans, titles and days only."""

import datetime as dt

from campaigns.dates import last_day
from campaigns.enums import CampaignKind, CampaignState
from campaigns.ics import Day
from campaigns.models import Campaign
from thiduakt.vietnamese.text import first_upper
from units.models import Unit, UnitAncestor

from .rules import brief
from .work import board_rows, units_below


def plans_for(unit: Unit, on: dt.date) -> list[Campaign]:
    """Running plans of the unit itself and of the bodies above it."""
    above = UnitAncestor.objects.on(on).filter(unit=unit).values("ancestor")
    issuers = [unit.pk, *above.values_list("ancestor", flat=True)]
    plans = Campaign.objects.filter(state=CampaignState.LAUNCHED, issuer__in=issuers)
    return list(plans.select_related("issuer").prefetch_related("deadline_set__campaign").order_by("pk"))


def feed_days(unit: Unit, on: dt.date) -> list[Day]:
    return [day for plan in plans_for(unit, on) for day in [*deadline_days(plan), *task_days(plan, unit, on)]]


def deadline_days(plan: Campaign) -> list[Day]:
    rows = ((row, last_day(row.limit())) for row in plan.deadline_set.all())
    return [
        Day(f"han-{row.pk}@thiduakt", f"Hạn {row.get_what_display().lower()}: {plan.title}", due)
        for row, due in rows
        if due
    ]


def task_days(plan: Campaign, unit: Unit, on: dt.date) -> list[Day]:
    """The unit's own tasks that are not done; of its own plan all."""
    rows = board_rows(plan, on, units_below(plan.issuer_id, on))
    return [
        Day(f"viec-{row.task.pk}@thiduakt", first_upper(brief(row.task.text)), row.due)
        for row in rows
        if row.due and not row.done and (plan.issuer_id == unit.pk or unit.pk in row.owners.keys)
    ]


def work_plans_of(units: list[int], on: dt.date) -> list[Campaign]:
    """Running work plans of bodies directly above the units, and their own."""
    above = UnitAncestor.objects.on(on).filter(unit__in=units, depth=1).values_list("ancestor", flat=True)
    plans = Campaign.objects.filter(
        state=CampaignState.LAUNCHED, kind=CampaignKind.ANNUAL_PLAN, issuer__in={*above, *units}
    )
    return list(plans.select_related("issuer").order_by("pk"))
