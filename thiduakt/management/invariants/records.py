"""What is recorded of units and people lies in its range and has come to pass, whoever wrote it."""

from collections.abc import Iterator

from criteria.models import Fact, Hold, IndicatorScore
from criteria.rules.figures import figure_fault, score_fault, year_fault
from criteria.services.facts import period_fault
from thiduakt.clock import today


def figures_in_range() -> Iterator[str]:
    this_year = today().year
    for fact in Fact.objects.live().select_related("kind").order_by("pk").iterator(chunk_size=2000):
        kind = fact.kind
        fault = (
            year_fault(fact.year, this_year)
            or period_fault(fact, today())
            or figure_fault(kind.scale, kind.code, fact.value, fact.total, fact.rating)
        )
        if fault:
            yield f"số liệu {fact.pk} ({kind.code} {fact.year}): {fault}"


def scores_in_range() -> Iterator[str]:
    this_year = today().year
    rows = IndicatorScore.objects.live().select_related("indicator").order_by("pk")
    for row in rows.iterator(chunk_size=2000):
        index = row.indicator
        fault = year_fault(row.year, this_year) or score_fault(
            row.score, row.rank, index.max_score, index.max_rank
        )
        if fault:
            yield f"điểm chỉ số {row.pk} ({index.code} {row.year}): {fault}"


def holds_have_begun() -> Iterator[str]:
    for pk, since in Hold.objects.live().filter(since__gt=today()).order_by("pk").values_list("pk", "since"):
        yield f"tạm dừng xét {pk}: bắt đầu từ ngày chưa đến {since:%d/%m/%Y}"
