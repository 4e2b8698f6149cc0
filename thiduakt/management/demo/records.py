"""Posts, facts and scores of the year, as the office keeps them."""

from criteria.enums import Period
from criteria.models import Assignment, Fact, FactKind, Indicator, IndicatorScore
from units.models import Headcount, Person, Unit

from .accounts import account
from .files import read


def load_records(year: int) -> None:
    """`now` and `before` are the year of loading and the one before; `awaits`: who reported it."""
    data = read("records.json")
    for entry in data["headcounts"]:
        Headcount.objects.get_or_create(
            unit=unit(entry["unit"]), year=year_of(entry, year), defaults={"posts": entry["posts"]}
        )
    for entry in data["facts"]:
        load_fact(entry, year)
    for entry in data["assignments"]:
        load_assignment(entry, year)
    for entry in data["scores"]:
        load_score(entry, year)


def unit(code: str) -> Unit:
    return Unit.objects.get(code=code)


def year_of(entry: dict, year: int) -> int:
    return {"now": year, "before": year - 1}.get(entry["year"], entry["year"])


def load_fact(entry: dict, year: int) -> None:
    Fact.objects.get_or_create(
        kind=FactKind.objects.get(code=entry["kind"]),
        unit=unit(entry["unit"]) if entry["unit"] else None,
        person=Person.objects.get(full_name=entry["person"]) if entry["person"] else None,
        year=year_of(entry, year),
        period=entry.get("period", Period.YEAR),
        defaults={
            "value": entry["value"],
            "total": entry["total"],
            "rating": entry["rating"],
            "source": f"Sổ theo dõi thi đua năm {year} của Phòng Văn hóa – Xã hội",
            "entered_by": account(entry.get("awaits", "linh")),
            "awaits": "awaits" in entry,
        },
    )


def load_assignment(entry: dict, year: int) -> None:
    Assignment.objects.get_or_create(
        indicator=Indicator.objects.get(code=entry["indicator"]),
        unit=unit(entry["unit"]),
        since_year=year - 1,
        defaults={
            "source": f"Kế hoạch nâng cao các chỉ số năm {year - 1} của UBND xã Ninh Phước",
            "entered_by": account("linh"),
        },
    )


def load_score(entry: dict, year: int) -> None:
    scored = year_of(entry, year)
    IndicatorScore.objects.get_or_create(
        indicator=Indicator.objects.get(code=entry["indicator"]),
        unit=unit(entry["unit"]),
        year=scored,
        defaults={
            "score": entry["score"],
            "rank": entry.get("rank"),
            "source": f"Quyết định công bố kết quả chỉ số năm {scored}",
            "entered_by": account("linh"),
        },
    )
