"""Units and their dated parents, with the closure that is rebuilt beside them."""

import datetime as dt

from django.db import transaction
from django.db.models import Q

from thiduakt.errors import Refused
from units.models import Unit, UnitAncestor, UnitParent
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
        raise Refused(f"{unit.name} không có vào ngày {on:%d/%m/%Y}: {existence(unit)}.")


def existence(unit: Unit) -> str:
    """`đơn vị này có từ ngày 01/07/2025`."""
    last = f" đến hết ngày {unit.valid_to:%d/%m/%Y}" if unit.valid_to else ""
    return f"đơn vị này có từ ngày {unit.valid_from:%d/%m/%Y}{last}"


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
