"""Which of a plan's places a dossier stands for: the first pool that names its group and its award."""

from collections.abc import Iterable

from campaigns.models import Quota
from campaigns.quota import binds
from nominations.models import Dossier


def pools_by_award(campaigns: Iterable[int]) -> dict[tuple, Quota]:
    """Every pool of the plans by (campaign, group, award); what is missing has no number in the plan."""
    quotas = Quota.objects.filter(campaign__in=set(campaigns)).select_related("clause__campaign")
    return {
        (quota.campaign_id, quota.group, award.pk): quota
        for quota in quotas.prefetch_related("awards").order_by("-pk")
        for award in quota.awards.all()
    }


def award_key(dossier: Dossier) -> tuple:
    return dossier.campaign_id, dossier.group, dossier.award_type_id


def pool_of(dossier: Dossier) -> Quota | None:
    """The pool of slots for a dossier's award and group; None where the plan sets no number."""
    return pools_by_award([dossier.campaign_id]).get(award_key(dossier))


def claimed(pool: Quota | None) -> bool:
    """Whether a dossier proposed at this level takes a slot of the pool; a number asked upward does not."""
    return pool is not None and binds(pool, forwarding=False)
