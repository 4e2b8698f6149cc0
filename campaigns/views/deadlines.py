"""The dates of an issued plan: extensions and late acceptances, shown to all, recorded by the office."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from campaigns.enums import LATE_KINDS
from campaigns.facts.dates import acceptances, dated_lines
from campaigns.forms import ExtensionForm, LateForm
from campaigns.models import Campaign
from campaigns.permissions import OFFICE, roles_on
from campaigns.services.after import EXTENDING_ROLES, accept_late, extend_deadline
from documents.enums import DocumentState, Kind
from documents.models import IssuedDocument
from thiduakt.clock import today
from thiduakt.vietnamese.days import short_date
from thiduakt.web import refusals_on
from units.models import Unit

from .pages import visible


def plan_of(request: HttpRequest, pk: int) -> Campaign:
    return get_object_or_404(visible(request).select_related("issuer", "paper"), pk=pk)


def held(request: HttpRequest, pk: int, roles) -> Campaign:
    """The plan for those who hold one of the roles at its issuing body; 403 for others who may read it."""
    campaign = plan_of(request, pk)
    if not roles_on(campaign, request.user, today()) & set(roles):
        raise PermissionDenied
    return campaign


@require_safe
def deadline_list(request: HttpRequest, pk: int) -> HttpResponse:
    """Every date of the plan, what was extended and why, who may still send late."""
    campaign = plan_of(request, pk)
    roles = roles_on(campaign, request.user, today())
    context = {
        "campaign": campaign,
        "lines": dated_lines(campaign),
        "readable": readable(request, campaign),
        "accepted": acceptances(campaign),
        "may_extend": campaign.is_open and bool(roles & EXTENDING_ROLES),
        "may_accept": campaign.is_open and bool(roles & OFFICE),
        "today": today(),
    }
    return render(request, "campaigns/deadlines.html", context)


def readable(request: HttpRequest, campaign: Campaign) -> set[int]:
    """The papers of extensions that the reader may open."""
    papers = IssuedDocument.objects.visible_to(request.user, today())
    return set(papers.filter(extensions__deadline__campaign=campaign).values_list("pk", flat=True))


def deadline_extend(request: HttpRequest, pk: int, deadline_pk: int) -> HttpResponse:
    campaign = held(request, pk, EXTENDING_ROLES)
    deadline = get_object_or_404(campaign.deadline_set.select_related("campaign", "clause"), pk=deadline_pk)
    form = ExtensionForm(request.POST or None, papers=later_papers(request, campaign))
    if (
        request.method == "POST"
        and form.is_valid()
        and done(form, extend_deadline, deadline, by=request.user)
    ):
        until = short_date(form.cleaned_data["until"])
        messages.success(request, f"Đã gia hạn đến hết ngày {until}. Các đơn vị đã được báo.")
        return redirect("campaigns:deadlines", campaign.pk)
    context = {"campaign": campaign, "deadline": deadline, "form": form}
    return render(request, "campaigns/extend.html", context)


def late_accept(request: HttpRequest, pk: int) -> HttpResponse:
    campaign = held(request, pk, OFFICE)
    kinds = set(campaign.deadline_set.values_list("what", flat=True)) & {kind for kind, _ in LATE_KINDS}
    units = Unit.objects.on(today()).within([campaign.issuer_id], today()).exclude(pk=campaign.issuer_id)
    form = LateForm(request.POST or None, units=units, kinds=kinds)
    if request.method == "POST" and form.is_valid() and done(form, accept_late, campaign, by=request.user):
        messages.success(request, f"Đã ghi: {form.cleaned_data['unit']} được nộp muộn. Đơn vị đã được báo.")
        return redirect("campaigns:deadlines", campaign.pk)
    return render(request, "campaigns/late.html", {"campaign": campaign, "form": form, "kinds": kinds})


def later_papers(request: HttpRequest, campaign: Campaign):
    """Issued papers that the reader sees, not older than the plan; proposals and minutes change nothing."""
    papers = IssuedDocument.objects.visible_to(request.user, today()).filter(state=DocumentState.ISSUED)
    later = papers.filter(issued_on__gte=campaign.launched_on).exclude(pk=campaign.paper_id)
    return later.exclude(kind__in=(Kind.TO_TRINH, Kind.BIEN_BAN))


def done(form, service, target, *, by) -> bool:
    """Whether the act was recorded; a refusal stands on the form."""
    with refusals_on(form):
        service(target, **form.cleaned_data, by=by)
    return form.is_valid()
