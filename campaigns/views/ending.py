"""An issued plan replaced or withdrawn by another paper."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from campaigns.forms.ending import EndForm
from campaigns.models import Campaign
from campaigns.services.ending import end_by_paper
from campaigns.services.flow import nothing_waits
from documents.services.links import KEEPERS
from thiduakt.errors import Refused
from thiduakt.web import refusals_on

from .deadlines import held, later_papers


def campaign_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Which paper does it, and what becomes of the dossiers; then the plan ends."""
    campaign = held(request, pk, KEEPERS)
    if not (campaign.is_open and campaign.paper_id):
        raise Refused("Chỉ kế hoạch đang có hiệu lực mới thay thế, thu hồi được.")
    form = EndForm(request.POST or None, papers=later_papers(request, campaign))
    if request.method == "POST" and form.is_valid() and ended(form, campaign, by=request.user):
        messages.success(request, "Đã ghi. Các đơn vị đã được báo.")
        return redirect(campaign)
    context = {"campaign": campaign, "form": form, "waiting": nothing_waits(campaign)}
    return render(request, "campaigns/end.html", context)


def ended(form: EndForm, campaign: Campaign, *, by) -> bool:
    """Whether it was recorded; a refusal stands on the form."""
    with refusals_on(form):
        end_by_paper(campaign, by=by, **form.cleaned_data)
    return form.is_valid()
