"""The registers as a records clerk keeps them, one for each kind and year, and papers from elsewhere."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from documents.files import pdf_response
from documents.forms import EntryForm
from documents.models import IssuedDocument, NumberSeries
from documents.pdf.render import render_pdf
from documents.printing import REGISTER_HEADINGS, papers_of, register_paper, register_rows
from documents.services.entries import enter_document
from documents.services.links import KEEPERS
from thiduakt.clock import today
from thiduakt.vietnamese.text import slug_ascii
from thiduakt.web import for_roles, list_file, paginate, refusals_on
from units.models import Unit

from .papers import may_enter


def seen(request: HttpRequest):
    return NumberSeries.objects.visible_to(request.user, today()).select_related("unit")


@require_safe
def series_list(request: HttpRequest) -> HttpResponse:
    """The registers of one's units, the newest year first."""
    page = paginate(request, seen(request).order_by("-year", "unit__sort_key", "kind"), per_page=30)
    return render(request, "documents_site/series_list.html", {"page": page, **may_enter(request)})


@require_safe
def series_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One register: every number that was given, with what became of the paper."""
    series = get_object_or_404(seen(request), pk=pk)
    if file := list_file(request, f"Sổ {series}", REGISTER_HEADINGS, register_rows(series)):
        return file
    papers = papers_of(series).select_related("unit").prefetch_related("answers__document")
    return render(
        request,
        "documents_site/series.html",
        {"series": series, "page": paginate(request, papers.reverse(), per_page=50)},
    )


@require_safe
def series_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    series = get_object_or_404(seen(request), pk=pk)
    content = render_pdf("register.html", register_paper(series, on=today()))
    return pdf_response(content, f"{slug_ascii(f'so-{series.kind}-{series.year}')}.pdf")


def registers_kept(request: HttpRequest):
    """Units whose register one keeps."""
    keys = request.user.acting_unit_ids(today(), KEEPERS)
    return Unit.objects.filter(pk__in=keys).order_by("sort_key")


@for_roles(*KEEPERS)
def document_enter(request: HttpRequest) -> HttpResponse:
    """A paper received or from before the system goes into the register without taking a number."""
    units = registers_kept(request)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = EntryForm(*posted, units=units)
    if posted and form.is_valid() and (document := entered(form, request.user)):
        messages.success(request, f"Đã nhập {document} vào sổ.")
        return redirect(document)
    return render(request, "documents_site/enter.html", {"form": form, "units": units})


def entered(form: EntryForm, user) -> IssuedDocument | None:
    """The new row; a refusal stands on the form."""
    with refusals_on(form):
        return enter_document(**form.cleaned_data, by=user)
    return None
