"""Which of a plan's places a dossier stands for at a level: the first pool of that level's plan that names
its group and its award."""

from collections.abc import Iterable

from django.db.models import F

from campaigns.models import Campaign, Quota
from campaigns.quota import binds
from nominations.enums import HOLDS_SLOT, LOST, StageState
from nominations.models import Dossier, DossierStage

MOST_LEVELS = 10


def pools_by_award(campaigns: Iterable[int]) -> dict[tuple, Quota]:
    """Every pool of the plans by (campaign, group, award); what is missing has no number in the plan."""
    rows = Quota.objects.filter(campaign__in=set(campaigns), awards__isnull=False)
    pools: dict[int, Quota] = {}
    return {
        (row.campaign_id, row.group, row.award_key): pools.setdefault(row.pk, row)
        for row in rows.annotate(award_key=F("awards")).order_by("-pk")
    }


def plans_above(campaigns: Iterable[int]) -> dict[int, tuple[int, int]]:
    """(plan above, its issuer) of each plan and of those above it; a query for each level of plans."""
    found: dict[int, tuple[int, int]] = {}
    asked = set(campaigns)
    for _ in range(MOST_LEVELS):
        rows = Campaign.objects.filter(pk__in=asked - set(found), parent__isnull=False)
        above = {pk: rest for pk, *rest in rows.values_list("pk", "parent", "parent__issuer")}
        found |= {pk: tuple(rest) for pk, rest in above.items()}
        asked = {parent for parent, _ in above.values()} - set(found)
        if not asked:
            break
    return found


class Pools:
    """The pools of many dossiers' plans, and of the plans above them where a dossier went higher."""

    def __init__(self, campaigns: Iterable[int], *, higher: bool = True):
        campaigns = set(campaigns)
        self.above = plans_above(campaigns) if higher else {}
        self.by_award = pools_by_award(campaigns | {parent for parent, _ in self.above.values()})

    def of(self, dossier: Dossier, stage: DossierStage) -> Quota | None:
        """What a dossier draws on at a level; None where no plan of that level sets a number."""
        plan = dossier.campaign_id if stage.level <= 1 else self.plan_of(dossier.campaign_id, stage.unit_id)
        return self.by_award.get((plan, dossier.group, dossier.award_type_id))

    def plan_of(self, campaign: int, unit: int) -> int | None:
        """The plan of a higher level by which the dossier's own was issued."""
        for _ in range(MOST_LEVELS):
            campaign, issuer = self.above.get(campaign, (None, None))
            if campaign is None or issuer == unit:
                break
        return campaign


def award_key(dossier: Dossier) -> tuple:
    return dossier.campaign_id, dossier.group, dossier.award_type_id


def pool_of(dossier: Dossier) -> Quota | None:
    """The pool for a dossier where it stands now; None where no plan sets a number."""
    stage = dossier.stage
    return Pools([dossier.campaign_id], higher=stage.level > 1).of(dossier, stage)


def claimed(pool: Quota | None, *, forwarding: bool = False) -> bool:
    """Whether an award proposed here, or sent up, takes a slot; a number asked upward binds the sending."""
    return pool is not None and binds(pool, forwarding=forwarding)


def holding(stages: Iterable[DossierStage]) -> list[DossierStage]:
    """The levels at which a dossier holds a slot: none once it was lost, at whatever level.

    A slot taken by sending up stays taken while the levels above consider it.
    """
    stages = list(stages)
    if any(stage.state in LOST for stage in stages):
        return []
    return [stage for stage in stages if stage.state in HOLDS_SLOT]


def slot_of(stage: DossierStage, pool: Quota | None) -> Quota | None:
    """The pool of which a stage holds a slot, if the state it is in takes one of it."""
    return pool if claimed(pool, forwarding=stage.state == StageState.FORWARDED) else None
