"""Danh sách chi tiền thưởng: on the page, as a file, on paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from campaigns.models import Campaign
from documents.files import pdf_response
from documents.pdf.render import render_pdf
from nominations.facts.payments import PAY_HEADINGS, by_unit, pay_lines, pay_rows
from nominations.printing.payments import payments_paper
from nominations.services.letters import head_of
from thiduakt.clock import today
from thiduakt.vietnamese.text import slug_ascii
from thiduakt.web import for_roles, list_file
from units.enums import REVIEW_ROLES
from units.models import Unit


def campaign_and_unit(request: HttpRequest, pk: int, unit_pk: int) -> tuple[Campaign, Unit]:
    """A plan one sees, and an office one works in; 404 otherwise."""
    campaign = get_object_or_404(Campaign.objects.visible_to(request.user, today()), pk=pk)
    held = [key for key in request.user.acting_unit_ids(today(), REVIEW_ROLES) if key == unit_pk]
    return campaign, get_object_or_404(Unit, pk__in=held)


@require_safe
@for_roles(*REVIEW_ROLES)
def payments(request: HttpRequest, pk: int, unit_pk: int) -> HttpResponse:
    """By nominating unit, with sums; the file has the same lines."""
    campaign, unit = campaign_and_unit(request, pk, unit_pk)
    lines = pay_lines(campaign, unit)
    if file := list_file(request, "Danh sách chi tiền thưởng", PAY_HEADINGS, pay_rows(lines, unit.name)):
        return file
    groups = by_unit(lines)
    context = {"campaign": campaign, "unit": unit, "groups": groups}
    context["total"] = sum(total for _, _, total in groups)
    return render(request, "nominations/payments.html", context)


@require_safe
@for_roles(*REVIEW_ROLES)
def payments_print(request: HttpRequest, pk: int, unit_pk: int) -> HttpResponse:
    """The list to be signed, as PDF."""
    campaign, unit = campaign_and_unit(request, pk, unit_pk)
    signer = head_of(unit, today())
    paper = payments_paper(campaign, unit, pay_lines(campaign, unit), on=today(), signer=signer)
    name = slug_ascii(f"chi-thuong-{campaign.pk}-{unit.short_name}")
    return pdf_response(render_pdf("payments.html", paper), f"{name}.pdf")
