"""What plans ask of a unit beside dossiers: the tasks of a work plan, a plan of its own."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse

from campaigns.enums import CampaignKind, CampaignState, DeadlineKind
from campaigns.facts import due_on
from campaigns.facts.feed import work_plans_of
from campaigns.facts.rules import brief
from campaigns.facts.work import BoardRow, board_rows, shown_from, units_below
from campaigns.models import Campaign, Participation
from campaigns.permissions import OFFICE
from units.enums import UNIT_ROLES, Role
from units.models import UnitAncestor

from .items import TaskItem, task
from .running import running

AHEAD = dt.timedelta(days=45)


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


def late_work(user, on: dt.date) -> Iterator[TaskItem]:
    """For the office: a work plan of its own with tasks that are late, in one line."""
    units = user.acting_unit_ids(on, OFFICE)
    if not units:
        return
    plans = Campaign.objects.filter(
        issuer__in=units, kind=CampaignKind.ANNUAL_PLAN, state=CampaignState.LAUNCHED
    )
    for plan in plans.select_related("issuer").order_by("pk"):
        late = [row.due for row in board_rows(plan, on) if not row.done and row.due and row.due < on]
        if late:
            url = reverse("campaigns:work", args=[plan.pk])
            title = f"Đôn đốc {len(late)} nhiệm vụ quá hạn"
            yield task("late_work", title, url, plan.title, on=on, due=min(late), campaign=plan)


def missing_own_plans(user, on: dt.date) -> Iterator[TaskItem]:
    """For the office: how many units have not sent the plan of their own that a plan asks for."""
    units = user.acting_unit_ids(on, OFFICE)
    if not units:
        return
    parts = Participation.objects.filter(
        campaign__issuer__in=units,
        campaign__state=CampaignState.LAUNCHED,
        campaign__deadline_set__what=DeadlineKind.OWN_PLAN,
        own_plan_sent_at__isnull=True,
    )
    below = UnitAncestor.objects.on(on).filter(
        unit=OuterRef("unit"), ancestor=OuterRef("campaign__issuer"), depth=1
    )
    missing = parts.filter(Exists(below)).values_list("campaign")
    counts = dict(missing.annotate(Count("unit", distinct=True)).order_by())
    for plan in running(counts).values():
        due = due_on(plan, DeadlineKind.OWN_PLAN)
        if due is None or due - AHEAD <= on:
            url = reverse("campaigns:own-plans", args=[plan.pk])
            title = f"Nhắc {counts[plan.pk]} đơn vị chưa gửi kế hoạch thi đua"
            yield task("missing_plans", title, url, plan.title, on=on, due=due, campaign=plan)


def own_plan_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Plans that ask the unit for one of its own, which it has not sent yet; only units directly below."""
    units = user.acting_unit_ids(on, [Role.UNIT_CLERK])
    if not units:
        return
    parts = Participation.objects.filter(
        unit__in=units,
        own_plan_sent_at__isnull=True,
        campaign__state=CampaignState.LAUNCHED,
        campaign__deadline_set__what=DeadlineKind.OWN_PLAN,
    ).distinct()
    parts = parts.select_related("unit", "campaign").prefetch_related("campaign__deadline_set__campaign")
    for part in parts.order_by("pk"):
        due = due_on(part.campaign, DeadlineKind.OWN_PLAN)
        if (due is None or due - AHEAD <= on) and directly_below(part, on):
            yield own_plan_item(part, due, on)


def directly_below(part: Participation, on: dt.date) -> bool:
    above = part.unit.ancestor_spans.on(part.campaign.launched_on or on)
    return above.filter(depth=1, ancestor=part.campaign.issuer_id).exists()


def own_plan_item(part: Participation, due: dt.date | None, on: dt.date) -> TaskItem:
    url = reverse("campaigns:own-plans", args=[part.campaign_id])
    title = f"Gửi kế hoạch thi đua của {part.unit}"
    return task("own_plan", title, url, part.campaign.title, on=on, due=due, campaign=part.campaign)
