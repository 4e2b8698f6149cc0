"""The office's list of dossiers and the page of each."""

from django.contrib import admin, messages
from django.http import Http404, QueryDict
from django.shortcuts import redirect
from django.urls import path
from django.utils.http import urlencode

from documents.files import attachment
from nominations.flow import DOSSIER_FLOW
from nominations.models import DossierStage
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.flow_admin import FILTERS, CountedList, FlowAdmin

from .appraisal import file_of, may_appraise, page_context, sealed_parts
from .columns import StageColumns
from .counts import state_counts, total_of
from .files import ListFiles
from .filters import STAGE_FILTERS
from .marks import keep, typed_in
from .queue import Queue
from .search import matching
from .steps import StageSteps


@admin.register(DossierStage)
class DossierStageAdmin(ListFiles, Queue, StageColumns, StageSteps, FlowAdmin):
    flow = DOSSIER_FLOW
    list_display = ("code", "nominee", "state_word", "criteria", "waiting_days", "handler", "award")
    list_display_links = ("code",)
    list_filter = STAGE_FILTERS
    list_select_related = (
        "dossier__person",
        "dossier__collective",
        "dossier__unit",
        "dossier__award_type",
        "assignee",
    )
    step_select_related = (*list_select_related, "dossier__campaign__issuer")
    search_fields = ("dossier__person__search_key",)
    search_help_text = "Mã hồ sơ, tên, đơn vị (không cần dấu)"
    ordering = ("pk",)
    change_form_template = "admin/nominations/dossierstage/appraisal.html"

    # the list

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

    # one dossier

    def get_urls(self):
        file_view = self.admin_site.admin_view(self.file_view)
        own = path("<path:object_id>/tep/<int:file_pk>/", file_view, name="nominations_dossierstage_file")
        return [own, *super().get_urls()]

    def file_view(self, request, object_id, file_pk):
        """An uploaded paper of this dossier, shown in the page when it is a PDF or a picture."""
        stored = file_of(self.object_or_404(request, object_id), file_pk)
        if stored is None:
            raise Http404
        return attachment(stored, inline="tai" not in request.GET)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """GET shows the appraisal; POST keeps it and goes on."""
        stage = self.object_or_404(request, object_id)
        if request.method == "POST":
            return self.save_marks(request, stage)
        around = self.neighbours(request, stage)
        context = page_context(stage, request.user, today())
        return self.page(
            request, self.change_form_template, context | around | {"is_nav_sidebar_enabled": False}
        )

    def save_marks(self, request, stage):
        filters = request.GET.get(FILTERS, "")
        if not self.kept_first(request, stage):
            return redirect(self.object_url(stage.pk, filters))
        following = self.neighbours(request, stage)["next"] if "_next" in request.POST else ""
        return redirect(following or self.object_url(stage.pk, filters))

    def before_step(self, request, obj):
        """The marks typed on the same page are kept first. Raises Refused."""
        if not may_appraise(obj, request.user, today()):
            if any(name.startswith("outcome_") for name in request.POST):
                raise Refused("Anh/chị không thẩm định được hồ sơ này ở bước này.")
            return
        typed = typed_in(request, obj, sealed_parts(obj.dossier))
        if keep(obj.dossier, typed, by=request.user):
            messages.success(request, f"Đã lưu thẩm định {obj.dossier.code}.")

    def neighbours(self, request, stage) -> dict:
        """The dossiers before and after in the list one came from, by its filters."""
        filters = request.GET.get(FILTERS, "")
        rows = self.rows_of(request, filters)
        before = rows.filter(pk__lt=stage.pk).order_by("-pk").values_list("pk", flat=True).first()
        after = rows.filter(pk__gt=stage.pk).order_by("pk").values_list("pk", flat=True).first()
        return {
            "filters": filters,
            "query": "?" + urlencode({FILTERS: filters}) if filters else "",
            "list_url": self.list_url(filters),
            "previous": self.object_url(before, filters) if before else "",
            "next": self.object_url(after, filters) if after else "",
        }

    def rows_of(self, request, filters: str):
        """The list that these filters show, without paging."""
        params = QueryDict(filters)
        rows = self.get_queryset(request)
        for spec in STAGE_FILTERS:
            if value := params.get(spec.parameter_name):
                rows = spec.narrow(rows, value, request.user)
        return matching(rows, params.get("q", ""), "dossier__")
