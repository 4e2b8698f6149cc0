"""Lập cho năm … từ kế hoạch này: the same plan with its dates moved and its numbers blank."""

from campaigns.dates import shift_text_years
from campaigns.models import Campaign
from campaigns.permissions import may_clone
from thiduakt.clock import today
from thiduakt.door import change
from thiduakt.errors import Refused
from units.models import Unit

from .export import export_campaign
from .plans import create_campaign

# Sentences and names of the plan's own; cited documents keep their dates, which shift_text_years sees to.
WORDS = frozenset({"text", "heading", "title", "name", "due_text"})
DATES = frozenset({"from", "until", "on", "due", "deadline"})


@change
def clone_for_year(campaign: Campaign, year: int, *, issuer: Unit | None, by) -> Campaign:
    """A draft for another year. Clauses, criteria, quotas and papers stay linked as they were.

    Raises Refused for whose office it is not, when the plan names no year or the new year is not later.
    """
    units = may_clone(campaign, by, today())
    if not units or (issuer and issuer.pk not in units):
        raise Refused("Chỉ cán bộ của cơ quan ban hành được lập kế hoạch cho năm khác.")
    if campaign.year is None:
        raise Refused("Kế hoạch gốc không ghi năm nên không dời ngày được.")
    if not campaign.year < year <= campaign.year + 50:
        raise Refused(f"Năm mới phải sau năm {campaign.year}.")
    data = moved(export_campaign(campaign), campaign.year, year - campaign.year)
    data |= {"year": year, "legal_bases": data["legal_bases"], "notes": []}
    data["document"] = blank_document(data["document"], year)
    copy = create_campaign(data, issuer=issuer, by=by)
    copy.source, copy.parent = campaign, campaign.parent
    copy.save(update_fields=["source", "parent"])
    return copy


def blank_document(document: dict, year: int) -> dict:
    """Number, day and month are given anew."""
    return document | {"number": None, "day": None, "month": None, "year": year}


def moved(value, year: int, years: int, key: str = ""):
    """The whole object with the plan's own years and dates moved by some years."""
    if isinstance(value, dict):
        return {name: moved(inner, year, years, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [moved(inner, year, years, key) for inner in value]
    if key in DATES and isinstance(value, str):
        return moved_date(value, years)
    if (key in WORDS or key == "preamble") and isinstance(value, str):
        return shift_text_years(value, {y: y + years for y in (year - 1, year, year + 1)})
    if key == "baseline" and isinstance(value, int):
        return value + years
    return value


def moved_date(value: str, years: int) -> str:
    """`2021-11-30`, `2020-12`, `2020`; a recurring `--12-05` and a day of February 29 stay possible."""
    if value.startswith("--"):
        return value
    head, rest = int(value[:4]) + years, value[4:]
    leap = head % 4 == 0 and (head % 100 != 0 or head % 400 == 0)
    return f"{head:04d}{'-02-28' if rest == '-02-29' and not leap else rest}"
