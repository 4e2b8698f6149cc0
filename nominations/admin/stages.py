"""The office's list of dossiers and the page of each."""

from django import forms
from django.contrib import admin, messages
from django.http import Http404, QueryDict
from django.shortcuts import redirect
from django.urls import path
from django.utils.html import format_html
from django.utils.http import urlencode

from councils.enums import SessionState
from councils.models import CouncilSession
from documents.files import attachment
from nominations.enums import FINAL, StageState
from nominations.facts import criteria_of
from nominations.facts.changes import outcome_counts
from nominations.facts.done import dossier_done
from nominations.flow import DOSSIER_FLOW
from nominations.models import DossierStage
from nominations.permissions import APPRAISERS
from nominations.printing.wording import name_of
from nominations.services.agenda import put_on_agenda
from nominations.services.steps import move_dossier, move_many
from thiduakt.clock import today, vietnam_day
from thiduakt.errors import Refused
from thiduakt.flow_admin import FILTERS, CountedList, FlowAdmin, date_field
from thiduakt.templatetags.components import state_tag, when

from .appraisal import file_of, may_appraise, office_steps, page_context, sealed_parts
from .counts import OFFICE_TURN, count_boxes, days_waited, is_slow, state_counts, total_of
from .files import ListFiles
from .filters import STAGE_FILTERS
from .marks import keep, points, typed_in
from .planning import ASKED_IN_FORM, plan_stages
from .search import matching

OUTCOME_WORDS = (
    ("met", "đạt"),
    ("unmet", "không đạt"),
    ("confirm", "cần xác nhận"),
    ("unknown", "chưa có dữ liệu"),
)


