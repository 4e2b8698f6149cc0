"""What stands above the office's list: lists kept by name, counts, the filters in force."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import Http404, HttpRequest
from django.shortcuts import redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from nominations.enums import APPRAISED_IN
from nominations.facts.waiting import is_late
from nominations.models import SavedFilter
from nominations.services.saved_filters import drop_filter, only, save_filter
from thiduakt.clock import today
from thiduakt.web import refusals_as_messages
from thiduakt.web.kept import kept

from .counts import count_boxes
from .filters import LATE, MINE, NOBODYS, STAGE_FILTERS

READY = (
    ("Tất cả", "all", {}),
    ("Của tôi", "mine", {"assignee": MINE}),
    ("Chưa giao", "nobodys", {"assignee": NOBODYS}),
    ("Quá hạn", "late", {"waiting": LATE}),
)
FILTER_NAMES = (*(spec.parameter_name for spec in STAGE_FILTERS), "q")


class Queue:
    """For the admin of stages: `bo-loc/` keeps the filters of the page under a name."""

    def get_urls(self):
        name, view = f"{self.opts.app_label}_{self.opts.model_name}", self.admin_site.admin_view
        return [
            path("bo-loc/", view(self.save_view), name=f"{name}_saved"),
            path("bo-loc/<int:pk>/xoa/", view(self.drop_view), name=f"{name}_drop"),
            *super().get_urls(),
        ]

    def numbers(self, request) -> dict[str, int]:
        """How many in each list that everybody has, and how many wait for the office; asked once a page."""
        if not hasattr(request, "queue_numbers"):
            request.queue_numbers = kept(request, "queue", lambda: self.count_lists(request))
        return request.queue_numbers

    def count_lists(self, request) -> dict[str, int]:
        tests = {
            "all": None,
            "mine": Q(assignee=request.user.pk),
            "nobodys": Q(assignee__isnull=True),
            "late": is_late(today()),
            "waiting": Q(state__in=APPRAISED_IN),
        }
        counted = {name: Count("pk", filter=test) for name, test in tests.items()}
        return self.get_queryset(request).order_by().aggregate(**counted)

    def waiting(self, request) -> int:
        """The number in the sidebar."""
        return self.numbers(request)["waiting"]

    @method_decorator(require_POST)
    def save_view(self, request):
        self.refuse_others(request)
        query = request.POST.get("query", "")
        with refusals_as_messages(request):
            saved = save_filter(request.POST.get("name", ""), query, FILTER_NAMES, by=request.user)
            messages.success(request, f"Đã lưu danh sách “{saved}”. Chỉ anh/chị thấy tên này.")
        return redirect(self.list_url(only(query, FILTER_NAMES)))

    @method_decorator(require_POST)
    def drop_view(self, request, pk):
        self.refuse_others(request)
        saved = SavedFilter.objects.visible_to(request.user, today()).filter(pk=pk).first()
        if saved is None:
            raise Http404
        drop_filter(saved)
        messages.success(request, f"Đã xóa danh sách “{saved}”; hồ sơ không đổi gì.")
        return redirect(self.list_url())

    def refuse_others(self, request) -> None:
        """The page is for who works on this list."""
        if not self.has_view_permission(request):
            raise PermissionDenied

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, extra_context)
        changelist = getattr(response, "context_data", {}).get("cl")
        if changelist is not None:
            response.context_data |= above_the_list(request, changelist)
        return response


def above_the_list(request: HttpRequest, changelist) -> dict:
    """Lists by name, counts by state within the other filters, and the filters in force as pills."""
    params = {key: value for key, value in request.GET.items() if key != "p"}
    query = only(request.GET.urlencode(), FILTER_NAMES)
    saved = list(SavedFilter.objects.visible_to(request.user, today()))
    return {
        "files": True,
        "lists": ready_lists(changelist.model_admin.numbers(request), query)
        + [{"label": one.name, "url": f"?{one.query}", "current": one.query == query} for one in saved],
        "own_list": next((one for one in saved if one.query == query), None),
        "query": query,
        "counts": count_boxes(request.by_state, params, today()),
        "pills": [pill(spec, params) for spec in changelist.filter_specs if spec.value()],
    }


def ready_lists(numbers: dict[str, int], query: str) -> list[dict]:
    """The lists that everybody has, each with its number."""
    return [
        {
            "label": label,
            "n": numbers[name],
            "url": f"?{urlencode(asked)}",
            "current": urlencode(asked) == query,
        }
        for label, name, asked in READY
    ]


def pill(spec, params: dict) -> dict:
    names = {str(key): label for key, label in spec.lookup_choices}
    rest = {key: value for key, value in params.items() if key != spec.parameter_name}
    label = names.get(spec.value(), spec.value())
    return {"label": f"{spec.title.capitalize()}: {label}", "url": "?" + urlencode(rest)}
