"""What is said of a paper before it is approved or gets its number."""

import datetime as dt

from documents.models import IssuedDocument, NumberSeries
from documents.registry import way_of


def expected_reference(document: IssuedDocument, on: dt.date) -> str:
    """`45/QĐ-UBND`: the next number as the register stands. It is taken only when the paper is issued."""
    series = NumberSeries.objects.filter(unit=document.unit_id, kind=document.kind, year=on.year)
    last = series.values_list("last_number", flat=True).first() or 0
    return f"{last + 1:02d}/{document.symbol}"


def to_confirm(document: IssuedDocument, on: dt.date) -> dict:
    """The context of the page that repeats a paper: its number to come, what it does, its list."""
    return {
        "document": document,
        "number": document.reference or expected_reference(document, on),
        "contents": way_of(document).contents(document),
        "on": on,
    }