@admin.register(DossierStage)
class DossierStageAdmin(ListFiles, FlowAdmin):
    flow = DOSSIER_FLOW
    list_display = ("code", "nominee", "state_word", "criteria", "waiting_days", "award")
    list_display_links = ("code",)
    list_filter = STAGE_FILTERS
    list_select_related = (
        "dossier__person",
        "dossier__collective",
        "dossier__unit",
        "dossier__award_type",
    )
    step_select_related = (*list_select_related, "dossier__campaign__issuer")
    search_fields = ("dossier__person__search_key",)
    search_help_text = "Mã hồ sơ, tên, đơn vị (không cần dấu)"
    ordering = ("pk",)
    change_form_template = "admin/nominations/dossierstage/appraisal.html"

    # the list

    def get_search_results(self, request, queryset, search_term):
        return matching(queryset, search_term, "dossier__"), False

    def waiting(self, request) -> int:
        """The number in the sidebar: what waits for the office."""
        return self.get_queryset(request).filter(state__in=OFFICE_TURN).count()

    @admin.display(description="mã hồ sơ")
    def code(self, stage):
        return stage.dossier.code

    @admin.display(description="tập thể, cá nhân")
    def nominee(self, stage):
        dossier = stage.dossier
        unit = f", {dossier.unit}" if dossier.unit_id != dossier.collective_id else ""
        return format_html(
            "{}<small>{}{}</small>", name_of(dossier), dossier.get_group_display().lower(), unit
        )

    @admin.display(description="trạng thái")
    def state_word(self, stage):
        return state_tag(stage.state, stage.get_state_display())

    @admin.display(description="tiêu chí")
    def criteria(self, stage):
        counted = outcome_counts(stage.verdicts)
        return ", ".join(f"{counted[key]} {word}" for key, word in OUTCOME_WORDS if counted[key])

    @admin.display(description="chờ")
    def waiting_days(self, stage):
        if stage.state in FINAL:
            return ""
        on = today()
        if stage.state == StageState.CHANGES_REQUESTED and stage.due_on:
            return when(stage.due_on, on)
        since = vietnam_day(stage.changed_at)
        words = days_waited(since, on)
        slow = stage.state in OFFICE_TURN and is_slow(since, on)
        return format_html('<span class="when is-bad">{}</span>', words) if slow else words

    @admin.display(description="hình thức")
    def award(self, stage):
        return stage.dossier.award_type

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

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, extra_context)
        changelist = getattr(response, "context_data", {}).get("cl")
        if changelist is not None:
            response.context_data |= above_the_list(request, changelist)
        return response

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
                rows = rows.filter(**{spec.prefix + spec.field: value})
        return matching(rows, params.get("q", ""), "dossier__")

    # steps

    def steps_for(self, request, obj):
        return office_steps(obj, request.user, today())

    def roles_of(self, request):
        return {m.role for m in request.user.memberships_on(today())} & APPRAISERS

    def in_bulk(self, step):
        return super().in_bulk(step) or step.action == "to_council"

    def plan(self, request, objs, action):
        return plan_stages(objs, action, by=request.user)

    def move(self, request, obj, action, **data):
        if action != "to_council":
            move_dossier(obj.dossier, action, by=request.user, **data)
        elif skipped := self.move_many(request, [obj], action, **data)[1]:
            raise Refused(*skipped[0][1])

    def move_many(self, request, objs, action, **data):
        by_dossier = {stage.dossier_id: stage for stage in objs}
        if action == "to_council":
            if "session" not in data:
                raise Refused(ASKED_IN_FORM)
            outcome = put_on_agenda(list(by_dossier), data["session"], by=request.user)
        else:
            outcome = move_many(list(by_dossier), action, by=request.user, **data)
        moved = [by_dossier[dossier.pk] for dossier in outcome.moved]
        return moved, [(by_dossier[dossier.pk], reasons) for dossier, reasons in outcome.skipped]

    def step_fields(self, request, step, objs):
        fields = super().step_fields(request, step, objs)
        if step.action == "request_changes":
            fields["due_on"] = date_field("Bổ sung chậm nhất")
        if step.action == "to_council":
            fields["session"] = session_field(objs)
        return fields

    def step_initial(self, request, step, objs):
        """A request begins with what was noted under the criteria and papers."""
        if step.action != "request_changes" or not objs:
            return {}
        stage = objs[0]
        numbers = {row.pk: number for number, row in enumerate(criteria_of(stage.dossier), 1)}
        return {"note": points(stage, numbers, sealed_parts(stage.dossier))}

    def done(self, action, what):
        return dossier_done(action, what)

    def row(self, obj):
        return {
            "code": obj.dossier.code,
            "name": name_of(obj.dossier),
            "unit": str(obj.dossier.unit),
            "fact": self.criteria(obj),
            "url": self.object_url(obj.pk),
        }


class SessionChoice(forms.ModelChoiceField):
    """A council may meet twice on one day: the subject tells the sessions apart."""

    def label_from_instance(self, session):
        return f"{session}: {session.subject}"


def session_field(stages: list[DossierStage]) -> forms.Field:
    """Sessions still ahead of the council of the level where these dossiers stand."""
    units = {stage.unit_id for stage in stages}
    sessions = CouncilSession.objects.exclude(state=SessionState.CLOSED).filter(council__unit__in=units)
    return SessionChoice(
        sessions.select_related("council").order_by("held_on"),
        label="Phiên họp",
        help_text="Phiên họp được lập ở mục Hội đồng, trang cán bộ.",
        error_messages={"required": ASKED_IN_FORM, "invalid_choice": "Chọn một phiên họp chưa kết thúc."},
    )


def above_the_list(request, changelist) -> dict:
    """Counts by state within the other filters, and the filters in force as pills."""
    params = {key: value for key, value in request.GET.items() if key != "p"}
    return {
        "files": True,
        "counts": count_boxes(request.by_state, params, today()),
        "pills": [pill(spec, params) for spec in changelist.filter_specs if spec.value()],
    }


def pill(spec, params: dict) -> dict:
    names = {str(key): label for key, label in spec.lookup_choices}
    rest = {key: value for key, value in params.items() if key != spec.parameter_name}
    label = names.get(spec.value(), spec.value())
    return {"label": f"{spec.title.capitalize()}: {label}", "url": "?" + urlencode(rest)}
