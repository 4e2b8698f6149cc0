"""Handing over what a closed unit left unfinished."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from nominations.services.handover import hand_over, heirs_of
from thiduakt.clock import today
from thiduakt.web import refusals_as_messages
from units.models import Unit
from units.registry import OPEN_WORK

from .asked import posted


class HandOverForm(forms.Form):
    heir = forms.ModelChoiceField(
        Unit.objects.none(), label="Chuyển tiếp cho", empty_label="Chọn nơi kế thừa"
    )

    def __init__(self, *args, heirs, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["heir"].queryset = heirs


def hand_over_unit(request: HttpRequest, pk: int) -> HttpResponse:
    """What is left, and to whom it goes; only heirs that one keeps are offered."""
    user, on = request.user, today()
    unit = get_object_or_404(Unit.objects.visible_to(user, on) | Unit.objects.kept_by(user, on), pk=pk)
    heirs = heirs_of(unit, on).filter(pk__in=Unit.objects.kept_by(user, on).values("pk"))
    ended = not unit.exists_on(on) and Unit.objects.kept_by(user, on).filter(pk=pk).exists()
    if not heirs.exists() and not ended:
        raise PermissionDenied
    form = HandOverForm(posted(request), heirs=heirs)
    if form.is_bound and form.is_valid():
        with refusals_as_messages(request):
            count = hand_over(unit, form.cleaned_data["heir"], by=user)
            messages.success(request, f"Đã chuyển tiếp {count} việc cho {form.cleaned_data['heir']}.")
        return redirect(unit)
    context = {"unit": unit, "form": form, "left": left_open(unit)}
    return render(request, "nominations/handover.html", context)


def left_open(unit: Unit) -> list[dict]:
    """What every part of the system says is unfinished."""
    return [line for read in OPEN_WORK for line in read([unit])]
