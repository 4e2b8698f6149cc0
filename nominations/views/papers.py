"""Papers of a dossier: uploaded instead of written, taken off again, handed out, printed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from campaigns.enums import Per
from campaigns.facts.inheritance import part_requirements
from documents.docx.build import render_docx
from documents.files import attachment, pdf_response, word_response
from documents.pdf.render import render_pdf
from documents.services.uploads import store_upload
from nominations.enums import StageState
from nominations.forms.steps import UploadForm
from nominations.models import Dossier
from nominations.permissions import reviews
from nominations.printing.reports import report_paper, summary_paper
from nominations.services.kept import appraisal_sheet
from nominations.services.parts import attach_file, detach_file, may_write
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.vietnamese.text import slug_ascii
from thiduakt.web import refusals_as_messages

from .dossiers import dossier_of

APPRAISAL = "appraisal"
PAPERS = {"report": ("report.html", report_paper), "summary": ("summary.html", summary_paper)}
NOT_HANDED_IN = (StageState.DRAFT, StageState.UNIT_CHANGES)


@require_POST
def dossier_upload(request: HttpRequest, pk: int, requirement_pk: int) -> HttpResponse:
    """A file instead of the written text, or (`remove`) the file off again."""
    dossier = dossier_of(request, pk)
    wanted = part_requirements(dossier.campaign).filter(per=Per.NOMINEE)
    requirement = get_object_or_404(wanted, pk=requirement_pk)
    with refusals_as_messages(request):
        if "remove" in request.POST:
            detach_file(dossier, requirement, by=request.user)
            messages.success(request, "Đã bỏ tệp.")
        else:
            attach_file(dossier, requirement, kept_upload(request, dossier), by=request.user)
            messages.success(request, "Đã tải tệp lên.")
    return redirect(f"{dossier.get_absolute_url()}#giay-to-{requirement.pk}")


def kept_upload(request: HttpRequest, dossier: Dossier):
    """The checked file; nothing is kept of what could not be attached anyway."""
    if not may_write(dossier, request.user, today()):
        raise Refused("Hồ sơ đã gửi nên không thêm được tệp.")
    return store_upload(chosen_file(request), by=request.user)


def chosen_file(request: HttpRequest):
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        raise Refused(*form.errors["file"])
    return form.cleaned_data["file"]


@require_safe
def dossier_file(request: HttpRequest, pk: int, part_pk: int) -> FileResponse:
    """An uploaded paper, to those who see the dossier."""
    parts = dossier_of(request, pk).parts.filter(file__isnull=False).select_related("file")
    return attachment(get_object_or_404(parts, pk=part_pk).file)


@require_safe
def dossier_print(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The written report or summary as PDF (`?dang=word`: as a Word file), a draft until it is handed in."""
    dossier = dossier_of(request, pk)
    if kind == APPRAISAL:
        return appraisal_print(request, dossier)
    if kind not in PAPERS:
        raise Http404("no such paper")
    template, build = PAPERS[kind]
    paper = build(dossier, on=today(), draft=dossier.stage.state in NOT_HANDED_IN)
    name = slug_ascii(f"{kind} {dossier.code}")
    if request.GET.get("dang") == "word":
        return word_response(render_docx(template, paper), f"{name}.docx")
    return pdf_response(render_pdf(template, paper), f"{name}.pdf")


def appraisal_print(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """Phiếu thẩm định, for those who appraise where the dossier stands."""
    if not reviews(dossier.stage, request.user, today()):
        raise PermissionDenied
    sheet = appraisal_sheet(dossier, today())
    return pdf_response(
        render_pdf("appraisal.html", sheet), f"{slug_ascii(f'phieu tham dinh {dossier.code}')}.pdf"
    )
