"""A plan from its text: a file or pasted words, read in a child process, saved as a draft to check."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from campaigns.facts.issuers import issuer_named
from campaigns.files import read_file
from campaigns.forms import IntakeForm
from campaigns.models import Campaign
from campaigns.permissions import OFFICE
from campaigns.services.checking import import_plan
from thiduakt.clock import today
from thiduakt.web import for_roles, refusals_on
from units.models import Unit


def own_units(request: HttpRequest):
    """Units for which the reader may make plans."""
    return Unit.objects.on(today()).filter(pk__in=request.user.acting_unit_ids(today(), OFFICE))


@for_roles(*OFFICE)
def campaign_intake(request: HttpRequest) -> HttpResponse:
    """Upload or paste; what was read opens on the checking page, nothing of it counts as checked."""
    units = own_units(request)
    form = IntakeForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and (campaign := taken_in(request, form, units)):
        messages.success(request, "Đã đọc xong kế hoạch. Xem từng chỗ hệ thống hiểu rồi xác nhận.")
        return redirect("campaigns:check", campaign.pk)
    return render(request, "campaigns/intake.html", {"form": form})


def taken_in(request: HttpRequest, form: IntakeForm, units) -> Campaign | None:
    """The draft; a refusal stands on the form."""
    with refusals_on(form):
        plan = read_file(form.content())
        return import_plan(plan, issuer=issuer_named(plan, units), by=request.user)
    return None
