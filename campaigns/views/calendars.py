"""A unit's calendar: the page with its secret address, and the file that calendar programs fetch."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from campaigns.facts.feed import feed_days
from campaigns.ics import calendar
from campaigns.models import CalendarFeed
from campaigns.services.calendars import FEED_ROLES, renew_feed
from thiduakt.clock import database_now, today
from thiduakt.web import refusals_as_messages
from units.models import Unit


def own_units(request: HttpRequest):
    return Unit.objects.filter(pk__in=request.user.acting_unit_ids(today(), FEED_ROLES))


@require_safe
def calendar_list(request: HttpRequest) -> HttpResponse:
    """The addresses of the units one acts for."""
    units = list(own_units(request))
    if not units:
        raise PermissionDenied
    feeds = {feed.unit_id: feed for feed in CalendarFeed.objects.visible_to(request.user, today())}
    rows = [(unit, feeds.get(unit.pk), address(request, feeds.get(unit.pk))) for unit in units]
    return render(request, "campaigns/calendars.html", {"rows": rows})


def address(request: HttpRequest, feed: CalendarFeed | None) -> str:
    if feed is None:
        return ""
    return request.build_absolute_uri(reverse("campaigns:feed", args=[feed.token]))


@require_POST
def calendar_renew(request: HttpRequest, unit_pk: int) -> HttpResponse:
    """A first address, or a new one instead of it."""
    unit = get_object_or_404(own_units(request), pk=unit_pk)
    with refusals_as_messages(request):
        renew_feed(unit, by=request.user)
        messages.success(request, f"Đã đặt địa chỉ lịch của {unit}. Địa chỉ cũ (nếu có) không dùng được nữa.")
    return redirect("campaigns:calendars")


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """Titles and days for whoever knows the address: calendar programs do not log in."""
    feed = get_object_or_404(CalendarFeed.objects.select_related("unit"), token=token)
    days = feed_days(feed.unit, today())
    text = calendar(f"Thi đua, khen thưởng: {feed.unit}", days, stamp=database_now())
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="lich-thi-dua.ics"'
    return response
