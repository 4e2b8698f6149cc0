"""From a verdict to its records: what a record is called there, and where a missing one is entered."""

from django.urls import reverse
from django.utils.http import urlencode

from .known import RATING_KINDS


def label_of(row) -> str:
    """The record's source, with its year where that tells two of them apart."""
    source = getattr(row, "source", "") or str(row)
    return f"{row.year}: {source}" if hasattr(row, "score") else source


def entry_url(line) -> str:
    """The form of the record that a verdict lacks, filled in as far as it is known."""
    kind, _, name = line.slot.partition(":")
    person, unit = line.holder
    of = {"ca_nhan": person} if person and kind != "indicator" else {"don_vi": unit}
    of = {key: value for key, value in of.items() if value} | {"nam": line.year}
    if kind in ("figure", "names", "rating") and name != "titles":
        code = RATING_KINDS[name] if kind == "rating" else name
        return f"{reverse('criteria:record-new', args=['theo-doi'])}?{urlencode({'loai': code} | of)}"
    if kind in ("indicator", "assigned"):
        sort = "chi-so" if kind == "indicator" else "giao-chi-so"
        return f"{reverse('criteria:record-new', args=[sort])}?{urlencode(of)}"
    return ""
