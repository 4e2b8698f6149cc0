"""The tree on a day, one unit, the people, one person."""

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from thiduakt.clock import today
from thiduakt.web import list_file, paginate
from units.facts.drawing import draw
from units.facts.listing import (
    ACT_HEADINGS,
    PEOPLE_HEADINGS,
    UNIT_HEADINGS,
    act_rows,
    people_rows,
    unit_rows,
)
from units.facts.pages import person_page, seen_units, unit_page, with_post
from units.facts.search import found_people, shown
from units.forms.people import HeadcountForm
from units.forms.search import FindForm, PeopleFilter
from units.models import CitizenNumber, Unit, UnitAct
from units.registry import SCANS
from units.services.rights import keeps_any_unit

from .scope import day_of, keeps_here, people_of, units_of

MOST = 30
# Of whom the pages of a search show; who seeks one writes another word of the name.
FOUND = 1_000


@require_safe
def tree(request: HttpRequest) -> HttpResponse:
    """/don-vi/: the tree on the chosen day, or what the search found."""
    on, day_form = day_of(request)
    seen = units_of(request)
    if file := list_file(request, "Danh sách đơn vị", UNIT_HEADINGS, unit_rows(seen, on)):
        return file
    context = {
        "on": on,
        "today": today(),
        "roots": draw(seen, on, own_unit(request)),
        "count": seen.on(on).count(),
        "keeps": keeps_any_unit(request.user, today()),
        "day_form": day_form,
        **found(request),
    }
    return render(request, "units/tree.html", context)


def own_unit(request: HttpRequest) -> Unit | None:
    """Where the tree opens by itself."""
    return Unit.objects.filter(pk__in=request.user.unit_ids(today())).first()


def found(request: HttpRequest) -> dict:
    """What a search without marks finds among units of all times and people."""
    form = FindForm(request.GET)
    words = form.cleaned_data["q"].strip() if form.is_valid() else ""
    if not words:
        return {"find": form}
    keys = found_people(request.user, today(), words, MOST)
    return {
        "find": form,
        "words": words,
        "units": units_of(request).found(words)[:MOST],
        "people": with_post(shown(keys, request.user, today()), today()),
        "most": MOST,
    }


@require_safe
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """One unit: where it stands, its way through the years, its people, its awards."""
    chosen = get_object_or_404(units_of(request), pk=pk)
    context = unit_page(chosen, request.user, today(), people_of(request))
    keeps = keeps_here(request, chosen)
    context |= {
        "roots": draw(units_of(request), context["day"], chosen),
        "keeps": keeps,
        "headcount_form": HeadcountForm(initial={"year": today().year}) if keeps else None,
        "today": today(),
    }
    return render(request, "units/unit.html", context)


@require_safe
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """One recorded act: its decision, the units it changed."""
    seen = UnitAct.objects.visible_to(request.user, today())
    chosen = get_object_or_404(seen.select_related("entered_by"), pk=pk)
    links = chosen.successions.select_related("predecessor", "successor").order_by("pk")
    scan = next((found for scans in SCANS if (found := scans.shown(chosen))), None)
    named = [*chosen.units.all(), *(link.successor for link in links)]
    context = {"act": chosen, "links": links, "today": today(), "scan": scan}
    context["seen"] = seen_units(request.user, today(), named)
    return render(request, "units/act.html", context)


@require_safe
def acts(request: HttpRequest) -> HttpResponse:
    """The recorded acts on units one sees, newest first."""
    seen = UnitAct.objects.visible_to(request.user, today()).order_by("-effective_on", "-pk")
    if file := list_file(request, "Biến động tổ chức", ACT_HEADINGS, act_rows(seen)):
        return file
    page = paginate(request, seen.prefetch_related("units"), per_page=30)
    keeps = keeps_any_unit(request.user, today())
    return render(request, "units/acts.html", {"page": page, "keeps": keeps, "today": today()})


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """/don-vi/ca-nhan/: by given name, in the order of the Vietnamese alphabet."""
    on = today()
    form = PeopleFilter(request.GET, units=units_of(request).on(on))
    if (file := people_file(request, form)) is not None:
        return file
    page = found_page(request, form.words) if form.by_name_alone else filtered_page(request, form)
    filtered = any(request.GET.get(name) for name in form.fields)
    keeps = keeps_any_unit(request.user, on)
    context = {"form": form, "page": page, "filtered": filtered, "keeps": keeps}
    return render(request, "units/people.html", context)


def filtered_people(request: HttpRequest, form: PeopleFilter):
    rows = form.filtered(people_of(request).filter(merged_into__isnull=True), today())
    return rows.order_by("sort_key", "pk")


def people_file(request: HttpRequest, form: PeopleFilter) -> HttpResponse | None:
    """Everybody whom the filters leave, however many."""
    if "tep" not in request.GET:
        return None
    rows = people_rows(filtered_people(request, form), today())
    return list_file(request, "Danh sách cá nhân", PEOPLE_HEADINGS, rows)


def filtered_page(request: HttpRequest, form: PeopleFilter) -> Page:
    return paginate(request, with_post(filtered_people(request, form), today()))


def found_page(request: HttpRequest, words: str) -> Page:
    """A page of those whom the words find; `more` when they find more than are shown."""
    keys = found_people(request.user, today(), words, FOUND + 1)
    page = paginate(request, keys[:FOUND])
    page.more = len(keys) > FOUND
    page.object_list = with_post(shown(page.object_list, request.user, today()), today())
    return page


@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: positions over time, awards; the number masked, and only to who keeps the row."""
    seen = people_of(request)
    if merged := seen.filter(merged__pk=pk).first():
        return redirect(merged)
    chosen = get_object_or_404(seen, pk=pk, merged_into__isnull=True)
    context = person_page(chosen, request.user, today())
    if keeps_here(request, chosen):
        number = CitizenNumber.objects.filter(person=chosen).first()
        events = chosen.events.select_related("by").order_by("-seq")[:30]
        context |= {"keeps": True, "number": number, "events": events}
    return render(request, "units/person.html", context | {"today": today()})
