"""The council's chair names who appraises a dossier that all appraisers are excluded from."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from nominations.forms.steps import AppraiserForm
from nominations.services.appraisers import candidates, is_chair, name_appraiser, why_not_name
from thiduakt.clock import today
from thiduakt.web import refusals_as_messages

from .asked import posted
from .dossiers import dossier_of


def dossier_appraiser(request: HttpRequest, pk: int) -> HttpResponse:
    """GET says why it may not be, or asks whom; POST names."""
    dossier = dossier_of(request, pk)
    if not is_chair(dossier.stage, request.user, today()):
        raise PermissionDenied
    form = AppraiserForm(posted(request), accounts=candidates(dossier, today()))
    if request.method == "POST" and form.is_valid():
        with refusals_as_messages(request):
            name_appraiser(dossier, by=request.user, **form.cleaned_data)
            messages.success(request, f"Đã cử {form.cleaned_data['appraiser']} thẩm định hồ sơ.")
        return redirect(dossier)
    context = {"dossier": dossier, "form": form, "reasons": why_not_name(dossier, request.user, today())}
    return render(request, "nominations/dossier_appraiser.html", context)
