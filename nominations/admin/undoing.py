"""What one did for many at once, newest first, each to be taken back whole."""

from django.contrib import messages
from django.db.models import Count
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_GET, require_POST

from nominations.models import BulkStep
from nominations.services.undoing import UNDOABLE, undo
from thiduakt.clock import today
from thiduakt.vietnamese.words import grouped
from thiduakt.web import refusals_as_messages

LAST = 50
WORDS = "Hoàn tác được cả lượt ở mục Lượt đã làm, khi chưa hồ sơ nào có việc khác."


class Undo:
    """For the admin of stages: `luot-da-lam/`."""

    def get_urls(self):
        name, view = f"{self.opts.app_label}_{self.opts.model_name}", self.admin_site.admin_view
        return [
            path("luot-da-lam/", view(self.bulks_view), name=f"{name}_bulks"),
            path("luot-da-lam/<int:pk>/hoan-tac/", view(self.undo_view), name=f"{name}_undo"),
            *super().get_urls(),
        ]

    def undo_note(self, step):
        return WORDS if step.action in UNDOABLE else ""

    @method_decorator(require_GET)
    def bulks_view(self, request):
        self.refuse_others(request)
        rows = BulkStep.objects.visible_to(request.user, today()).annotate(count=Count("moves"))
        rows = rows.order_by("-pk")[:LAST]
        bulks = [{"bulk": row, "label": self.flow.label(row.action)} for row in rows]
        context = {"title": "Các lượt làm hàng loạt", "bulks": bulks, "list_url": self.list_url()}
        return self.page(request, "admin/nominations/dossierstage/bulks.html", context)

    @method_decorator(require_POST)
    def undo_view(self, request, pk):
        self.refuse_others(request)
        bulk = BulkStep.objects.visible_to(request.user, today()).filter(pk=pk).first()
        if bulk is None:
            raise Http404
        with refusals_as_messages(request):
            undo(bulk, by=request.user)
            count = grouped(bulk.moves.count())
            messages.success(request, f"Đã hoàn tác “{self.flow.label(bulk.action)}” của {count} hồ sơ.")
        return redirect(self.admin_url("bulks"))
