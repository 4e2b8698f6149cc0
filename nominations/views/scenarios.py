"""What would be with other thresholds, and what of it was kept for the session."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from nominations.facts.whatif import listed, side_by_side
from nominations.forms.results import ScenarioForm
from nominations.models import Scenario
from nominations.services.scenarios import drop_scenario, keep_scenario, may_drop
from thiduakt.clock import today
from thiduakt.web import for_roles, refusals_as_messages
from units.enums import REVIEW_ROLES
from units.models import Unit

from .standings import GROUPS
from .trials import Trial

SLUGS = {group: slug for slug, group in GROUPS.items()}


@require_safe
@for_roles(*REVIEW_ROLES)
def what_if(request: HttpRequest, pk: int) -> HttpResponse:
    """Other thresholds, another number of awards: who comes in, who falls out. Reading writes nothing."""
    trial = Trial(request.user, pk, request.GET)
    found = trial.places()
    context = {
        "places": found,
        "sums": trial.sums(found),
        "asked": request.GET.urlencode(),
        "kept": kept(request, trial),
    }
    context |= {"came": [p for p in found if p.came], "went": [p for p in found if p.went]}
    tied = [place for place in found if place.tied]
    context |= {"tied": tied, "left": (trial.limit or 0) - sum(place.rank is not None for place in found)}
    return render(request, "nominations/what_if.html", trial.context() | context)


def kept(request: HttpRequest, trial: Trial) -> list[tuple[Scenario, bool]]:
    """The office's scenarios of this plan and group, each with whether something changed since."""
    rows = Scenario.objects.visible_to(request.user, today())
    rows = rows.filter(campaign=trial.board.campaign, group=trial.board.group).select_related("by__person")
    return [(row, row.basis != trial.basis) for row in rows]


@require_POST
@for_roles(*REVIEW_ROLES)
def scenario_keep(request: HttpRequest, pk: int) -> HttpResponse:
    """What was tried, computed once more and kept under a name."""
    form = ScenarioForm(request.POST)
    asked = QueryDict(form.cleaned_data["asked"] if form.is_valid() else "")
    trial = Trial(request.user, pk, asked)
    with refusals_as_messages(request):
        tried = {"asked": asked.urlencode(), "listed": listed(trial.places()), "basis": trial.basis}
        name = form.cleaned_data.get("name", "")
        unit = office_of(request, trial)
        scenario = keep_scenario(
            trial.board.campaign, unit, group=trial.board.group, name=name, by=request.user, **tried
        )
        messages.success(request, f"Đã lưu phương án “{scenario}”. Hồ sơ không thay đổi.")
    return redirect(f"{reverse('nominations:what-if', args=[pk])}?{asked.urlencode()}")


def office_of(request: HttpRequest, trial: Trial) -> Unit:
    """The issuing office where one works there, else one's own."""
    units = request.user.acting_unit_ids(today(), REVIEW_ROLES)
    issuer = trial.board.campaign.issuer_id
    return Unit.objects.get(pk=issuer if issuer in units else min(units))


def seen(request: HttpRequest):
    rows = Scenario.objects.visible_to(request.user, today())
    return rows.select_related("campaign", "unit", "by__person")


@require_safe
@for_roles(*REVIEW_ROLES)
def scenario_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The list as it was kept, beside that of now or of another scenario."""
    scenario = get_object_or_404(seen(request), pk=pk)
    others = seen(request).filter(campaign=scenario.campaign, group=scenario.group).exclude(pk=pk)
    asked = request.GET.get("voi", "")
    other = others.filter(pk=asked).first() if asked.isdecimal() and len(asked) < 10 else None
    query = scenario.asked or f"nhom={SLUGS[scenario.group]}"
    trial = Trial(request.user, scenario.campaign_id, QueryDict(query))
    against = other.listed if other else listed(trial.places())
    context = {"scenario": scenario, "others": others, "other": other, "query": query}
    context |= {"stale": scenario.basis != trial.basis, "may_drop": may_drop(scenario, request.user)}
    context["rows"] = side_by_side(scenario.listed, against)
    return render(request, "nominations/scenario.html", context)


@require_POST
@for_roles(*REVIEW_ROLES)
def scenario_drop(request: HttpRequest, pk: int) -> HttpResponse:
    scenario = get_object_or_404(seen(request), pk=pk)
    with refusals_as_messages(request):
        drop_scenario(scenario, by=request.user)
        messages.success(request, f"Đã xóa phương án “{scenario}”.")
    return redirect(f"{reverse('nominations:what-if', args=[scenario.campaign_id])}?{scenario.asked}")
