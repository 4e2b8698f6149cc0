"""The office's table of all nominees by criterion."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from campaigns.models import Campaign
from criteria.enums import Group
from nominations.facts.law import Law
from nominations.facts.records import Records
from nominations.facts.standings import (
    FILTERS,
    columns_of,
    dossiers_of,
    file_row,
    headings,
    ordered,
    standings,
    with_law,
)
from thiduakt.clock import today
from thiduakt.vietnamese.text import search_key
from thiduakt.web import for_roles, list_file, paginate
from units.enums import REVIEW_ROLES

GROUPS = {"tap-the": Group.COLLECTIVE, "ca-nhan": Group.INDIVIDUAL}
PER_PAGE = 50


class Board:
    """What both pages read of a plan, for one group of nominees."""

    def __init__(self, user, pk: int, asked: Mapping[str, str]):
        self.units = user.reading_unit_ids(today(), REVIEW_ROLES)
        seen = Campaign.objects.visible_to(user, today())
        self.campaign = get_object_or_404(seen.select_related("checklist", "parent"), pk=pk)
        self.slug = asked.get("nhom") if asked.get("nhom") in GROUPS else "tap-the"
        self.group = GROUPS[self.slug]
        self.stages = dossiers_of(self.campaign, self.group, self.units)
        self.records = Records(stage.dossier for stage in self.stages)
        self.law = Law(stage.dossier for stage in self.stages)
        self.columns = columns_of(self.records, self.campaign, self.group)

    def rows(self, changed: dict | None = None):
        return standings(self.stages, self.columns, self.records, changed)

    def context(self) -> dict:
        groups = [(slug, group.label) for slug, group in GROUPS.items()]
        return {"campaign": self.campaign, "columns": self.columns, "groups": groups, "group": self.slug}


@require_safe
@for_roles(*REVIEW_ROLES)
def standing_table(request: HttpRequest, pk: int) -> HttpResponse:
    """One row for each nominee, one column for each criterion; sorted and filtered by the address."""
    board = Board(request.user, pk, request.GET)
    by, only, text = (request.GET.get(name, "")[:100] for name in ("sap", "loc", "q"))
    rows = with_law(wanted(board.rows(), only, text), board.law)
    rows = ordered(rows, by, board.columns)
    title = f"Bảng tiêu chí {board.slug}"
    if file := list_file(request, title, headings(board.columns), map(file_row, rows)):
        return file
    page = paginate(request, rows, per_page=PER_PAGE)
    context = {"page": page, "by": by or "ten", "only": only, "text": text, "filters": FILTERS.items()}
    return render(request, "nominations/standings.html", board.context() | context)


def wanted(rows: list, only: str, text: str) -> list:
    """Those of a filter, whose name or unit holds the words."""
    key = search_key(text)
    chosen = FILTERS[only][1] if only in FILTERS else bool
    named = [row for row in rows if key in search_key(f"{row.dossier.nominee_name} {row.dossier.unit.name}")]
    return [row for row in named if chosen(row)]
