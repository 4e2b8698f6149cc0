"""Numbers of outgoing papers: per unit, kind and year, from 01, without gaps (NĐ 30, Điều 15)."""

from documents.enums import Kind
from documents.models import NumberSeries
from units.models import Unit


def lock_series(unit: Unit, kind: str, year: int) -> NumberSeries:
    """The counter of a year, made when it is first needed, locked until the transaction ends.

    Two papers issued at the same moment wait here for each other; the number is taken inside the
    transaction that issues, so a rollback gives it back and leaves no gap.
    """
    NumberSeries.objects.get_or_create(unit=unit, kind=kind, year=year)
    return NumberSeries.objects.select_for_update(no_key=True).get(unit=unit, kind=kind, year=year)


def next_number(series: NumberSeries) -> int:
    """Take the next number of a locked series."""
    series.last_number += 1
    series.save(update_fields=["last_number"])
    return series.last_number


def symbol_of(kind: str, unit: Unit) -> str:
    """`QĐ-UBND`: kind and issuing body (NĐ 30, Phụ lục III)."""
    return f"{Kind(kind).value}-{unit.symbol}" if unit.symbol else Kind(kind).value
