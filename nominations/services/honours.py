"""The public page of honour: opened and closed by the head of the office, each time recorded."""

import datetime as dt

from campaigns.models import Campaign
from campaigns.services.locking import lock_campaign
from campaigns.services.plans import log
from nominations.facts.honours import results_of
from nominations.models import HonourPage
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.enums import Role
from units.models import Unit

OPENERS = frozenset({Role.OFFICE_HEAD})


@change
def show_honours(
    campaign: Campaign, unit: Unit, *, shown: bool, by, note: str = "", at: dt.datetime | None = None
) -> HonourPage:
    """Let everybody read names, units and awards of a plan's results, or no longer.

    Raises Refused for anybody but the head of the office, before there is a result, and for closing
    without a reason. Asked for what is so already, nothing is written.
    """
    campaign, at = lock_campaign(campaign.pk), at or database_now()
    if not by.roles_at(unit.pk, vietnam_day(at)) & OPENERS:
        raise Refused("Chỉ phụ trách cơ quan thường trực được công khai hoặc thôi công khai kết quả.")
    page, _ = HonourPage.objects.get_or_create(campaign=campaign, unit=unit)
    if page.is_open == shown:
        return page
    if shown and not results_of(campaign, [unit.pk]).exists():
        raise Refused("Chưa có khen thưởng nào nên chưa mở được trang vinh danh.")
    if not shown and not note.strip():
        raise Refused("Ghi lý do thôi công khai.")
    page.is_open = shown
    page.save(update_fields=["is_open"])
    action = "show_honours" if shown else "hide_honours"
    log(campaign, action, by=by, at=at, note=note, roles=OPENERS, unit=unit.pk)
    return page
