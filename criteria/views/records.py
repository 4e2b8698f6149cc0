"""The pages of all sorts of records: list, one record with its story, entering, correcting, cancelling."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from criteria.facts.unit import unit_page
from criteria.facts.words import about, holder_of, story
from criteria.forms.records import CancelForm
from criteria.models import Fact, FactKind
from criteria.permissions import (
    is_office,
    keeps_as_office,
    may_enter,
    people_for,
    units_for,
    waits_for_office,
)
from criteria.services.facts import confirm_fact
from documents.files import attachment
from documents.services.uploads import store_given
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.web import list_file, paginate, refusals_as_messages, refusals_on
from units.models import Unit

from .sorts import SORTS, Sort, sort_or_404


@require_safe
def records(request: HttpRequest, sort: str) -> HttpResponse:
    """One sort of records, newest first, as far as one sees them."""
    kind, asked = sort_or_404(sort), asked_for(request)
    rows = wanted(request, kind, asked)
    if file := list_file(request, kind.title, kind.headings, map(kind.cells, rows.iterator(1000))):
        return file
    page = paginate(request, rows)
    page.lines = [(row, kind.cells(row)) for row in page]
    context = {"sort": kind, "sorts": SORTS.values(), "page": page, "asked": asked}
    context["kinds"] = FactKind.objects.all() if kind.model is Fact else ()
    context["may_enter"] = may_enter(request.user, today(), office_only=kind.office_only)
    return render(request, "criteria/records.html", context)


def asked_for(request: HttpRequest) -> dict:
    """The filters of the address: words of a name, a year, a kind of fact, only what waits."""
    given = {name: request.GET.get(name, "")[:100] for name in ("q", "nam", "loai", "cho")}
    return given | {"any": any(given.values())}


def wanted(request: HttpRequest, kind: Sort, asked: dict):
    rows = kind.rows(request.user, today()).filter(is_live=True)
    rows = kind.found(rows, asked["q"], asked["nam"][:4])
    if kind.model is not Fact:
        return rows
    rows = rows.filter(kind__code=asked["loai"]) if asked["loai"] else rows
    return rows.filter(awaits=True) if asked["cho"] else rows


def one(request: HttpRequest, kind: Sort, pk: int):
    return get_object_or_404(kind.rows(request.user, today()).select_related("evidence"), pk=pk)


@require_safe
def record(request: HttpRequest, sort: str, pk: int) -> HttpResponse:
    """One record: what it says, where it is from, who did what with it."""
    kind = sort_or_404(sort)
    row = one(request, kind, pk)
    context = {
        "sort": kind,
        "row": row,
        "title": about(row),
        "holder": holder_of(row),
        "facts": list(zip(kind.headings, kind.cells(row), strict=True)),
        "story": story(row),
        "cancel_form": CancelForm(),
    }
    return render(request, "criteria/record.html", context | ways(request, kind, row))


def ways(request: HttpRequest, kind: Sort, row) -> dict:
    """What one may do with the record."""
    office = keeps_as_office(request.user, today(), holder_of(row))
    return {
        "may_change": row.is_live and may_change(request, kind, row),
        "may_confirm": row.is_live and office and getattr(row, "awaits", False),
    }


def may_change(request: HttpRequest, kind: Sort, row) -> bool:
    """The same as the services ask."""
    on = today()
    if kind.office_only:
        return keeps_as_office(request.user, on, holder_of(row))
    try:
        return not waits_for_office(request.user, on, row.holder, row.kind) or row.awaits
    except Refused:
        return False


def record_new(request: HttpRequest, sort: str) -> HttpResponse:
    """A new record; of a fact its kind is chosen first."""
    kind = sort_or_404(sort)
    if not may_enter(request.user, today(), office_only=kind.office_only):
        raise PermissionDenied
    if kind.model is Fact and not kinds_for(request).filter(code=request.GET.get("loai", "")).exists():
        return choose_kind(request, kind)
    form = form_for(request, kind)
    if form.is_bound and form.is_valid() and (row := entered(request, kind, form)):
        messages.success(request, f"Đã ghi: {about(row)}, {holder_of(row)}.")
        return redirect("criteria:record", kind.slug, row.pk)
    context = {"sort": kind, "form": form, "fixed": form.fixed, "kind": getattr(form, "kind", None)}
    return render(request, "criteria/record_form.html", context)


def form_for(request: HttpRequest, kind: Sort):
    """The form of a new record, with what the address already says."""
    year, given = today().year, request.GET
    initial = {"year": given.get("nam", year), "since_year": year, "period": "year"}
    initial |= {"unit": given.get("don_vi"), "indicator": given.get("chi_so")}
    more = {"user": request.user, "on": today(), "fixed": fixed_holder(request, kind), "initial": initial}
    if kind.model is Fact:
        more["kind"] = get_object_or_404(kinds_for(request), code=given["loai"])
    return kind.form(*posted(request), **more)


def posted(request: HttpRequest) -> tuple:
    return (request.POST, request.FILES) if request.method == "POST" else ()


def choose_kind(request: HttpRequest, kind: Sort) -> HttpResponse:
    context = {"sort": kind, "kinds": kinds_for(request), "query": request.GET.urlencode()}
    return render(request, "criteria/record_kinds.html", context)


def kinds_for(request: HttpRequest):
    """All kinds for the office, for a unit those it reports itself."""
    kinds = FactKind.objects.all()
    return kinds if is_office(request.user, today()) else kinds.filter(reported=True)


def fixed_holder(request: HttpRequest, kind: Sort):
    """The person of the address (`ca_nhan`); None: chosen on the page."""
    if key := request.GET.get("ca_nhan"):
        if not kind.people:
            raise Http404("records of units only")
        return get_object_or_404(people_for(request.user, today()), pk=key)
    return None


def entered(request: HttpRequest, kind: Sort, form):
    """The new record; a refusal stands on the form."""
    with refusals_on(form):
        evidence = store_given(form.cleaned_data["evidence"], by=request.user)
        return kind.enter(form, evidence=evidence, by=request.user)
    return None


def record_correct(request: HttpRequest, sort: str, pk: int) -> HttpResponse:
    kind = sort_or_404(sort)
    row = one(request, kind, pk)
    if not may_change(request, kind, row):
        raise PermissionDenied
    more = {"kind": row.kind} if kind.model is Fact else {}
    form = kind.form(*posted(request), user=request.user, on=today(), row=row, **more)
    if form.is_bound and form.is_valid() and corrected(request, kind, row, form):
        messages.success(request, "Đã sửa. Số liệu cũ còn trong diễn biến.")
        return redirect("criteria:record", kind.slug, row.pk)
    context = {"sort": kind, "form": form, "row": row, "title": about(row), "fixed": holder_of(row)}
    return render(request, "criteria/record_form.html", context)


def corrected(request: HttpRequest, kind: Sort, row, form):
    with refusals_on(form):
        values = form.chosen()
        if upload := form.cleaned_data["evidence"]:
            values["evidence"] = store_given(upload, by=request.user)
        return kind.correct(row, by=request.user, note=form.cleaned_data["note"], **values)
    return None


@require_POST
def record_cancel(request: HttpRequest, sort: str, pk: int) -> HttpResponse:
    kind = sort_or_404(sort)
    row = one(request, kind, pk)
    if not may_change(request, kind, row):
        raise PermissionDenied
    with refusals_as_messages(request):
        kind.cancel(row, by=request.user, note=request.POST.get("note", "")[:300])
        messages.success(request, "Đã hủy dòng ghi nhầm; nó không còn được tính.")
    return redirect("criteria:record", kind.slug, pk)


@require_POST
def fact_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The office takes over what a unit reported."""
    row = one(request, SORTS["theo-doi"], pk)
    if not keeps_as_office(request.user, today(), row.holder):
        raise PermissionDenied
    with refusals_as_messages(request):
        confirm_fact(row, by=request.user)
        messages.success(request, "Đã xác nhận; từ nay số liệu này được dùng để xét tiêu chí.")
    return redirect("criteria:record", "theo-doi", pk)


@require_safe
def record_evidence(request: HttpRequest, sort: str, pk: int) -> HttpResponse:
    row = one(request, sort_or_404(sort), pk)
    if row.evidence is None:
        raise Http404("no evidence")
    return attachment(row.evidence, inline=True)


@require_safe
def unit_records(request: HttpRequest, pk: int) -> HttpResponse:
    """All that is recorded of one unit: indices over the years, drawn and as tables, and its facts."""
    on = today()
    seen = Unit.objects.within(request.user.reading_unit_ids(on), on)
    unit = get_object_or_404(seen, pk=pk)
    keeps = units_for(request.user, on, office_only=False).filter(pk=pk).exists()
    return render(request, "criteria/unit.html", unit_page(unit, on.year) | {"unit": unit, "keeps": keeps})
