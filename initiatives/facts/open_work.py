"""What a unit would leave behind if it closed: initiatives without a result."""

from django.db.models import Q

from initiatives.enums import FINAL
from initiatives.models import Initiative


def open_work(units: list) -> list[dict]:
    """[{"what", "name", "url"}]: initiatives of the units, or before their councils, still under way."""
    here = Q(unit__in=units) | Q(office__in=units)
    rows = Initiative.objects.filter(here).exclude(state__in=FINAL).order_by("pk")
    return [
        {"what": f"Sáng kiến {row.code}", "name": row.name, "url": row.get_absolute_url()} for row in rows
    ]
