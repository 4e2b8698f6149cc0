"""The results of a plan as its office tells them: the list, the notice to print, the public page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from documents.docx.build import render_docx
from documents.enums import Kind
from documents.files import pdf_response, word_response
from documents.pdf.render import render_pdf
from documents.services.numbers import symbol_of
from nominations.facts.honours import is_shown, results_of
from nominations.facts.listing import AWARD_HEADINGS, award_rows
from nominations.forms.results import HonoursForm
from nominations.printing.announcing import announcement_paper
from nominations.services.honours import OPENERS, show_honours
from nominations.services.submissions import head_of
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.vietnamese.text import slug_ascii
from thiduakt.web import for_roles, list_file, refusals_as_messages
from units.enums import REVIEW_ROLES
from units.facts import signature_lines

from .payments import campaign_and_unit


@require_safe
@for_roles(*REVIEW_ROLES)
def results(request: HttpRequest, pk: int, unit_pk: int) -> HttpResponse:
    """Who was awarded what by which decision; the file has the same lines."""
    campaign, unit = campaign_and_unit(request, pk, unit_pk)
    awards = results_of(campaign, [unit.pk])
    if file := list_file(request, "Kết quả khen thưởng", AWARD_HEADINGS, award_rows(awards)):
        return file
    context = {"campaign": campaign, "unit": unit, "awards": awards, "shown": is_shown(campaign, unit)}
    context |= {"may_show": bool(request.user.roles_at(unit.pk, today()) & OPENERS), "form": HonoursForm()}
    return render(request, "nominations/results.html", context)


def notice(request: HttpRequest, pk: int, unit_pk: int) -> tuple[dict, str]:
    """The notice and what its file is called."""
    campaign, unit = campaign_and_unit(request, pk, unit_pk)
    awards, signer = list(results_of(campaign, [unit.pk])), head_of(unit, today())
    if not awards:
        raise Refused("Chưa có khen thưởng nào nên chưa có gì để thông báo.")
    lines = signature_lines(unit, signer, today()) if signer else [unit.head_title.upper()]
    told = {"on": today(), "symbol": symbol_of(Kind.THONG_BAO, unit), "signature": (lines, signer)}
    paper = announcement_paper(campaign, unit, awards, **told)
    return paper, slug_ascii(f"thong-bao-ket-qua-{campaign.pk}-{unit.short_name}")


@require_safe
@for_roles(*REVIEW_ROLES)
def results_print(request: HttpRequest, pk: int, unit_pk: int) -> HttpResponse:
    paper, name = notice(request, pk, unit_pk)
    return pdf_response(render_pdf("submission.html", paper), f"{name}.pdf")


@require_safe
@for_roles(*REVIEW_ROLES)
def results_word(request: HttpRequest, pk: int, unit_pk: int) -> HttpResponse:
    paper, name = notice(request, pk, unit_pk)
    return word_response(render_docx("submission.html", paper), f"{name}.docx")


@require_POST
@for_roles(*OPENERS)
def results_honours(request: HttpRequest, pk: int, unit_pk: int) -> HttpResponse:
    """Shown to everybody from now on, or no longer, as the button says."""
    campaign, unit = campaign_and_unit(request, pk, unit_pk)
    shown = "show" in request.POST
    form = HonoursForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    with refusals_as_messages(request):
        show_honours(campaign, unit, shown=shown, note=note, by=request.user)
        messages.success(request, "Đã mở trang vinh danh." if shown else "Đã thôi công khai trang vinh danh.")
    return redirect("nominations:results", campaign.pk, unit.pk)
