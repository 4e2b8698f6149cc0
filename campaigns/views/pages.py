"""Reading plans: the list, one plan, its paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from campaigns.enums import CampaignState, DeadlineKind, RegistrationMode
from campaigns.facts import (
    for_list,
    for_page,
    late_campaigns,
    list_rows,
    places_held,
    plan_page,
    window_open,
    with_rules,
)
from campaigns.facts.ended import ended_words
from campaigns.facts.inheritance import carried_out
from campaigns.facts.listing import HEADINGS, plan_lines
from campaigns.facts.readings import waiting_count
from campaigns.facts.work import units_below
from campaigns.flow import CAMPAIGN_FLOW
from campaigns.forms import CampaignFilter
from campaigns.models import Campaign
from campaigns.permissions import OFFICE, may_edit, may_take_part, roles_on
from campaigns.printing import plan_paper
from documents.files import pdf_response
from documents.pdf.render import render_pdf
from documents.services.links import KEEPERS
from documents.services.printing import pdf_bytes
from thiduakt.clock import today
from thiduakt.vietnamese.text import slug_ascii
from thiduakt.web import list_file, paginate
from units.enums import REVIEW_ROLES, UNIT_ROLES

from .conformity import form_report

LINKED = (CampaignState.DRAFT, CampaignState.CHECKED, CampaignState.LAUNCHED)


def visible(request: HttpRequest):
    return Campaign.objects.visible_to(request.user, today())


@require_safe
def campaign_list(request: HttpRequest) -> HttpResponse:
    """The plans one may read, newest first, with what one's own units have in each."""
    on = today()
    form = CampaignFilter(request.GET, years=years(request))
    found = for_list(form.filtered(visible(request)))
    if file := list_file(request, "Danh sách kế hoạch", HEADINGS, plan_lines(found)):
        return file
    page = paginate(request, found, per_page=20)
    rows = list_rows(page, request.user.unit_ids(on), on)
    filtered = any(request.GET.get(name) for name in form.fields)
    context = {"form": form, "page": page, "rows": rows, "filtered": filtered, "today": on}
    context["may_make"] = bool(request.user.acting_unit_ids(on, OFFICE))
    return render(request, "campaigns/list.html", context)


def years(request: HttpRequest):
    found = visible(request).filter(year__isnull=False).order_by("-year")
    return found.values_list("year", flat=True).distinct()


def plan_opened(request: HttpRequest, pk: int) -> Campaign:
    """The plan with everything that its pages show."""
    return with_rules(get_object_or_404(for_page(visible(request)), pk=pk))


@require_safe
def campaign_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan's words on the left, its rules with their clauses on the right."""
    on = today()
    campaign = plan_opened(request, pk)
    context = plan_page(campaign, on, places_held(campaign, request.user.unit_ids(on)))
    context |= offers(campaign, request.user, on)
    context["waiting"] = waiting_count(campaign) if context["may_edit"] else 0
    context["ended"] = ended_words(campaign)
    context["report"] = form_report(campaign, on) if context["may_edit"] else None
    return render(request, "campaigns/detail.html", context)


def offers(campaign: Campaign, user, on) -> dict:
    """Which buttons the page shows; what stands behind them asks again."""
    part = may_take_part(user, on) and campaign.is_open
    awards = bool(campaign.campaignaward_set.all())
    demanded = campaign.registration_mode != RegistrationMode.NONE
    registering = still_open(campaign, DeadlineKind.REGISTRATION, user, on) and (awards or demanded)
    return {
        "may_register": part and registering,
        "register_first": campaign.registration_mode == RegistrationMode.BLOCK and registering,
        "may_nominate": part and awards and still_open(campaign, DeadlineKind.DOSSIER, user, on),
        "may_edit": campaign.state == CampaignState.DRAFT and may_edit(campaign, user, on),
        "own_plans": asks_own_plans(campaign, user, on),
        "may_clone": bool(campaign.year and user.acting_unit_ids(on, OFFICE)),
        **office_offers(campaign, roles_on(campaign, user, on)),
    }


def office_offers(campaign: Campaign, roles: set[str]) -> dict:
    """What the roles held at the issuing body offer."""
    return {
        "steps": [s for s in CAMPAIGN_FLOW.available(campaign.state, roles) if s.direct],
        "may_allot": bool(roles & OFFICE) and campaign.is_open,
        "may_link": bool(roles & OFFICE) and bool(carried_out(campaign)) and campaign.state in LINKED,
        "may_end": campaign.is_open and campaign.paper_id and bool(roles & set(KEEPERS)),
    }


def asks_own_plans(campaign: Campaign, user, on) -> bool:
    """Whether the page of units' own plans is there for this reader."""
    asked = any(row.what == DeadlineKind.OWN_PLAN for row in campaign.deadline_set.all())
    if not (asked and campaign.launched_on):
        return False
    if roles_on(campaign, user, on) & set(REVIEW_ROLES):
        return True
    mine = set(user.acting_unit_ids(on, UNIT_ROLES))
    return bool(mine and mine & {unit.pk for unit in units_below(campaign.issuer_id, campaign.launched_on)})


def still_open(campaign: Campaign, what: str, user, on) -> bool:
    """Before the last day, or let send late."""
    if window_open(campaign, what, on):
        return True
    let = campaign.is_open and campaign.has_late
    return let and campaign.pk in late_campaigns(what, user.unit_ids(on), on)


@require_safe
def campaign_print(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole plan as PDF: stored bytes once issued, the draft for signing, or the draft as it stands."""
    campaign = get_object_or_404(visible(request).select_related("issuer", "paper"), pk=pk)
    name = slug_ascii(f"ke-hoach-{campaign.reference or campaign.year or campaign.pk}")
    return pdf_response(plan_pdf(campaign), f"{name}.pdf")


def plan_pdf(campaign: Campaign) -> bytes:
    if campaign.paper:
        return pdf_bytes(campaign.paper)
    return render_pdf(
        "plan.html", plan_paper(campaign, on=today()), draft=campaign.state == CampaignState.DRAFT
    )
