"""A unit's last day, and what became of it."""

import datetime as dt

from django.db import transaction

from units.models import Unit, UnitSuccession
from units.models.dated import in_force

from .tree import DAY, must_exist, rebuild_ancestors


@transaction.atomic
def close_unit(unit: Unit, *, last_day: dt.date) -> Unit:
    """The unit's last day: its links, positions and roles end with it, nothing is removed."""
    must_exist(unit, last_day)
    unit.valid_to = last_day
    unit.save(update_fields=["valid_to"])
    children = list(Unit.objects.filter(parents__parent=unit).distinct())
    for dated in (unit.parents, unit.children, unit.appointments, unit.memberships):
        dated.filter(in_force(last_day + DAY)).update(until=last_day)
    for one in (unit, *children):
        rebuild_ancestors(one)
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
) -> UnitSuccession:
    """Record what became of a unit; its last day is the day before."""
    must_exist(successor, effective_on)
    if predecessor.valid_to is None or predecessor.valid_to >= effective_on:
        close_unit(predecessor, last_day=effective_on - DAY)
    return UnitSuccession.objects.create(
        predecessor=predecessor,
        successor=successor,
        kind=kind,
        effective_on=effective_on,
        decision_number=decision_number,
        decision_date=decision_date,
        decision_issuer=decision_issuer,
    )
