"""Checking what was read from a text: the marked words left, what was understood right."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from campaigns.enums import CampaignState
from campaigns.facts.checking import checking_page, groups, keyed
from campaigns.facts.readings import readings
from campaigns.models import Campaign
from campaigns.permissions import may_edit
from campaigns.services.checking import accept, leave_out
from campaigns.services.flow import accept_note
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.web import refusals_as_messages

from .drafts import editable
from .pages import plan_opened


def campaign_check(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows the plan to whoever sees it; POST accepts or leaves out what its button names."""
    campaign = plan_opened(request, pk)
    if request.method == "POST":
        editable(request, campaign)
        done: list[str] = []
        with refusals_as_messages(request):
            done = take(request, campaign)
        return redirect(next_place(campaign, done))
    editing = campaign.state == CampaignState.DRAFT and may_edit(campaign, request.user, today())
    return render(request, "campaigns/check.html", checking_page(campaign) | {"may_edit": editing})


def take(request: HttpRequest, campaign: Campaign) -> list[str]:
    """One button, one act; the names of what is done with."""
    for button, act in ACTS.items():
        if value := request.POST.get(button):
            return act(request, campaign, value)
    raise Refused("Chưa chọn việc cần làm.")


def accept_one(request: HttpRequest, campaign: Campaign, name: str) -> list[str]:
    accept(campaign, [name], by=request.user)
    return [name]


def accept_group(request: HttpRequest, campaign: Campaign, key: str) -> list[str]:
    names = waiting_in(campaign, key)
    accept(campaign, names, by=request.user)
    return names


def leave_one(request: HttpRequest, campaign: Campaign, name: str) -> list[str]:
    words = next((one.words for one in readings(campaign) if one.name == name), name)
    leave_out(campaign, name, words=words, by=request.user)
    messages.success(request, f"Đã bỏ: {words}")
    return [name]


def look_at_note(request: HttpRequest, campaign: Campaign, key: str) -> list[str]:
    accept_note(get_object_or_404(campaign.notes, pk=key), by=request.user)
    return []


ACTS = {"accept": accept_one, "accept_group": accept_group, "leave_out": leave_one, "note": look_at_note}


def waiting_in(campaign: Campaign, key: str) -> list[str]:
    """Names of what waits in one group of the page: a clause's own id, or the head."""
    for group in groups(campaign, keyed(campaign, readings(campaign))):
        if key == group.key:
            return [row.reading.name for row in group.rows if row.reading.unchecked]
    return []


def next_place(campaign: Campaign, done: list[str]) -> str:
    """The page at what waits next after the thing just done; without script the browser jumps there."""
    page = reverse("campaigns:check", args=[campaign.pk])
    rows = [row.reading for row in keyed(campaign, readings(campaign))]
    last = max((place for place, one in enumerate(rows) if one.name in done), default=-1)
    waiting = (one.name for one in rows[last + 1 :] + rows if one.unchecked and one.name not in done)
    following = next(waiting, "")
    return f"{page}#r-{following}" if done and following else page
