"""Which plan here is the one that a plan carries out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from campaigns.facts.inheritance import carried_out, plan_named, plans_above
from campaigns.forms.parents import ParentForm
from campaigns.permissions import OFFICE
from campaigns.services.parents import link_parent
from thiduakt.clock import today
from thiduakt.web import refusals_as_messages

from .deadlines import held


def parent_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan found by its number is offered first."""
    campaign, on = held(request, pk, OFFICE), today()
    found = plan_named(campaign, carried_out(campaign), on)
    plans = plans_above(campaign, on)
    first = {"parent": campaign.parent_id or (found and found.pk)}
    form = ParentForm(request.POST or None, plans=plans, initial=first)
    if request.method == "POST" and form.is_valid():
        with refusals_as_messages(request):
            link_parent(campaign, form.cleaned_data["parent"], by=request.user)
            messages.success(request, "Đã ghi kế hoạch cấp trên.")
        return redirect(campaign)
    context = {"campaign": campaign, "form": form, "named": carried_out(campaign), "found": found}
    return render(request, "campaigns/parent.html", context)
