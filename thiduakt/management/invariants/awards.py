"""Slots, results and their decisions."""

from collections import Counter
from collections.abc import Iterator

from campaigns.models import Quota
from campaigns.quota import binds
from documents.enums import DocumentState
from nominations.enums import HOLDS_SLOT, StageState
from nominations.facts.pools import pools_by_award
from nominations.models import Award, DossierStage
from nominations.money import bonus


def quota_used() -> Iterator[str]:
    """`used` of a pool is the number of dossiers that hold one of its slots."""
    quotas = list(Quota.objects.order_by("pk"))
    held = slots_held(quotas)
    for quota in quotas:
        counted = held[quota.pk] if binds(quota, forwarding=False) else 0
        if quota.used != counted:
            yield f"chỉ tiêu {quota.pk}: ghi {quota.used}, đếm được {counted}"


def slots_held(quotas: list[Quota]) -> Counter:
    """Dossiers by pool."""
    pools = pools_by_award(quota.campaign_id for quota in quotas)
    stages = DossierStage.objects.filter(state__in=HOLDS_SLOT)
    keys = stages.values_list("dossier__campaign", "dossier__group", "dossier__award_type")
    return Counter(pools[key].pk for key in keys if key in pools)


def awarded_has_award() -> Iterator[str]:
    """Every awarded dossier stands in the awards, by the decision of its stage."""
    stages = DossierStage.objects.filter(state=StageState.AWARDED).order_by("pk")
    for dossier, decision, of_award in stages.values_list("dossier", "decision", "dossier__award__decision"):
        if of_award is None:
            yield f"hồ sơ {dossier}: đã khen thưởng nhưng chưa có dòng khen thưởng"
        elif of_award != decision:
            yield f"hồ sơ {dossier}: quyết định {decision}, dòng khen thưởng ghi {of_award}"


def award_has_awarded_dossier() -> Iterator[str]:
    """An award that came from a dossier: the dossier says so too, unless it was revoked."""
    awards = Award.objects.filter(dossier__isnull=False, revoked_by__isnull=True)
    done = DossierStage.objects.filter(state=StageState.AWARDED).values("dossier")
    for pk, dossier in awards.exclude(dossier__in=done).order_by("pk").values_list("pk", "dossier"):
        yield f"khen thưởng {pk}: hồ sơ {dossier} không ở trạng thái đã khen thưởng"


def award_decision_issued() -> Iterator[str]:
    awards = Award.objects.exclude(decision__state=DocumentState.ISSUED).order_by("pk")
    for pk, decision in awards.values_list("pk", "decision"):
        yield f"khen thưởng {pk}: quyết định {decision} chưa ban hành"


def award_bonus() -> Iterator[str]:
    """The money is the coefficient times the base salary that stand in the same row."""
    for award in Award.objects.order_by("pk").iterator(chunk_size=2000):
        if award.bonus != bonus(award.coefficient, award.base_salary):
            yield f"khen thưởng {award.pk}: tiền thưởng {award.bonus} không khớp hệ số {award.coefficient}"
