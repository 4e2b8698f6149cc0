"""Correcting one thing of a draft: a rule beside the words of its clause, or what the plan says of itself."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from campaigns.enums import QuotaKind
from campaigns.facts.kinds import HEAD, KINDS, name_of
from campaigns.facts.uses import uses_of
from campaigns.forms import FORMS
from campaigns.models import Campaign, Clause
from campaigns.services.plans import CHOSEN
from campaigns.services.ruling import add_rule
from thiduakt.web import refusals_on

from .desks import desk_for
from .drafts import draft_of


def reading_edit(request: HttpRequest, pk: int, kind: str, key: str) -> HttpResponse:
    """The form of one thing; who saves it has looked at it. Someone else's newer values stand beside."""
    campaign = draft_of(request, pk)
    if kind == HEAD and key in CHOSEN:
        return redirect("campaigns:head", campaign.pk)
    desk, back = desk_for(campaign, kind, key), place_of(request, campaign, name_of(kind, key))
    form = desk.open(request)
    if request.method == "POST" and form.is_valid() and desk.save(form, request):
        messages.success(request, f"Đã sửa: {desk.said().title}.")
        return redirect(back)
    return render(request, "campaigns/reading.html", desk.shown() | {"back": back})


def rule_add(request: HttpRequest, pk: int, clause_pk: int, kind: str) -> HttpResponse:
    """A rule that a clause sets, entered by hand."""
    campaign = draft_of(request, pk)
    clause = get_object_or_404(campaign.clauses, pk=clause_pk)
    if kind not in KINDS:
        raise Http404("no such kind of rule")
    form = FORMS[kind](request.POST or None, initial=fresh(clause))
    if request.method == "POST" and form.is_valid() and added(request, clause, kind, form):
        return redirect(clause_page(clause))
    context = {"campaign": campaign, "form": form, "clause": clause, "uses": uses_of(campaign, kind)}
    told = {"kind": KINDS[kind], "back": clause_page(clause)}
    return render(request, "campaigns/reading.html", context | told)


def added(request: HttpRequest, clause: Clause, kind: str, form) -> bool:
    """Whether the service took it; a refusal stands on the form."""
    with refusals_on(form):
        add_rule(clause, kind, form.values, by=request.user)
        messages.success(request, f"Đã thêm vào {clause.citation}.")
    return form.is_valid()


def fresh(clause: Clause) -> dict:
    """What a new rule begins with: the words of its clause; for a number, the awards that the plan gives."""
    words = clause.text or clause.heading
    given = clause.campaign.campaignaward_set.filter(award_type__isnull=False)
    awards = list(given.values_list("award_type", flat=True))
    return {"text": words, "name": words.rstrip(".;")[:400], "awards": awards, "kind": QuotaKind.MAX}


def place_of(request: HttpRequest, campaign: Campaign, name: str) -> str:
    """The page the person came from, at the thing: the editor (`?ve=soan`), else the checking page."""
    page = "editor" if request.GET.get("ve") == "soan" else "check"
    return f"{reverse(f'campaigns:{page}', args=[campaign.pk])}#r-{name}"


def clause_page(clause: Clause) -> str:
    return reverse("campaigns:clause", args=[clause.campaign_id, clause.pk])
