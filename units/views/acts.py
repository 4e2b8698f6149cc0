"""Entering a unit; recording an act of organisation: asked for, shown with all that follows, then done."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.web import refusals_on
from units.enums import ActKind
from units.forms.acts import ActForm, ConsentForm
from units.forms.units import NewUnitForm, UnitCorrection
from units.models import Unit, UnitAct
from units.registry import SCANS
from units.services.acts import record_act
from units.services.founding import correct_unit, found_unit
from units.services.objections import objections
from units.services.reform import Consequences, Reform, consequences

from .scope import keeps_here, units_of


def unit_new(request: HttpRequest) -> HttpResponse:
    """A unit that is there already, or was founded by itself."""
    units = Unit.objects.kept_by(request.user, today()).filter(valid_to__isnull=True)
    if not units.exists():
        raise PermissionDenied
    data = request.POST if request.method == "POST" else None
    form = NewUnitForm(data, units=units, initial={"parent": request.GET.get("don_vi")})
    if form.is_bound and form.is_valid() and (made := founded(request, form)):
        messages.success(request, f"Đã ghi {made.name}.")
        return redirect(made)
    return render(request, "units/unit_new.html", {"form": form})


def founded(request: HttpRequest, form: NewUnitForm) -> Unit | None:
    """The new unit; a refusal stands on the form."""
    with refusals_on(form):
        return found_unit(by=request.user, **form.cleaned_data)
    return None


def unit_edit(request: HttpRequest, pk: int) -> HttpResponse:
    unit = kept_unit(request, pk)
    data = request.POST if request.method == "POST" else None
    form = UnitCorrection(data, instance=Unit.objects.get(pk=pk))
    if form.is_bound and form.is_valid():
        with refusals_on(form):
            correct_unit(unit, by=request.user, **form.cleaned_data)
            messages.success(request, "Đã sửa thông tin của đơn vị.")
            return redirect(unit)
    return render(request, "units/unit_edit.html", {"form": form, "unit": unit})


def act_new(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The form; with all of it in the address (or sent) the preview; sent from there, the act."""
    unit = kept_unit(request, pk)
    if kind not in ActKind.values:
        raise Http404("no such act")
    form = form_for(request, unit, kind)
    context = {"form": form, "unit": unit, "kind": ActKind(kind)}
    if not (form.is_bound and form.is_valid()):
        return render(request, "units/act_new.html", context)
    return preview(request, form, context)


def kept_unit(request: HttpRequest, pk: int) -> Unit:
    unit = get_object_or_404(units_of(request), pk=pk)
    if not keeps_here(request, unit):
        raise PermissionDenied
    return unit


def form_for(request: HttpRequest, unit: Unit, kind: str) -> ActForm:
    data = request.POST if request.method == "POST" else request.GET or None
    first = {"code_0": f"{unit.code}-{today().year}" if kind == ActKind.RENAME else ""}
    return ActForm(
        data, kind=kind, unit=unit, kept=Unit.objects.kept_by(request.user, today()), initial=first
    )


def preview(request: HttpRequest, form: ActForm, context: dict) -> HttpResponse:
    """What would happen, with what stands against it; a POST with consent does it."""
    reform = form.reform()
    after = consequences(reform)
    asked = "consent" in request.POST
    files = (request.POST, request.FILES) if asked else ()
    consent = ConsentForm(*files, parts=reform.into, placed=placed(reform, after))
    reasons = objections(reform, on=today())
    if asked and consent.is_valid():
        made = recorded(request, form.reform(consent.placing()), consent, reasons)
        if made:
            return redirect(made)
    context |= {"reform": reform, "after": after, "consent": consent, "reasons": list(dict.fromkeys(reasons))}
    return render(request, "units/act_preview.html", context)


def placed(reform: Reform, after: Consequences) -> list[tuple[str, str, int]]:
    """(key, words, usual place) of everything that a split gives a place."""
    if reform.kind != ActKind.SPLIT:
        return []
    usual = reform.usual_place
    units = [(f"u{unit.pk}", unit.name, usual) for unit, _ in after.children]
    return units + [(f"p{post.pk}", f"{post.person}, {post.position}", usual) for post, _ in after.posts]


def recorded(request: HttpRequest, reform: Reform, consent: ConsentForm, reasons: list) -> UnitAct | None:
    """The act with its scan; a refusal is added to the reasons of the preview."""
    try:
        made = record_act(reform, by=request.user)
        keep_scan(request, made, consent.cleaned_data["scan"])
    except Refused as refused:
        reasons += refused.reasons
        return None
    messages.success(request, f"Đã ghi: {made}.")
    return made


def keep_scan(request: HttpRequest, act: UnitAct, upload) -> None:
    """The act stands whatever becomes of its scan: a bad file is told, and may be sent again."""
    if not upload:
        return
    try:
        for scans in SCANS:
            scans.attach(act, upload, by=request.user)
    except Refused as refused:
        messages.error(request, f"Đã ghi việc, nhưng chưa giữ được bản chụp: {refused}")
