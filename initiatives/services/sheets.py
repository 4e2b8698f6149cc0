"""Score sheets: the one for all from its file, and what keeps a sheet as it is."""

import datetime as dt

from django.db import transaction
from django.db.models import Q

from initiatives.models import Score, ScoreRow, ScoreSheet
from units.models.dated import in_force


@transaction.atomic
def load_score_sheet(data: dict) -> ScoreSheet:
    """The sheet of `fixtures/score_sheet.json`, for every body without its own; safe to repeat.

    A sheet that was loaded before stays as the administrator left it.
    """
    start = dt.date.fromisoformat(data["valid_from"])
    sheet, made = ScoreSheet.objects.get_or_create(
        unit=None,
        valid_from=start,
        defaults={name: data[name] for name in ("name", "pass_points", "citation")},
    )
    if made:
        ScoreRow.objects.bulk_create(
            ScoreRow(sheet=sheet, order=order, **row) for order, row in enumerate(data["rows"])
        )
    return sheet


def is_used(sheet: ScoreSheet) -> bool:
    """Whether something was put before a council by it: then it only ends, it never changes."""
    if sheet.pk is None:
        return False
    return sheet.scored.exists() or Score.objects.filter(row__sheet=sheet).exists()


def overlapping(
    unit_id: int | None, start: dt.date, end: dt.date | None, *, leaving_out: int | None
) -> ScoreSheet | None:
    """Another sheet of the same body that holds on one of the days."""
    rows = ScoreSheet.objects.filter(unit=unit_id).exclude(pk=leaving_out)
    begins_inside = Q(valid_from__gte=start)
    if end is not None:
        begins_inside &= Q(valid_from__lte=end)
    return rows.filter(in_force(start, start="valid_from", end="valid_to") | begins_inside).first()
