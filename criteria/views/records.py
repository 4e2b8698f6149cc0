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
    kind, on = sort_or_404(sort), today()
    text, year = request.GET.get("q", "")[:100], request.GET.get("nam", "")[:4]
    rows = kind.found(kind.rows(request.user, on).filter(is_live=True), text, year)
    if kind.model is Fact:
        rows = facts_wanted(request, rows)
    if file := list_file(request, kind.title, kind.headings, map(kind.cells, rows.iterator(1000))):
        return file
    page = paginate(request, rows)
    page.lines = [(row, kind.cells(row)) for row in page]
    context = {
        "sort": kind,
        "sorts": SORTS.values(),
        "page": page,
        "text": text,
        "year": year,
        "kinds": FactKind.objects.all() if kind.model is Fact else (),
        "chosen_kind": request.GET.get("loai", ""),
        "only_waiting": bool(request.GET.get("cho")),
        "may_enter": may_enter(request.user, on, office_only=kind.office_only),
    }
    return render(request, "criteria/records.html", context)


def facts_wanted(request: HttpRequest, rows):
    """Filters of facts alone: the kind, and what waits for the office."""
    if code := request.GET.get("loai"):
        rows = rows.filter(kind__code=code)
    return rows.filter(awaits=True) if request.GET.get("cho") else rows


def one(request: HttpRequest, kind: Sort, pk: int):
    return get_object_or_404(kind.rows(request.user, today()).select_related("evidence"), pk=pk)


@require_safe
def record(request: HttpRequest, sort: str, pk: int) -> HttpResponse:
    """One record: what it says, where it is from, who did what with it."""
    kind = sort_or_404(sort)
    row = one(request, kind, pk)
    office = keeps_as_office(request.user, today(), holder_of(row))
    context = {
        "sort": kind,
        "row": row,
        "title": about(row),
        "holder": holder_of(row),
        "facts": list(zip(kind.headings, kind.cells(row), strict=True)),
        "story": story(row),
        "may_change": row.is_live and may_change(request, kind, row),
        "may_confirm": row.is_live and office and getattr(row, "awaits", False),
        "cancel_form": CancelForm(),
    }
    return render(request, "criteria/record.html", context)


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
    kind, on = sort_or_404(sort), today()
    if not may_enter(request.user, on, office_only=kind.office_only):
        raise PermissionDenied
    more = {}
    if kind.model is Fact:
        if not request.GET.get("loai"):
            return choose_kind(request, kind)
        more["kind"] = get_object_or_404(kinds_for(request), code=request.GET["loai"])
    fixed = fixed_holder(request, kind)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    initial = {
        "year": request.GET.get("nam", on.year),
        "since_year": on.year,
        "unit": request.GET.get("don_vi"),
    }
    initial |= {"indicator": request.GET.get("chi_so"), "period": "year"}
    form = kind.form(*posted, user=request.user, on=on, fixed=fixed, initial=initial, **more)
    if posted and form.is_valid() and (row := entered(request, kind, form)):
        messages.success(request, f"Đã ghi: {about(row)}, {holder_of(row)}.")
        return redirect("criteria:record", kind.slug, row.pk)
    context = {"sort": kind, "form": form, "fixed": fixed, "kind": more.get("kind")}
    return render(request, "criteria/record_form.html", context)


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
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    more = {"kind": row.kind} if kind.model is Fact else {}
    form = kind.form(*posted, user=request.user, on=today(), row=row, **more)
    if posted and form.is_valid() and corrected(request, kind, row, form):
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
