"""One unit's records for its page."""

from itertools import groupby

from criteria.models import Assignment, Fact, IndicatorScore
from units.models import Unit

from .chart import chart_of
from .words import amount


def unit_page(unit: Unit, year: int) -> dict:
    """Indices with their course, facts by year, what the unit answers for this year."""
    scores = IndicatorScore.objects.live().filter(unit=unit).select_related("indicator")
    by_index = groupby(scores.order_by("indicator__code", "year"), key=lambda row: row.indicator)
    held = Assignment.objects.live().filter(unit=unit).in_year(year).select_related("indicator")
    facts = (
        Fact.objects.live()
        .filter(unit=unit)
        .select_related("kind")
        .order_by("-year", "kind__order", "period")
    )
    return {
        "indices": [course(indicator, list(rows)) for indicator, rows in by_index],
        "assigned": list(held),
        "facts": [(fact, amount(fact)) for fact in facts],
        "year": year,
    }


def course(indicator, rows: list[IndicatorScore]) -> dict:
    return {"indicator": indicator, "chart": chart_of(indicator, rows), "rows": rows[::-1]}
