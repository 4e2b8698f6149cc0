"""Changes of the organisation: units, their dated parents, successions, positions, roles."""

import datetime as dt

from django.db import transaction
from django.db.models import Q

from thiduakt.errors import Refused
from units.models import (
    Appointment,
    Membership,
    Person,
    Unit,
    UnitAncestor,
    UnitParent,
    UnitSuccession,
    User,
)
from units.models.dated import in_force
from units.tree import Link, closure

DAY = dt.timedelta(days=1)


@transaction.atomic
def create_unit(*, parent: Unit | None = None, **fields) -> Unit:
    """A new unit, below `parent` from its first day; `fields` are the columns of Unit."""
    unit = Unit(**fields)
    unit.full_clean()
    unit.save()
    if parent is not None:
        set_parent(unit, parent, since=unit.valid_from)
    return unit


@transaction.atomic
def set_parent(unit: Unit, parent: Unit, *, since: dt.date) -> UnitParent:
    """Put a unit below another from a day on: the link before ends the day before.

    Links that would begin on that day or later give way. Refused when either did not exist on the
    day, or when a unit would stand above itself on any day.
    """
    for one in (unit, parent):
        must_exist(one, since)
    last_day = min((day for day in (unit.valid_to, parent.valid_to) if day), default=None)
    unit.parents.filter(since__gte=since).delete()
    unit.parents.filter(Q(until__isnull=True) | Q(until__gte=since)).update(until=since - DAY)
    link = UnitParent.objects.create(unit=unit, parent=parent, since=since, until=last_day)
    rebuild_ancestors(unit)
    return link


def must_exist(unit: Unit, on: dt.date) -> None:
    if not unit.exists_on(on):
        raise Refused(f"{unit.name} không có vào ngày {on:%d/%m/%Y}.")


def rebuild_ancestors(unit: Unit) -> None:
    """Compute anew the closure of one unit and of everything that ever stood below it."""
    affected = {unit.pk, *unit.descendant_spans.values_list("unit", flat=True)}
    spans = closure(links_above(affected), name=lambda pk: Unit.objects.get(pk=pk).name)
    UnitAncestor.objects.filter(unit__in=affected).delete()
    UnitAncestor.objects.bulk_create(
        UnitAncestor(
            unit_id=span.unit,
            ancestor_id=span.ancestor,
            depth=span.depth,
            since=span.since,
            until=span.until,
        )
        for span in spans
        if span.unit in affected
    )


def links_above(units: set[int]) -> list[Link]:
    """Every dated link on the way up from the units."""
    links, asked, ask = [], set(), set(units)
    while ask:
        rows = UnitParent.objects.filter(unit__in=ask).values_list("unit", "parent", "since", "until")
        found = [Link(*row) for row in rows]
        links += found
        asked |= ask
        ask = {link.parent for link in found} - asked
    return links


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


@transaction.atomic
def appoint(
    person: Person,
    unit: Unit,
    position: str,
    since: dt.date,
    is_head: bool = False,
    until: dt.date | None = None,
) -> Appointment:
    """Give a person a position. Refused when the unit does not exist then or has another head."""
    must_exist(unit, since)
    if is_head and (other := head_between(unit, since, until)):
        raise Refused(f"{unit.name} đã có người đứng đầu trong thời gian này: {other.person}.")
    return Appointment.objects.create(
        person=person, unit=unit, position=position, is_head=is_head, since=since, until=until
    )


def head_between(unit: Unit, since: dt.date, until: dt.date | None) -> Appointment | None:
    """The head in office on some day between the two."""
    heads = unit.appointments.filter(is_head=True).filter(Q(until__isnull=True) | Q(until__gte=since))
    return (heads.filter(since__lte=until) if until else heads).first()


def grant(user: User, unit: Unit, role: str, since: dt.date, until: dt.date | None = None) -> Membership:
    """Give an account a role for a unit. Refused when the unit does not exist then."""
    must_exist(unit, since)
    return Membership.objects.create(user=user, unit=unit, role=role, since=since, until=until)
