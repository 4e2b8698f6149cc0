"""A unit's last day, what became of it, and who keeps its records."""

import datetime as dt

from django.db import transaction
from django.db.models import F

from units.models import Unit, UnitAct, UnitAncestor, UnitHeir, UnitSuccession
from units.models.dated import in_force
from units.tree import Inheritance, heirs

from .tree import DAY, must_exist, rebuild_ancestors


@transaction.atomic
def close_unit(unit: Unit, *, last_day: dt.date) -> Unit:
    """The unit's last day: its links, positions and roles end with it, nothing is removed.

    An account whose role ends with its unit goes on reading what it could read (User.reading_unit_ids).
    """
    must_exist(unit, last_day)
    unit.valid_to = last_day
    unit.save(update_fields=["valid_to"])
    children = list(Unit.objects.filter(parents__parent=unit).distinct())
    # What is lent ends with the giver's own role.
    roles = unit.memberships.filter(delegation__isnull=True)
    for dated in (unit.parents, unit.children, unit.appointments, roles):
        dated.filter(in_force(last_day + DAY)).update(until=last_day)
    for one in (unit, *children):
        rebuild_ancestors(one)
    rebuild_heirs()
    return unit


@transaction.atomic
def succeed(
    predecessor: Unit,
    successor: Unit,
    kind: str,
    effective_on: dt.date,
    *,
    decision_number: str = "",
    decision_date: dt.date | None = None,
    decision_issuer: str = "",
    act: UnitAct | None = None,
) -> UnitSuccession:
    """Record what became of a unit; its last day is the day before."""
    must_exist(successor, effective_on)
    if predecessor.valid_to is None or predecessor.valid_to >= effective_on:
        close_unit(predecessor, last_day=effective_on - DAY)
    made = UnitSuccession.objects.create(
        predecessor=predecessor,
        successor=successor,
        kind=kind,
        effective_on=effective_on,
        decision_number=decision_number,
        decision_date=decision_date,
        decision_issuer=decision_issuer,
        act=act,
    )
    rebuild_heirs()
    return made


def rebuild_heirs() -> None:
    """Compute anew who keeps whose records; acts of organisation are rare, so all of it."""
    found = heirs([*by_succession(), *by_parent()])
    UnitHeir.objects.all().delete()
    UnitHeir.objects.bulk_create(
        (UnitHeir(unit_id=row.unit, heir_id=row.heir, since=row.since) for row in found), batch_size=1000
    )


def ending_successions():
    """Those by which a unit ended; where only a part was taken out, the records stay with the unit."""
    return UnitSuccession.objects.filter(predecessor__valid_to__lt=F("effective_on"))


def by_succession() -> list[Inheritance]:
    rows = ending_successions().values_list("predecessor", "successor", "effective_on")
    return [Inheritance(*row) for row in rows]


def by_parent() -> list[Inheritance]:
    """A unit that ended without a successor leaves its records to the unit above it on its last day."""
    orphans = UnitAncestor.objects.filter(
        depth=1, since__lte=F("unit__valid_to"), until__gte=F("unit__valid_to")
    ).exclude(unit__in=ending_successions().values("predecessor"))
    rows = orphans.values_list("unit", "ancestor", "unit__valid_to")
    return [Inheritance(unit, parent, last + DAY) for unit, parent, last in rows]
