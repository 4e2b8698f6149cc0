"""The office's list of dossiers and the page of each."""

from django.contrib import admin

from nominations.flow import DOSSIER_FLOW
from nominations.models import DossierStage
from thiduakt.clock import today
from thiduakt.flow_admin import CountedList, FlowAdmin

from .columns import StageColumns
from .counts import state_counts, total_of
from .desk import Desk
from .files import ListFiles
from .filters import STAGE_FILTERS
from .queue import Queue
from .search import matching
from .steps import StageSteps
from .undoing import Undo


@admin.register(DossierStage)
class DossierStageAdmin(ListFiles, Queue, StageColumns, Desk, Undo, StageSteps, FlowAdmin):
    flow = DOSSIER_FLOW
    list_display = ("code", "nominee", "state_word", "criteria", "waiting_days", "handler", "award")
    list_display_links = ("code",)
    sortable_by = ("code", "criteria", "waiting_days")
    list_filter = STAGE_FILTERS
    list_select_related = (
        "dossier__person",
        "dossier__collective",
        "dossier__unit",
        "dossier__award_type",
        "assignee",
        "lease__holder",
    )
    list_unread = ("verdicts",)
    page_select_related = (
        "unit",
        "submission__session",
        "dossier__person",
        "dossier__collective",
        "dossier__unit",
        "dossier__award_type",
        "dossier__created_by",
        "dossier__campaign__issuer",
        "dossier__campaign__checklist",
    )
    step_select_related = (*list_select_related, "dossier__campaign__issuer")
    search_fields = ("dossier__person__search_key",)
    search_help_text = "Mã hồ sơ, tên, đơn vị (không cần dấu)"
    ordering = ("pk",)
    change_form_template = "admin/nominations/dossierstage/appraisal.html"

    def get_search_results(self, request, queryset, search_term):
        return matching(queryset, search_term, "dossier__"), False

    def get_changelist(self, request, **kwargs):
        return CountedList

    def counts_of(self, request, changelist) -> dict[str, dict]:
        """How many in each state, within the other filters."""
        rows = changelist.root_queryset
        for spec in changelist.filter_specs:
            if spec.parameter_name != "state":
                rows = spec.queryset(request, rows)
        return state_counts(matching(rows, changelist.query, "dossier__"), today())

    def get_paginator(self, request, queryset, per_page, *args, **kwargs):
        paginator = super().get_paginator(request, queryset, per_page, *args, **kwargs)
        if hasattr(request, "by_state"):
            paginator.count = total_of(request.by_state, request.GET.get("state"))
        return paginator
