"""How much of its part of a pool each unit has taken: counted from the dossiers that hold a place."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from campaigns.models import Allotment, Campaign, Quota
from campaigns.quota import Place, Share, over_share
from nominations.enums import HOLDS_SLOT
from nominations.models import Dossier
from units.models import Unit, UnitAncestor

from .pools import MOST_LEVELS, Pools, holding, slot_of


def share_of(row: Allotment) -> Share:
    return Share(row.limit, row.whose, row.unit_id, row.unit_kind)


def shares_of(pools: Iterable[Quota]) -> dict[int, list[Share]]:
    """The parts of each pool by its key; a pool that is not allotted is not named. One query."""
    found: dict[int, list[Share]] = {}
    keys = {pool.pk for pool in pools}
    for row in Allotment.objects.filter(quota__in=keys).select_related("unit"):
        found.setdefault(row.quota_id, []).append(share_of(row))
    return found


def plans_below(campaign: int) -> set[int]:
    """A plan and those issued by it, and so on."""
    found, asked = {campaign}, {campaign}
    for _ in range(MOST_LEVELS):
        asked = set(Campaign.objects.filter(parent__in=asked).values_list("pk", flat=True)) - found
        if not asked:
            break
        found |= asked
    return found


def taken_of(pool: Quota) -> Counter:
    """Places held of a pool, by the key of the nominating unit; counted as `used` is."""
    rows = Dossier.objects.filter(
        campaign__in=plans_below(pool.campaign_id),
        group=pool.group,
        award_type__in=pool.awards.all(),
        stages__state__in=HOLDS_SLOT,
        stages__level__gte=1,
    )
    dossiers = list(rows.distinct().prefetch_related("stages"))
    pools, found = Pools(dossier.campaign_id for dossier in dossiers), Counter()
    for dossier in dossiers:
        levels = [stage for stage in dossier.stages.all() if stage.level >= 1]
        slots = [slot_of(stage, pools.of(dossier, stage)) for stage in holding(levels)]
        found[dossier.unit_id] += sum(slot is not None and slot.pk == pool.pk for slot in slots)
    return +found


def places_of(units: Iterable[int], on: dt.date) -> dict[int, Place]:
    """Each unit with its kind and its line upward, by key; two queries."""
    units = set(units)
    above: dict[int, set[int]] = {key: {key} for key in units}
    for unit, ancestor in UnitAncestor.objects.on(on).filter(unit__in=units).values_list("unit", "ancestor"):
        above[unit].add(ancestor)
    kinds = Unit.objects.filter(pk__in=units).values_list("pk", "kind")
    return {key: Place(key, kind, frozenset(above[key])) for key, kind in kinds}


class Allotted:
    """The parts of the pools of one act. What is taken is counted when first asked, under the pools' locks.

    One query where no pool is allotted, none before a place is asked for.
    """

    def __init__(self, pools: Iterable[Quota], on: dt.date):
        self.pools, self.on = list(pools), on
        self.taken: dict[int, Counter] = {}
        self.places: dict[int, Place] = {}

    @cached_property
    def shares(self) -> dict[int, list[Share]]:
        return shares_of(self.pools)

    def against(self, pool: Quota, unit: int) -> str:
        """Why a unit may take no more of a pool; empty while it may."""
        shares = self.shares.get(pool.pk)
        if not shares:
            return ""
        taken = self.taken_of(pool)
        self.know({unit, *taken})
        counted = {self.places[key]: number for key, number in taken.items()}
        return over_share(pool.limit, shares, counted, self.places[unit])

    def taken_of(self, pool: Quota) -> Counter:
        if pool.pk not in self.taken:
            self.taken[pool.pk] = taken_of(pool)
        return self.taken[pool.pk]

    def know(self, units: set[int]) -> None:
        if new := units - set(self.places):
            self.places |= places_of(new, self.on)

    def count(self, pool: Quota, unit: int, number: int) -> None:
        """A place taken or given back in this act: for its next cases."""
        if pool.pk in self.taken:
            self.taken[pool.pk][unit] += number


def beyond(pool: Quota, shares: list[Share], on: dt.date) -> list[str]:
    """Parts of which more is taken than they would hold; empty when all fit."""
    taken = taken_of(pool)
    places = places_of(taken, on)
    counted = {places[key]: number for key, number in taken.items()}
    found = (over_share(pool.limit, shares, counted, place, 0) for place in places.values())
    return list(dict.fromkeys(said for said in found if said))
