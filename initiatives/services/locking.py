"""Initiatives are locked by ascending key; what a plan's date binds locks the plan before them."""

from campaigns.services.locking import lock_campaign
from initiatives.models import Initiative
from thiduakt.errors import Refused
from thiduakt.workflow import Step

RELATED = ("campaign", "unit", "office", "created_by", "item__session", "sheet")


def lock_initiatives(keys) -> list[Initiative]:
    """The rows again, locked until the transaction ends."""
    rows = Initiative.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=list(keys))
    return list(rows.select_related(*RELATED).prefetch_related("authors__person").order_by("pk"))


def lock_initiative(initiative: Initiative) -> Initiative:
    return lock_initiatives([initiative.pk])[0]


def lock_for(steps: list[Step], keys) -> list[Initiative]:
    """As `lock_initiatives`, the plans first for a step that a deadline binds."""
    keys = list(keys)
    if any(step.deadline for step in steps):
        plans = Initiative.objects.filter(pk__in=keys, campaign__isnull=False).order_by("campaign")
        before = list(plans.values_list("campaign", flat=True).distinct())
        for plan in before:
            lock_campaign(plan)
        found = lock_initiatives(keys)
        if {one.campaign_id for one in found} - {None} != set(before):
            raise Refused("Kế hoạch của sáng kiến vừa được đổi, xin thử lại.")
        return found
    return lock_initiatives(keys)
