"""A plan as the plain dict that documents/pdf prints: its own words, in its own order."""

import datetime as dt
import re

from campaigns.models import Campaign, Clause
from documents.pdf import shapes
from units.facts import letterhead

TYPE_LINE = "KẾ HOẠCH"


def plan_paper(campaign: Campaign, *, on: dt.date) -> shapes.Plan:
    """The plan for plan.html. `on` is the day of the letterhead when the plan bears no date of its own.

    An issued plan has the number, day and signer of its paper; every other has them as written, and
    what is blank there stays blank.
    """
    return {
        **head(campaign),
        "issuer": letterhead_of(campaign, on=plan_day(campaign) or on),
        "type_line": TYPE_LINE,
        "title": campaign.title,
        "preamble": list(campaign.preamble),
        "clauses": clause_rows(campaign.clauses.order_by("order")),
        "recipients": [recipient.text for recipient in campaign.recipients.all()],
        "signature": signature(campaign),
    }


def head(campaign: Campaign) -> dict:
    """Number, symbol, place and date: of the issued paper, else as written."""
    paper = campaign.paper
    if paper and paper.issued and paper.issued_on:
        day = paper.issued_on
        place = paper.place or campaign.document.get("place") or None
        number = {"number": paper.number, "symbol": paper.symbol, "place": place}
        return {**number, "day": day.day, "month": day.month, "year": day.year, "created": day.isoformat()}
    written = campaign.document
    names = ("number", "symbol", "place", "day", "month", "year")
    return {name: written.get(name) or None for name in names} | month_as_written(campaign)


def month_as_written(campaign: Campaign) -> dict:
    """`tháng 03` where the source writes it so (NĐ 30 pads only months 1 and 2): a note keeps the words."""
    heads = campaign.notes.filter(clause__isnull=True).values_list("text", flat=True)
    found = (re.match(r"ngày .*tháng (0[3-9]) năm", text) for text in heads)
    return next(({"month": match[1]} for match in found if match), {})


def plan_day(campaign: Campaign) -> dt.date | None:
    """The day of the paper, or the first day that the written head leaves possible."""
    if campaign.launched_on:
        return campaign.launched_on
    written = campaign.document
    if not written.get("year"):
        return None
    return dt.date(written["year"], written.get("month") or 1, written.get("day") or 1)


def letterhead_of(campaign: Campaign, *, on: dt.date) -> shapes.Issuer | None:
    """The issuing body as it stood on the plan's day; only the written name while the unit is not chosen."""
    if campaign.issuer_id:
        return letterhead(campaign.issuer, on)
    name = campaign.issuer_as_written.upper()
    return {"parent": None, "lines": [name]} if name else None


def signature(campaign: Campaign) -> shapes.Signature:
    paper = campaign.paper
    if paper and paper.issued and paper.signer_name:
        return {"lines": list(paper.signature_lines), "name": paper.signer_name}
    written = campaign.signatory
    return {"lines": list(written.get("lines") or []), "name": written.get("name") or None}


def clause_rows(clauses) -> list[shapes.Clause]:
    """Every clause as written; `depth` counts its parents."""
    depths: dict[int | None, int] = {None: -1}
    return [clause_row(clause, depths) for clause in clauses]


def clause_row(clause: Clause, depths: dict[int | None, int]) -> shapes.Clause:
    depth = depths[clause.pk] = depths[clause.parent_id] + 1
    return {
        "label": clause.label or None,
        "heading": clause.heading or None,
        "text": clause.text or None,
        "depth": depth,
        "path": clause.path,
    }
