"""Tôi có đủ điều kiện không: what holds for a nominee, a plan and an award, before anybody applies."""

import datetime as dt
from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from campaigns.enums import DeadlineKind
from campaigns.models import Campaign
from criteria.eligibility import EFFECTS, WHENS, Asked
from criteria.enums import Group
from criteria.measures import Outcome
from criteria.models import AwardRule, AwardType, LegalRegime
from criteria.rules.general import COMMON
from nominations.enums import GENERAL, LAW, PLAN
from nominations.forms.eligibility import EligibilityForm
from nominations.models import Dossier
from nominations.services.entries import Entry
from nominations.services.standing import standing
from thiduakt.clock import today
from units.models import Person, Unit

from .dossier_page import deadlines
from .open_campaigns import open_campaigns

HEADINGS = {
    LAW: "Quy định của pháp luật",
    PLAN: "Tiêu chí của kế hoạch",
    GENERAL: "Điều kiện chung",
}


@require_safe
def eligibility(request: HttpRequest) -> HttpResponse:
    """Without a plan in the address one is chosen first; with a nominee the whole list is answered."""
    key = request.GET.get("campaign", "")
    if not key.isdecimal():
        campaigns = open_campaigns(request.user, today(), DeadlineKind.DOSSIER)
        return render(
            request, "nominations/eligibility_pick.html", {"campaigns": campaigns, "today": today()}
        )
    plans = Campaign.objects.visible_to(request.user, today()).select_related("issuer", "checklist", "parent")
    campaign = get_object_or_404(plans, pk=key)
    form = EligibilityForm(request.GET, campaign=campaign, user=request.user, on=today())
    context = {"campaign": campaign, "form": form}
    if form.asking and form.is_valid():
        context |= answer(campaign, request.user, **form.asked())
    return render(request, "nominations/eligibility.html", context)


def answer(
    campaign: Campaign, user, award_type: AwardType, person: Person | None, collective: Unit | None
) -> dict:
    """What the page says of a nominee."""
    dossier = dossier_for(campaign, user, award_type, person, collective)
    known = dossier.pk and Dossier.objects.visible_to(user, today()).filter(pk=dossier.pk).exists()
    return {
        "nominee": person or collective,
        "award_type": award_type,
        "dossier": dossier if known else None,
        "deadlines": deadlines(campaign, today()),
        **summary(standing(dossier)),
    }


def dossier_for(campaign, user, award_type: AwardType, person: Person | None, collective) -> Dossier:
    """The one there is, else one that might be: never saved."""
    found = Dossier.objects.filter(campaign=campaign, person=person, collective=collective, is_live=True)
    dossier = found.filter(award_type=award_type).select_related("unit", "created_by").first()
    if dossier is None:
        unit = collective or place_of(person, today()) or campaign.issuer
        group = Group.INDIVIDUAL if person else Group.COLLECTIVE
        dossier = Dossier(group=group, unit=unit, created_by=user)
    dossier.campaign, dossier.award_type = campaign, award_type
    dossier.person, dossier.collective = person, collective
    return dossier


def summary(entries: list[Entry]) -> dict:
    """The lines in their groups, and how many are there, wanting or for a person to say."""
    said = Counter(entry.outcome for entry in entries)
    return {
        "groups": grouped(entries),
        "wanting": [entry for entry in entries if entry.outcome in (Outcome.UNMET, Outcome.UNKNOWN)],
        "to_confirm": said[Outcome.CONFIRM],
        "met": said[Outcome.MET],
        "total": len(entries),
    }


def place_of(person: Person, on: dt.date) -> Unit | None:
    post = person.appointment_on(on)
    return post.unit if post else None


def grouped(entries: list[Entry]) -> list[tuple[str, list[Entry]]]:
    """What the law and the plan ask first, then what holds for every award."""
    groups = [(words, [entry for entry in entries if entry.kind == kind]) for kind, words in HEADINGS.items()]
    return [(words, rows) for words, rows in groups if rows]


@require_safe
def law_rule(request: HttpRequest, pk: int) -> HttpResponse:
    """What one rule of the law says of an award, for whoever was shown a line that rests on it."""
    rules = AwardRule.objects.visible_to(request.user, today()).select_related(
        "award_type", "regime", "unit", "cap_base"
    )
    rule = get_object_or_404(rules, pk=pk)
    names = dict(AwardType.objects.values_list("code", "name"))
    asked = [Asked.of(entry) for entry in rule.rule_keys]
    lines = [(each.title(names), each, EFFECTS[each.effect], WHENS[each.when]) for each in asked]
    versions = rule.events.filter(action="change").count() + 1
    return render(request, "nominations/law_rule.html", {"rule": rule, "lines": lines, "version": versions})


@require_safe
def law_common(request: HttpRequest, pk: int) -> HttpResponse:
    """What one regime says of every award, for whoever was shown a line that rests on it."""
    regimes = LegalRegime.objects.visible_to(request.user, today())
    regime = get_object_or_404(regimes.select_related("inherits"), pk=pk)
    lines = [(entry["key"], COMMON[entry["key"]], entry) for entry in regime.common_rules]
    context = {"regime": regime, "lines": lines, "version": regime.events.filter(action="change").count() + 1}
    return render(request, "nominations/law_common.html", context)
