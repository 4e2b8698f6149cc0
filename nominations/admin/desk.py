"""The page of one dossier at the office: opened under a lease, kept, left for the next of the list."""

from django.contrib import messages
from django.db.models import Count, Max, Min, Q, QuerySet
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from documents.files import attachment
from nominations.services.comments import comment
from nominations.services.leases import hold_lease, let_go, take_over
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.flow_admin import FILTERS, SORTED_BY, sorting
from thiduakt.web import refusals_as_messages, tell_typed

from .appraisal import file_of, held_until, lease_context, may_appraise, page_context, sealed_parts
from .filters import STAGE_FILTERS
from .marks import WORDS, Overlay, keep, typed_in
from .points import points_context
from .search import matching

OK, CONFLICT = 200, 409


class Desk:
    """For the admin of stages."""

    kept_before = WORDS

    def get_urls(self):
        name, view = f"{self.opts.app_label}_{self.opts.model_name}", self.admin_site.admin_view
        return [
            path("<path:object_id>/tep/<int:file_pk>/", view(self.file_view), name=f"{name}_file"),
            path("<path:object_id>/trao-doi/", view(self.comment_view), name=f"{name}_comment"),
            *super().get_urls(),
        ]

    def file_view(self, request, object_id, file_pk):
        """An uploaded paper of this dossier, shown in the page when it is a PDF or a picture."""
        stored = file_of(self.object_or_404(request, object_id), file_pk)
        if stored is None:
            raise Http404
        return attachment(stored, inline="tai" not in request.GET)

    @method_decorator(require_POST)
    def comment_view(self, request, object_id):
        stage = self.object_or_404(request, object_id)
        with refusals_as_messages(request):
            comment(stage, request.POST.get("text", ""), by=request.user)
            messages.success(request, "Đã ghi trao đổi nội bộ; đơn vị không thấy.")
        return redirect(self.object_url(stage.pk, request.GET.get(FILTERS, "")) + "#trao-doi")

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """GET shows the appraisal and takes the lease; POST keeps what was typed and goes on."""
        stage = self.object_or_404(request, object_id)
        if request.method != "POST":
            return self.desk_page(request, stage)
        return self.renew(request, stage) if "_hold" in request.POST else self.save_marks(request, stage)

    def desk_page(self, request, stage, typed: Overlay | None = None, status: int = OK):
        """The page; after a refusal with what was typed still in it."""
        context = page_context(stage, request.user, today(), typed)
        context |= points_context(stage, typed or Overlay({}))
        context |= lease_context(stage, request.user, writer=context["may_write"], opened=typed is None)
        if typed is None and context["held_by"]:
            context["may_write"] = False
        around = self.neighbours(request, stage) | {"is_nav_sidebar_enabled": False}
        response = self.page(request, self.change_form_template, context | around)
        response.status_code = status
        return response

    def renew(self, request, stage):
        """Asked for by the page itself while somebody types."""
        try:
            said, status = held_until(hold_lease(stage.dossier, by=request.user)), OK
        except Refused as refused:
            said, status = str(refused), CONFLICT
        return HttpResponse(said, status=status, content_type="text/plain; charset=utf-8")

    def save_marks(self, request, stage):
        filters = request.GET.get(FILTERS, "")
        if not self.kept_first(request, stage):
            return self.not_kept(request, stage, filters)
        if "_next" in request.POST:
            let_go([stage], by=request.user)
        following = self.neighbours(request, stage)["next"] if "_next" in request.POST else ""
        return redirect(following or self.object_url(stage.pk, filters))

    def not_kept(self, request, obj, filters):
        """Nothing of what was typed is lost, as long as it may still be written."""
        if not may_appraise(obj, request.user, today()):
            tell_typed(request)
            return redirect(self.object_url(obj.pk, filters))
        return self.desk_page(request, obj, Overlay(request.POST), CONFLICT)

    def before_step(self, request, obj):
        """The marks typed on the same page are kept first. Raises Refused."""
        if not may_appraise(obj, request.user, today()):
            if any(name.startswith("outcome_") for name in request.POST):
                raise Refused("Anh/chị không thẩm định được hồ sơ này ở bước này.")
            return
        if "_take_over" in request.POST:
            take_over(obj.dossier, by=request.user)
            messages.success(request, "Từ giờ anh/chị thẩm định hồ sơ này.")
        typed = typed_in(request, obj, sealed_parts(obj.dossier))
        if keep(obj.dossier, typed, by=request.user):
            messages.success(request, f"Đã lưu thẩm định {obj.dossier.code}.")

    def neighbours(self, request, stage) -> dict:
        """The dossiers before and after in the list one came from, by its filters, and the place in it."""
        filters = request.GET.get(FILTERS, "")
        rows, order = self.rows_of(request, filters), sorting(self, QueryDict(filters).get(SORTED_BY, ""))
        found = around_sorted(rows.order_by(*order), stage.pk) if order else around(rows, stage.pk)
        return {
            "filters": filters,
            "place": found["place"],
            "of": found["of"],
            "query": "?" + urlencode({FILTERS: filters}) if filters else "",
            "self_url": self.object_url(stage.pk, filters),
            "list_url": self.list_url(filters),
            "previous": self.object_url(found["before"], filters) if found["before"] else "",
            "next": self.object_url(found["after"], filters) if found["after"] else "",
        }

    def rows_of(self, request, filters: str):
        """The list that these filters show, without paging."""
        params = QueryDict(filters)
        rows = self.get_queryset(request)
        for spec in STAGE_FILTERS:
            if value := params.get(spec.parameter_name):
                rows = spec.narrow(rows, value, request.user)
        return matching(rows, params.get("q", ""), "dossier__")


def around(rows: QuerySet, pk: int) -> dict:
    """{"before", "after", "place", "of"} of a row in the order of keys; it may have left the list."""
    earlier, later = Q(pk__lt=pk), Q(pk__gt=pk)
    return rows.order_by().aggregate(
        before=Max("pk", filter=earlier),
        after=Min("pk", filter=later),
        place=Count("pk", filter=~later),
        of=Count("pk"),
    )


def around_sorted(rows: QuerySet, pk: int) -> dict:
    """The same in another order; after a row that has left the list its first one follows."""
    keys = [None, *rows.select_related(None).values_list("pk", flat=True), None]
    place = keys.index(pk) if pk in keys else 0
    before = keys[place - 1] if place else None
    return {"before": before, "after": keys[place + 1], "place": place, "of": len(keys) - 2}
