"""Choosing the initiatives that a nominee puts forward."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from initiatives.models import Initiative
from nominations.services.uses import stop_using, use_initiative
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.web import refusals_as_messages

from .dossiers import dossier_of


@require_POST
def dossier_initiative(request: HttpRequest, pk: int) -> HttpResponse:
    """`chon`: an initiative to put forward, with `note` if it was used before; `bo`: a use to take back."""
    dossier = dossier_of(request, pk)
    chosen, dropped = (key_of(request, name) for name in ("chon", "bo"))
    if dropped:
        use = get_object_or_404(dossier.initiative_uses.select_related("dossier"), pk=dropped)
        with refusals_as_messages(request):
            stop_using(use, by=request.user)
            messages.success(request, "Đã bỏ sáng kiến khỏi hồ sơ.")
    else:
        put_forward(request, dossier, chosen)
    return redirect(f"{dossier.get_absolute_url()}#sang-kien")


def key_of(request: HttpRequest, name: str) -> int | None:
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def put_forward(request: HttpRequest, dossier, key: int | None) -> None:
    with refusals_as_messages(request):
        if key is None:
            raise Refused("Chưa chọn sáng kiến nào.")
        mine = Initiative.objects.visible_to(request.user, today()).filter(authors__person=dossier.person_id)
        initiative = get_object_or_404(mine, pk=key)
        use_initiative(dossier, initiative, by=request.user, note=request.POST.get("note", ""))
        messages.success(request, f"Đã đưa sáng kiến “{initiative.name}” vào hồ sơ.")
