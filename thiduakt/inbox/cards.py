"""Phong trào của tôi: each running plan with how far one's own side is, and one next step."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from campaigns.enums import CampaignState
from campaigns.facts.times import Badge, badge
from campaigns.models import Campaign
from nominations.enums import FINAL, HOLDS_SLOT
from nominations.enums import StageState as S
from nominations.models import DossierStage
from units.enums import UNIT_ROLES

from .items import TaskItem, dossier_due
from .nominees import owned

SHOWN = 6
DONE = (*FINAL, *HOLDS_SLOT)
AT_HOME = (S.DRAFT, S.UNIT_CHANGES, S.SUBMITTED, S.UNIT_PROPOSED)


@dataclass(frozen=True)
class Card:
    """`done` of `total` dossiers as `label` says; no bar while there is none. `step`: the next task."""

    campaign: Campaign
    badge: Badge
    due: dt.date | None
    label: str
    done: int
    total: int
    step: TaskItem | None


def cards_for(user, on: dt.date, tasks: Iterable[TaskItem]) -> list[Card]:
    """The newest running plans one sees."""
    plans = Campaign.objects.visible_to(user, on).filter(state=CampaignState.LAUNCHED)
    plans = list(plans.order_by("-launched_on", "-pk").prefetch_related("deadline_set__campaign")[:SHOWN])
    steps: dict[int | None, TaskItem] = {}
    for item in tasks:
        steps.setdefault(item.campaign, item)
    sent, reviewed = counts(sent_by(user, on), plans, AT_HOME), counts(reviewed_by(user, on), plans)
    return [card(plan, on, sent, reviewed, steps.get(plan.pk)) for plan in plans]


def card(plan: Campaign, on: dt.date, sent: dict, reviewed: dict, step: TaskItem | None) -> Card:
    """A reviewing level's count goes before a unit's: it is the larger one."""
    if plan.pk in reviewed:
        total, done = reviewed[plan.pk]
        label = f"Hồ sơ đã gửi đến: đã xét xong {done}/{total}"
    else:
        total, done = sent.get(plan.pk, (0, 0))
        label = f"Hồ sơ của tôi và đơn vị: đã gửi {done}/{total}" if total else ""
    due = dossier_due(plan)
    return Card(plan, badge(plan, on), due if due and due >= on else None, label, done, total, step)


def sent_by(user, on: dt.date):
    """Where each dossier of oneself and one's units stands now."""
    units = user.acting_unit_ids(on, UNIT_ROLES)
    mine = owned(user, "dossier__") | Q(dossier__unit__in=units)
    return DossierStage.objects.current().filter(mine, dossier__is_live=True)


def reviewed_by(user, on: dt.date):
    return DossierStage.objects.current().visible_to(user, on).exclude(state=S.WITHDRAWN)


def counts(stages, plans: list[Campaign], still: tuple = ()) -> dict[int, tuple[int, int]]:
    """(all, done) by plan: done is what is no longer in one of `still`, or has a result."""
    done = ~Q(state__in=still) if still else Q(state__in=DONE)
    rows = stages.filter(dossier__campaign__in=plans).values_list("dossier__campaign")
    counted = rows.annotate(total=Count("pk"), finished=Count("pk", filter=done)).order_by()
    return {plan: (total, finished) for plan, total, finished in counted}
