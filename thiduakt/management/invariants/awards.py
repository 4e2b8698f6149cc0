"""Slots, results and their decisions."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from django.db.models import Q

from campaigns.models import Quota
from campaigns.quota import allotment_faults
from documents.enums import DocumentState
from nominations.enums import StageState
from nominations.facts.allotments import beyond, shares_of
from nominations.facts.pools import Pools, holding, slot_of
from nominations.models import Award, DossierStage, PastAward
from nominations.money import bonus
from thiduakt.clock import today


def quota_used() -> Iterator[str]:
    """`used` of a pool is the number of dossiers that hold one of its slots."""
    quotas = list(Quota.objects.order_by("pk"))
    held = slots_held(quotas)
    for quota in quotas:
        if quota.used != held[quota.pk]:
            yield f"chỉ tiêu {quota.pk}: ghi {quota.used}, đếm được {held[quota.pk]}"


def allotments_kept() -> Iterator[str]:
    """Nobody holds more of a pool than the part allotted to him, and the parts are no more than the pool."""
    quotas = {row.pk: row for row in Quota.objects.filter(allotments__isnull=False)}
    for key, shares in sorted(shares_of(quotas.values()).items()):
        faults = allotment_faults(quotas[key].limit, shares) or beyond(quotas[key], shares, today())
        yield from (f"chỉ tiêu {key}: {said}" for said in faults)


def slots_held(quotas: list[Quota]) -> Counter:
    """Dossiers by pool, at every level that they reached."""
    pools, found = Pools(quota.campaign_id for quota in quotas), Counter()
    stages = DossierStage.objects.filter(level__gte=1).select_related("dossier").order_by("dossier")
    for _, levels in groupby(stages.iterator(chunk_size=2000), key=attrgetter("dossier_id")):
        slots = (slot_of(stage, pools.of(stage.dossier, stage)) for stage in holding(levels))
        found.update(pool.pk for pool in slots if pool)
    return found


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


def revoked_together() -> Iterator[str]:
    """A revoked award names an issued decision; its dossier was revoked with it."""
    awards = Award.objects.filter(revoked_by__isnull=False).order_by("pk")
    for pk in awards.exclude(revoked_by__state=DocumentState.ISSUED).values_list("pk", flat=True):
        yield f"khen thưởng {pk}: quyết định hủy bỏ chưa ban hành"
    stages = DossierStage.objects.filter(state=StageState.REVOKED)
    standing = stages.filter(dossier__award__revoked_by__isnull=True).order_by("dossier")
    for dossier in standing.values_list("dossier", flat=True):
        yield f"hồ sơ {dossier}: đã hủy nhưng khen thưởng còn giá trị"
    lost = awards.filter(dossier__stages__state=StageState.AWARDED)
    for pk in lost.values_list("pk", flat=True):
        yield f"khen thưởng {pk}: đã hủy nhưng hồ sơ vẫn ghi đã khen thưởng"


def award_decision_issued() -> Iterator[str]:
    awards = Award.objects.exclude(decision__state=DocumentState.ISSUED).order_by("pk")
    for pk, decision in awards.values_list("pk", "decision"):
        yield f"khen thưởng {pk}: quyết định {decision} chưa ban hành"


def award_bonus() -> Iterator[str]:
    """The money is the coefficient times the base salary that stand in the same row."""
    for award in Award.objects.order_by("pk").iterator(chunk_size=2000):
        if award.bonus != bonus(award.coefficient, award.base_salary):
            yield f"khen thưởng {award.pk}: tiền thưởng {award.bonus} không khớp hệ số {award.coefficient}"


def past_awards_have_come() -> Iterator[str]:
    """An award from before the system is of a year and a day that have come."""
    on = today()
    rows = PastAward.objects.filter(is_live=True).order_by("pk")
    late = rows.filter(Q(year__gt=on.year) | Q(decision_date__gt=on))
    for pk, year in late.values_list("pk", "year"):
        yield f"khen thưởng trước đây {pk}: năm {year} hoặc ngày quyết định chưa đến"
