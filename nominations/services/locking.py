"""The one place that locks: campaign → quotas → series → dossiers, each by ascending key.

Every path takes the same order, so two acts wait for each other and never deadlock. Locks are
`no_key=True`: a plain FOR UPDATE on a campaign would stop every insert that refers to it.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction

from campaigns.models import Campaign, Quota
from documents.models import NumberSeries
from documents.services.numbers import lock_series
from nominations.facts.pools import Pools
from nominations.flow import DOSSIER_FLOW
from nominations.models import Dossier, DossierStage
from thiduakt.door import BUSY
from thiduakt.errors import Refused

TRIES = 3


@dataclass
class Locks:
    """What a step works on, held until the transaction ends; `pools` by quota key."""

    dossiers: list[Dossier]
    pools: dict[int, Quota] = field(default_factory=dict)
    series: NumberSeries | None = None


class Changed(Exception):
    """What was read before the locks is no longer so: give the locks back and read again."""


def lock_for(action: str, dossier_pks, *, series: tuple | None = None) -> Locks:
    """Lock what an action on these dossiers needs, in order, and read it again under the locks.

    It reads first to know what to lock; if that changed meanwhile it starts over, at most twice.
    `series` is (unit, kind, year) when a paper gets its number in the same act.
    """
    pks = sorted(set(dossier_pks))
    for _ in range(TRIES):
        try:
            with transaction.atomic():
                return take(action, pks, series)
        except Changed:
            continue
    raise Refused(BUSY)


def take(action: str, pks: list[int], series: tuple | None) -> Locks:
    steps = DOSSIER_FLOW.named(action)
    pooled = any(step.claims or step.ends for step in steps)
    before = needs(pks, pooled)
    shares = settings.CAP_LOCK and any(step.claims > 0 for step in steps)
    if shares or any(step.deadline for step in steps):
        lock_campaigns({campaign for _, campaign, _ in before} | (beside_in_law(pks) if shares else set()))
    pools = lock_pools(before) if pooled else {}
    counter = lock_series(*series) if series else None
    beside = mates(pks) if action == "unpropose" else set()
    dossiers = [one for one in lock_dossiers({*pks, *beside}) if one.pk in pks]
    if needs(pks, pooled) != before or (beside and mates(pks) != beside):
        raise Changed
    return Locks(dossiers, pools, counter)


def beside_in_law(pks: list[int]) -> set[int]:
    """Campaigns of the same year by which the same units ask for the same awards: the law's share is one."""
    chosen = Dossier.objects.filter(pk__in=pks)
    same = Dossier.objects.filter(
        campaign__year__in=chosen.values("campaign__year"),
        award_type__in=chosen.values("award_type"),
        unit__in=chosen.values("unit"),
    )
    return set(same.values_list("campaign", flat=True).distinct())


def mates(pks: list[int]) -> set[int]:
    """Dossiers in the same draft decision: it falls for all of them, so their trails are written too."""
    drafts = DossierStage.objects.filter(dossier__in=pks, decision__isnull=False).values("decision")
    return set(DossierStage.objects.filter(decision__in=drafts).values_list("dossier", flat=True))


def needs(pks: list[int], pooled: bool) -> list[tuple]:
    """(dossier, campaign, pools of the levels it reached) of each, read without a lock.

    Pools only where the step takes slots or gives them back.
    """
    found = {dossier.pk: dossier for dossier in Dossier.objects.filter(pk__in=pks).order_by("pk")}
    keys = pools_reached(found) if pooled else {}
    return [(pk, dossier.campaign_id, keys.get(pk, [])) for pk, dossier in found.items()]


def pools_reached(found: dict[int, Dossier]) -> dict[int, list[int]]:
    stages = list(DossierStage.objects.filter(dossier__in=found, level__gte=1).order_by("level"))
    higher = any(stage.level > 1 for stage in stages)
    pools = Pools((dossier.campaign_id for dossier in found.values()), higher=higher)
    keys: dict[int, list[int]] = {}
    for stage in stages:
        if pool := pools.of(found[stage.dossier_id], stage):
            keys.setdefault(stage.dossier_id, []).append(pool.pk)
    return keys


def lock_campaigns(keys: set[int]) -> None:
    """What its deadline binds waits here with its closing; so do two that share a unit's part of awards."""
    list(Campaign.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=keys).order_by("pk"))


def lock_pools(rows: list[tuple]) -> dict[int, Quota]:
    """Two decisions proposed at once must not pass the limit: the second waits here and counts anew."""
    keys = {pool for _, _, pools in rows for pool in pools}
    pools = Quota.objects.filter(pk__in=keys).order_by("pk").select_related("clause__campaign")
    if settings.QUOTA_LOCK:
        pools = pools.select_for_update(no_key=True, of=("self",))
    return {pool.pk: pool for pool in pools}


def lock_dossiers(pks) -> list[Dossier]:
    rows = Dossier.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=pks).order_by("pk")
    return list(rows.select_related("campaign__issuer", "award_type", "person", "collective", "unit"))
