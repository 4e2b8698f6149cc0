"""Steps of a flow for one object: buttons, what they ask for, the step itself."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest
from django.shortcuts import redirect
from django.urls import path

from thiduakt.web import refusals_as_messages, tell_typed
from thiduakt.workflow import Flow, Step

from .forms import StepForm, note_field
from .rows import FILTERS, ReadOnlyAdmin


class StepsAdmin(ReadOnlyAdmin):
    """A model that moves by the steps of `flow`. A subclass says how it is checked and moved."""

    flow: Flow
    noun = "hồ sơ"
    kept_before: tuple[str, ...] = ()  # beginnings of the names that `before_step` keeps

    def steps_for(self, request: HttpRequest, obj) -> list[Step]:
        """Steps that state and role offer on one object."""
        raise NotImplementedError

    def step_named(self, obj, action: str) -> Step | None:
        """The step that an address names: the one of the object's state, else any of that name."""
        return self.flow.find(obj.state, action) or next(iter(self.flow.named(action)), None)

    def plan(self, request: HttpRequest, objs: list, action: str) -> tuple[list, list]:
        """([those that would go], [(one that stays, [sentence])]); nothing is written."""
        raise NotImplementedError

    def move(self, request: HttpRequest, obj, action: str, **data) -> None:
        """The service that takes the step. Raises Refused."""
        raise NotImplementedError

    def step_fields(self, request: HttpRequest, step: Step, objs: list) -> dict[str, forms.Field]:
        """What the step asks for besides the click."""
        return {"note": note_field(step)} if step.needs_note else {}

    def one_fields(self, request: HttpRequest, step: Step, obj) -> dict[str, forms.Field]:
        """The same for one object, where more may be asked than for many."""
        return self.step_fields(request, step, [obj])

    def step_initial(self, request: HttpRequest, step: Step, objs: list) -> dict:
        return {}

    def before_step(self, request: HttpRequest, obj) -> None:
        """What the same press also keeps (marks typed on the page). Raises Refused."""

    def done(self, action: str, what: str) -> str:
        """What is said after a step: `Đã tiếp nhận 12 hồ sơ. Tiếp theo: thẩm định.`"""
        return f"{self.flow.label(action)}: đã xong với {what}."

    def row(self, obj) -> dict:
        """{"code", "name", "unit", "fact"} of one line of the preview."""
        raise NotImplementedError

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view
        return [
            path("<path:object_id>/buoc/<slug:action>/", view(self.step_view), name=f"{name}_step"),
            *super().get_urls(),
        ]

    def take_step(self, request: HttpRequest, obj, action: str, **data) -> bool:
        """Take one step and say so; a refusal becomes messages. True when it was taken."""
        with refusals_as_messages(request, shown_again=True):
            self.move(request, obj, action, **data)
            messages.success(request, self.done(action, f"{self.noun} của {self.row(obj)['name']}"))
            return True
        tell_typed(request, but=self.kept_before)
        return False

    def step_view(self, request: HttpRequest, object_id: str, action: str):
        """POST takes the step; when it asks for something that was not typed yet, a page asks for it."""
        obj = self.object_or_404(request, object_id)
        step = self.step_named(obj, action)
        if step is None:
            raise Http404
        filters = request.GET.get(FILTERS, "")
        if request.method == "POST" and not self.kept_first(request, obj):
            return self.not_kept(request, obj, filters)
        if not self.offered(request, obj, action):
            self.take_step(request, obj, action)
            return redirect(self.object_url(obj.pk, filters))
        return self.ask_or_take(request, obj, step, filters)

    def offered(self, request: HttpRequest, obj, action: str) -> bool:
        return any(step.action == action for step in self.steps_for(request, obj))

    def kept_first(self, request: HttpRequest, obj) -> bool:
        with refusals_as_messages(request, shown_again=True):
            self.before_step(request, obj)
            return True
        return False

    def not_kept(self, request: HttpRequest, obj, filters: str):
        """Where one is sent when what was typed on the page could not be kept."""
        tell_typed(request)
        return redirect(self.object_url(obj.pk, filters))

    def ask_or_take(self, request: HttpRequest, obj, step: Step, filters: str):
        fields = self.one_fields(request, step, obj)
        typed = request.method == "POST" and (not fields or fields.keys() & request.POST.keys())
        form = StepForm(
            request.POST if typed else None, fields=fields, initial=self.step_initial(request, step, [obj])
        )
        if typed and form.is_valid():
            self.take_step(request, obj, step.action, **form.cleaned_data)
            return redirect(self.object_url(obj.pk, filters))
        context = {
            "title": f"{step.label}: {self.row(obj)['name']}",
            "form": form,
            "step": step,
            "object": obj,
            "reasons": self.plan(request, [obj], step.action)[1],
            "back": self.object_url(obj.pk, filters),
        }
        return self.page(request, "admin/flow/step.html", context)
