"""Printing certificates: chosen rows, whole or on pre-printed blanks; the blanks themselves."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from documents.enums import JobState
from documents.files import pdf_response
from documents.models import IssuedDocument
from nominations.forms.blanks import BlankForm, NewBlankForm, RunForm, place_forms
from nominations.models import CertificateRun, CertificateTemplate
from nominations.printing.blanks import calibration_pdf, sample_pdf
from nominations.services.certificates import (
    KEEPERS,
    lay_out,
    may_lay_out,
    new_blank,
    order_run,
    printed_before,
)
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.vietnamese.text import slug_ascii
from thiduakt.web import for_roles, refusals_on
from units.enums import REVIEW_ROLES
from units.models import Unit

CHANGE = ["GET", "HEAD", "POST"]


def decided(request: HttpRequest, pk: int) -> IssuedDocument:
    """A decision of one's own office; 403 for one that is only read."""
    seen = IssuedDocument.objects.visible_to(request.user, today()).select_related("unit")
    document = get_object_or_404(seen, pk=pk)
    if not request.user.roles_at(document.unit_id, today()) & set(REVIEW_ROLES):
        raise PermissionDenied
    return document


@require_http_methods(CHANGE)
@for_roles(*REVIEW_ROLES)
def print_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Ticked rows go to the worker; what was printed stands below with how far it is."""
    document = decided(request, pk)
    awards = document.awards.filter(revoked_by=None).order_by("gold_book_number")
    if not awards:
        raise Refused("Chưa in được giấy khen: quyết định chưa ban hành hoặc không có khen thưởng nào.")
    templates = CertificateTemplate.objects.filter(unit=document.unit_id)
    form = RunForm(request.POST or None, awards=awards, templates=templates)
    if request.method == "POST" and form.is_valid() and ordered(form, document, by=request.user):
        messages.success(request, "Đã xếp vào hàng in. Tải lại trang để xem tiến độ.")
        return redirect("nominations:certificates", document.pk)
    return render(request, "nominations/certificates.html", print_context(request, document, awards, form))


def ordered(form: RunForm, document: IssuedDocument, *, by) -> bool:
    """Whether the chosen rows wait for the worker; a refusal stands on the form."""
    chosen = form.cleaned_data
    keys = [award.pk for award in chosen["awards"]]
    with refusals_on(form):
        order_run(document, keys, template=chosen["template"], note=chosen["note"], by=by)
    return form.is_valid()


def print_context(request: HttpRequest, document: IssuedDocument, awards, form: RunForm) -> dict:
    rows = list(awards.select_related("award_type"))
    printed = printed_before(rows)
    ticked = ticked_rows(request, form, {row.pk for row in rows}, printed)
    return {
        "document": document,
        "form": form,
        "rows": [(row, row.pk in ticked) for row in rows],
        "printed": printed,
        "keeps": my_units(request).exists(),
        "runs": document.certificate_runs.select_related("by", "template")[:10],
    }


def ticked_rows(request: HttpRequest, form: RunForm, keys: set[int], printed: set[int]) -> set[int]:
    """As sent; at first what was not printed yet, or all or none as the address asks (`chon`)."""
    if form.is_bound:
        return {int(key) for key in form.data.getlist("awards") if key.isdecimal()}
    return {"het": keys, "khong": set()}.get(request.GET.get("chon"), keys - printed)


@require_safe
def run_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """What a run gave, once it is done."""
    runs = CertificateRun.objects.visible_to(request.user, today()).filter(state=JobState.DONE)
    run = get_object_or_404(runs.select_related("decision"), pk=pk)
    try:
        with run.pdf.open("rb") as stored:
            return pdf_response(
                stored.read(), f"{slug_ascii(f'giay-khen-{run.decision.reference}')}-{run.pk}.pdf"
            )
    except FileNotFoundError as gone:
        raise Http404 from gone


def my_units(request: HttpRequest):
    return Unit.objects.filter(pk__in=request.user.acting_unit_ids(today(), KEEPERS))


@require_http_methods(CHANGE)
@for_roles(*KEEPERS)
def blank_list(request: HttpRequest) -> HttpResponse:
    """The office's blanks, and a new one."""
    form = NewBlankForm(request.POST or None, units=my_units(request))
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            template = new_blank(**form.cleaned_data, by=request.user)
            messages.success(request, "Đã lập phôi. Tiếp theo: in tờ căn chỉnh, dời chữ vào đúng chỗ.")
            return redirect(template)
    found = CertificateTemplate.objects.visible_to(request.user, today()).select_related("unit", "award_type")
    return render(request, "nominations/blanks.html", {"blanks": found, "form": form})


def blank_of(request: HttpRequest, pk: int) -> CertificateTemplate:
    return get_object_or_404(CertificateTemplate.objects.visible_to(request.user, today()), pk=pk)


@require_http_methods(CHANGE)
@for_roles(*KEEPERS)
def blank_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Where each text stands: typed in mm, or dragged on the preview, which writes the same numbers."""
    template = blank_of(request, pk)
    if not may_lay_out(template.unit_id, request.user, today()):
        raise PermissionDenied
    form, places = (
        BlankForm(request.POST or None, instance=template),
        place_forms(template, request.POST or None),
    )
    if request.method == "POST" and kept(form, places, by=request.user):
        messages.success(request, "Đã lưu phôi. Xem thử bằng PDF trước khi in trên phôi thật.")
        return redirect(template)
    context = {"template": blank_of(request, pk), "form": form, "places": places}
    return render(request, "nominations/blank.html", context)


def kept(form: BlankForm, places: list, *, by) -> bool:
    """Whether all that was typed was right and is kept; a refusal stands on the form."""
    if not all([form.is_valid(), *[place.is_valid() for place in places]]):
        return False
    with refusals_on(form):
        columns = {place.instance.key: place.cleaned_data for place in places}
        lay_out(form.instance, columns, by=by, **form.cleaned_data)
    return form.is_valid()


@require_safe
@for_roles(*REVIEW_ROLES)
def blank_sample(request: HttpRequest, pk: int) -> HttpResponse:
    return pdf_response(sample_pdf(blank_of(request, pk)), f"phoi-thu-{pk}.pdf")


@require_safe
@for_roles(*REVIEW_ROLES)
def blank_calibration(request: HttpRequest, pk: int) -> HttpResponse:
    return pdf_response(calibration_pdf(blank_of(request, pk)), f"can-chinh-{pk}.pdf")
