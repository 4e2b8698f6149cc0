"""What a unit would leave behind if it closed: initiatives without a result."""

from initiatives.enums import FINAL
from initiatives.models import Initiative


def open_work(units: list) -> list[dict]:
    """[{"what", "name", "url"}]: initiatives of the units that are still under way."""
    rows = Initiative.objects.filter(unit__in=units).exclude(state__in=FINAL).order_by("pk")
    return [
        {"what": f"Sáng kiến {row.code}", "name": row.name, "url": row.get_absolute_url()} for row in rows
    ]
