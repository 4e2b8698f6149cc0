"""The office's table of all nominees by criterion, and what would be with other thresholds."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from campaigns.models import Campaign, Quota
from campaigns.quota import binds
from criteria.enums import Group
from nominations.facts.records import Records
from nominations.facts.standings import (
    FILTERS,
    columns_of,
    dossiers_of,
    file_row,
    headings,
    ordered,
    standings,
)
from nominations.facts.whatif import changed_criteria, knobs_of, places
from thiduakt.clock import today
from thiduakt.vietnamese.text import search_key
from thiduakt.web import for_roles, list_file, paginate
from units.enums import REVIEW_ROLES

GROUPS = {"tap-the": Group.COLLECTIVE, "ca-nhan": Group.INDIVIDUAL}
PER_PAGE = 50


class Board:
    """What both pages read of a plan, for one group of nominees."""

    def __init__(self, request: HttpRequest, pk: int):
        self.units = request.user.reading_unit_ids(today(), REVIEW_ROLES)
        seen = Campaign.objects.visible_to(request.user, today())
        self.campaign = get_object_or_404(seen.select_related("checklist", "parent"), pk=pk)
        self.slug = request.GET.get("nhom") if request.GET.get("nhom") in GROUPS else "tap-the"
        self.group = GROUPS[self.slug]
        self.stages = dossiers_of(self.campaign, self.group, self.units)
        self.records = Records(stage.dossier for stage in self.stages)
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
    board = Board(request, pk)
    by, only, text = (request.GET.get(name, "")[:100] for name in ("sap", "loc", "q"))
    rows = ordered(wanted(board.rows(), only, text), by, board.columns)
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


@require_safe
@for_roles(*REVIEW_ROLES)
def what_if(request: HttpRequest, pk: int) -> HttpResponse:
    """Other thresholds, another number of awards: who comes in, who falls out. Only read, never written."""
    board, asked = Board(request, pk), request.GET
    quota = quota_of(board)
    own = quota.limit if quota else None
    limit, raised = limit_asked(asked.get("han"), own)
    left_out = {int(text) for text in asked.getlist("bo") if text.isdecimal() and len(text) < 4}
    changed = changed_criteria(board.columns, asked, left_out)
    found = places(board.rows(), board.rows(changed), own, limit)
    knobs = [(column, knobs_of(column, asked), column.number in left_out) for column in board.columns]
    context = {"places": found, "knobs": knobs, "quota": quota, "limit": limit, "raised": raised}
    context |= {"came": [p for p in found if p.came], "went": [p for p in found if p.went], "own": own}
    return render(request, "nominations/what_if.html", board.context() | context)


def quota_of(board: Board) -> Quota | None:
    """The plan's number for this group that binds here."""
    rows = Quota.objects.filter(campaign=board.campaign, group=board.group).select_related("clause__campaign")
    return next((row for row in rows.order_by("pk") if binds(row, forwarding=False)), None)


def limit_asked(text: str | None, own: int | None) -> tuple[int | None, bool]:
    """The number to try, and whether more was asked than the plan gives: that is not raised here."""
    if not (text and text.isdecimal() and len(text) <= 4):
        return own, False
    asked = int(text)
    return (own, True) if own is not None and asked > own else (asked, False)
