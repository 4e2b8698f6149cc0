"""Phân bổ số lượng: the office allots a pool of its plan to units, sees what that does, then does it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from campaigns.models import Quota
from campaigns.quota import Share
from campaigns.services.allotments import allot, allotment_reasons, changed_since, parts_now
from nominations.facts.allotments import places_of, taken_of
from nominations.forms.allotments import AllotmentForm
from nominations.permissions import APPRAISERS
from thiduakt.clock import today
from thiduakt.web import for_roles, refusals_on
from units.models import Unit, UnitParent

from .asked import posted


def quota_of(request: HttpRequest, pk: int) -> Quota:
    """A pool of a plan that runs at an office one works for; 404 for others."""
    offices = request.user.acting_unit_ids(today(), APPRAISERS)
    rows = Quota.objects.filter(campaign__issuer__in=offices, campaign__launched_on__isnull=False)
    return get_object_or_404(rows.select_related("campaign__issuer", "clause__campaign"), pk=pk)


def units_of(quota: Quota) -> list[Unit]:
    """Those right below the issuing body, and whoever has a part already."""
    issuer = quota.campaign.issuer_id
    parents = UnitParent.objects.on(today()).filter(parent=issuer)
    keys = {*parents.values_list("unit", flat=True), *quota.allotments.values_list("unit", flat=True)}
    return list(Unit.objects.filter(pk__in=keys - {None}).order_by("sort_key", "pk"))


@for_roles(*APPRAISERS)
def allotment(request: HttpRequest, pk: int) -> HttpResponse:
    """POST shows what it would do; confirmed (`save`), it does it."""
    quota = quota_of(request, pk)
    form = AllotmentForm(posted(request), quota=quota, units=units_of(quota))
    seen = request.POST.get("seen", now := parts_now(quota))
    context = {"quota": quota, "campaign": quota.campaign, "form": form, "seen": seen}
    if request.method == "POST" and form.is_valid():
        shares = form.shares()
        if "save" in request.POST and saved(form, quota, shares, by=request.user, seen=seen):
            messages.success(request, "Đã phân bổ số lượng. Các đơn vị đã được báo.")
            return redirect(quota.campaign)
        context |= looked_at(form, quota, shares) | {"seen": now}
        context["refused"] = context["refused"] or changed_since(seen, now)
    return render(request, "nominations/allotment.html", context)


def saved(form: AllotmentForm, quota: Quota, shares: list[Share], *, by, seen: str | None) -> bool:
    with refusals_on(form):
        allot(quota, shares, by=by, seen=seen)
    return form.is_valid()


def looked_at(form: AllotmentForm, quota: Quota, shares: list[Share]) -> dict:
    """What it would do, and what stands against it."""
    reasons = allotment_reasons(quota, shares, today())
    refused = [said for said in form.non_field_errors() if said not in reasons]
    return {
        "preview": preview(quota, shares),
        "total": sum_of(shares),
        "reasons": reasons,
        "refused": refused,
    }


def sum_of(shares: list[Share]) -> int:
    return sum(share.limit for share in shares if not share.for_each)


def preview(quota: Quota, shares: list[Share]) -> list[dict]:
    """{"words", "limit", "taken"} of each part; for each single unit the most that one of them took."""
    taken = taken_of(quota)
    places = places_of(taken, today())
    return [
        {"words": share.words, "limit": share.limit, "taken": taken_by(share, taken, places)}
        for share in shares
    ]


def taken_by(share: Share, taken: dict, places: dict) -> int:
    if share.for_each:
        return max(taken.values(), default=0)
    return sum(number for key, number in taken.items() if share.covers(places[key]))
