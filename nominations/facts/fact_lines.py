"""A record that a verdict rests on, as one fact: what it is, its value, source, page and version."""

from collections.abc import Iterator

from django.urls import reverse

from campaigns.models import Campaign, Participation
from criteria.eligibility import Evidence
from criteria.facts.words import amount
from criteria.measures.numbers import decimal
from criteria.models import Assignment, Fact, IndicatorScore
from initiatives.models import Initiative
from nominations.models import Award, PastAward

from .law_records import won_before, won_here

# Under which word of the address the records of a model stand.
PLACES = {Fact: "theo-doi", IndicatorScore: "chi-so", Assignment: "giao-chi-so"}


def evidence_of(row) -> Iterator[Evidence]:
    """One fact for a record; none for what is no record of its own."""
    if isinstance(row, Fact):
        yield Evidence(f"{row.kind}, năm {row.year}", amount(row), row.source, page(row), entered(row))
    elif isinstance(row, IndicatorScore):
        yield Evidence(f"{row.indicator} năm {row.year}", score(row), row.source, page(row), entered(row))
    elif isinstance(row, Award):
        yield won_here(row).evidence
    elif isinstance(row, PastAward):
        yield won_before(row).evidence
    elif isinstance(row, Initiative):
        yield Evidence("Sáng kiến được công nhận", row.name, "", row.get_absolute_url())
    elif isinstance(row, Participation):
        yield Evidence("Kế hoạch riêng đã gửi", str(row.campaign), "", row.campaign.get_absolute_url())
    elif isinstance(row, Campaign):
        yield Evidence("Kế hoạch đã ban hành", row.reference or str(row), "", row.get_absolute_url())


def score(row: IndicatorScore) -> str:
    points = "" if row.score is None else f"{decimal(row.score)} điểm"
    return ", ".join(filter(None, (points, f"hạng {row.rank}" if row.rank else "")))


def entered(row) -> str:
    return f"nhập {row.entered_at:%d/%m/%Y}" if row.entered_at else ""


def page(row) -> str:
    return reverse("criteria:record", args=[PLACES[type(row)], row.pk])
