"""A step for many: the choice is frozen, previewed, confirmed and applied once."""

import secrets

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.request import QueryDict
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from thiduakt.errors import Refused
from thiduakt.vietnamese.words import grouped
from thiduakt.web import refusals_as_messages, tell_typed
from thiduakt.workflow import Step

from .boxes import Boxes
from .forms import StepForm, number_field
from .steps import StepsAdmin

BATCHES = "bulk_steps"
KEPT_BATCHES = 5
MOST_AT_ONCE = 500
TYPE_NUMBER_ABOVE = 50


class FlowAdmin(Boxes, StepsAdmin):
    """A model that moves by the steps of `flow`. A subclass says how it is checked and moved."""

    # What the guards look at, when it is more than a row of the list shows.
    step_select_related: tuple[str, ...] = ()

    def roles_of(self, request: HttpRequest) -> set[str]:
        """Roles one holds anywhere: which bulk steps are worth offering."""
        raise NotImplementedError

    def bulk_steps(self, request: HttpRequest) -> list[Step]:
        """Every step that has no page of its own and cannot be regretted, once each."""
        roles = self.roles_of(request)
        found = {step.action: step for step in self.flow if roles & set(step.roles) and self.in_bulk(step)}
        return list(found.values())

    def in_bulk(self, step: Step) -> bool:
        return step.direct and not step.danger

    def verb(self, step: Step) -> str:
        """What happens to each: a step of the flow moves it."""
        return "chuyển" if step in self.flow else "giao"

    def undo_note(self, step: Step) -> str:
        """Whether and until when the whole may be taken back, in words."""
        return ""

    def move_many(self, request: HttpRequest, objs: list, action: str, **data) -> tuple[list, list]:
        """The service that takes it for many in one transaction; shaped like `plan`."""
        raise NotImplementedError

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("luot/<str:key>/", self.admin_site.admin_view(self.bulk_view), name=f"{name}_bulk"),
            *super().get_urls(),
        ]

    def get_actions(self, request):
        if not self.has_view_permission(request):
            return {}
        steps = self.bulk_steps(request)
        return {step.action: (begin_bulk, step.action, step.label) for step in steps}

    def freeze(self, request: HttpRequest, action: str, queryset) -> str:
        """Keep the chosen keys in the session; what arrives later does not go along."""
        pks = list(queryset.order_by("pk").values_list("pk", flat=True)[: MOST_AT_ONCE + 1])
        if len(pks) > MOST_AT_ONCE:
            raise Refused(f"Mỗi lượt làm nhiều nhất {MOST_AT_ONCE} {self.noun}; hãy lọc bớt.")
        key = secrets.token_urlsafe(12)
        batches = list(request.session.get(BATCHES, {}).items())[1 - KEPT_BATCHES :]
        batch = {
            "model": self.opts.label_lower,
            "action": action,
            "pks": pks,
            "going": [],
            "at": timezone.now().isoformat(),
            "filters": request.GET.urlencode(),
            "done": "",
        }
        request.session[BATCHES] = {**dict(batches), key: batch}
        return key

    def batch_or_404(self, request: HttpRequest, key: str) -> dict:
        batch = request.session.get(BATCHES, {}).get(key)
        if not self.has_view_permission(request):
            raise PermissionDenied
        if batch is None or batch["model"] != self.opts.label_lower:
            raise Http404
        return batch

    def bulk_view(self, request: HttpRequest, key: str):
        """Preview, then apply once: the second press of the same preview changes nothing."""
        batch = self.batch_or_404(request, key)
        if batch["done"]:
            messages.info(request, f"Lượt này đã thực hiện rồi: {batch['done']} Không đổi gì thêm.")
            return redirect(self.list_url(batch["filters"]))
        step = next((step for step in self.bulk_steps(request) if step.action == batch["action"]), None)
        if step is None:
            raise PermissionDenied
        if request.method == "POST" and (objs := self.objects_of(request, batch["going"])):
            form = self.bulk_form(request, step, objs, len(objs), request.POST)
            if form.is_valid():
                return self.apply(request, batch, step, objs, form.cleaned_data)
            return self.preview(request, batch, step, form)
        return self.preview(request, batch, step)

    def objects_of(self, request: HttpRequest, pks: list) -> list:
        rows = self.get_queryset(request).filter(pk__in=pks)
        return list(rows.select_related(*(self.step_select_related or self.list_select_related)))

    def bulk_form(
        self, request: HttpRequest, step: Step, objs: list, count: int, data: QueryDict | None = None
    ):
        fields = self.step_fields(request, step, objs)
        if count > TYPE_NUMBER_ABOVE:
            fields["confirm"] = number_field(count)
        return StepForm(data, fields=fields, initial=self.step_initial(request, step, []))

    def preview(self, request: HttpRequest, batch: dict, step: Step, form=None):
        going, skipped = self.plan(request, self.objects_of(request, batch["pks"]), step.action)
        batch["going"] = [obj.pk for obj in going]
        verb = self.verb(step)
        request.session.modified = True
        context = {
            "title": f"{step.label}: sẽ {verb} {grouped(len(going))}, bỏ qua {grouped(len(skipped))}",
            "verb": verb,
            "undo_note": self.undo_note(step),
            "step": step,
            "noun": self.noun,
            "frozen_at": parse_datetime(batch["at"]),
            "chosen": len(batch["pks"]),
            "going": [(obj, self.row(obj)) for obj in going],
            "skipped": [(obj, self.row(obj), reasons) for obj, reasons in skipped],
            "sources": {obj.state: obj.get_state_display() for obj in going},
            "form": form or self.bulk_form(request, step, going, len(going)),
            "back": self.list_url(batch["filters"]),
        }
        return self.page(request, "admin/flow/preview.html", context)

    def apply(self, request: HttpRequest, batch: dict, step: Step, objs: list, data: dict):
        data.pop("confirm", None)
        back = redirect(self.list_url(batch["filters"]))
        with refusals_as_messages(request):
            moved, skipped = self.move_many(request, objs, step.action, **data)
            left = len(batch["pks"]) - len(moved)
            what = f"{grouped(len(moved))} {self.noun}"
            batch["done"] = said(self.done(step.action, what) if moved else "", self.noun, left)
            request.session.modified = True
            messages.success(request, batch["done"])
            for obj, reasons in skipped:
                messages.warning(request, f"{self.row(obj)['name']}: {' '.join(reasons)}")
            if not moved:
                tell_typed(request)
        return back


def said(done: str, noun: str, left: int) -> str:
    """`Đã tiếp nhận 12 hồ sơ. Tiếp theo: thẩm định. Bỏ qua 2 hồ sơ.`"""
    return f"{done} Bỏ qua {grouped(left)} {noun}.".strip() if left else done


@admin.action(permissions=["view"])
def begin_bulk(modeladmin: FlowAdmin, request: HttpRequest, queryset):
    """Every bulk action begins here: freeze the choice, go to its preview."""
    with refusals_as_messages(request):
        key = modeladmin.freeze(request, request.POST["action"], queryset)
        return redirect(modeladmin.admin_url("bulk", key))
    return redirect(modeladmin.list_url(request.GET.urlencode()))
