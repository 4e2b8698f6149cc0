"""Which unit the name of an issuing body means."""

from django.db.models import QuerySet

from thiduakt.vietnamese.text import search_key
from units.models import Unit


def issuer_named(plan: dict, units: QuerySet[Unit]) -> Unit | None:
    """The one among `units` that plan JSON's issuer means, by its name and then by its place; else None."""
    name = search_key(plan["issuer"] or "")
    if not name:
        return None
    found = [unit for unit in units if name in named(unit)] or [unit for unit in units if begins(unit, name)]
    place = search_key(plan["document"]["place"] or "")
    here = [unit for unit in found if place and search_key(unit.place_name) == place]
    chosen = here if len(here) == 1 else found
    return chosen[0] if len(chosen) == 1 else None


def named(unit: Unit) -> set[str]:
    return {search_key(unit.name), search_key(unit.short_name)}


def begins(unit: Unit, name: str) -> bool:
    """`Sở Công Thương` of a plan is `Sở Công Thương tỉnh Ninh Thuận` in the list of units."""
    return search_key(unit.name).startswith(f"{name} ")
