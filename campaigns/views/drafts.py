"""Editing a draft: who issues and signs it, the doubts in its text."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from campaigns.enums import CampaignState
from campaigns.forms import HeadForm
from campaigns.models import Campaign
from campaigns.permissions import OFFICE, may_edit
from campaigns.services.flow import accept_note
from campaigns.services.plans import set_head
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.web import refusals_as_messages
from units.models import Person, Unit
from units.models.dated import in_force

from .pages import visible


def draft_of(request: HttpRequest, pk: int) -> Campaign:
    """The draft to edit; 404 for one not to be seen, 403 for who may not edit it, refused once it is none."""
    return editable(request, get_object_or_404(visible(request).select_related("issuer"), pk=pk))


def editable(request: HttpRequest, campaign: Campaign) -> Campaign:
    """The plan itself, when the reader may edit it now."""
    if not may_edit(campaign, request.user, today()):
        raise PermissionDenied
    if campaign.state != CampaignState.DRAFT:
        raise Refused("Kế hoạch không còn là bản soạn thảo nên không sửa được.")
    return campaign


def head_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Who issues the plan and who signs it."""
    campaign = draft_of(request, pk)
    form = head_form(request, campaign)
    if request.method == "POST" and form.is_valid():
        with refusals_as_messages(request):
            set_head(campaign, **form.cleaned_data, by=request.user)
            messages.success(request, "Đã ghi cơ quan ban hành, người ký.")
        return redirect(campaign)
    return render(request, "campaigns/head.html", {"campaign": campaign, "form": form})


def head_form(request: HttpRequest, campaign: Campaign) -> HeadForm:
    on = today()
    ids = request.user.acting_unit_ids(on, OFFICE)
    working = in_force(on, "appointments__")
    people = Person.objects.filter(
        working, appointments__unit__in=[campaign.issuer_id] if campaign.issuer_id else ids
    )
    signer = people.filter(full_name=campaign.signatory.get("name") or "").first()
    # Someone else's lines must not stand above a new name.
    lines = "\n".join(campaign.signatory.get("lines") or []) if signer else ""
    first = {"issuer": campaign.issuer_id, "signer": signer, "lines": lines}
    units = Unit.objects.on(on).filter(pk__in=ids)
    return HeadForm(request.POST or None, units=units, people=people.distinct(), initial=first)


@require_POST
def note_accept(request: HttpRequest, pk: int, note_pk: int) -> HttpResponse:
    """A person looked at a doubt: the text stands as written."""
    note = get_object_or_404(draft_of(request, pk).notes, pk=note_pk)
    with refusals_as_messages(request):
        accept_note(note, by=request.user)
        messages.success(request, "Đã xem: giữ như văn bản.")
    return redirect(f"{note.campaign.get_absolute_url()}#nghi-van")
