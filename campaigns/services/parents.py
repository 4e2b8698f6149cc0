"""Which plan a plan carries out: found by its number, or chosen by the office."""

import datetime as dt

from campaigns.enums import CampaignState
from campaigns.facts.inheritance import carried_out, plan_named, plans_above
from campaigns.models import Campaign
from campaigns.permissions import OFFICE
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused

from .locking import lock_campaign
from .plans import log


def find_parent(campaign: Campaign, on: dt.date) -> None:
    """Tie a plan to the one it names, where that is here; the caller saves it."""
    if campaign.parent_id is None and (reference := carried_out(campaign)):
        campaign.parent = plan_named(campaign, reference, on)


@change
def link_parent(campaign: Campaign, parent: Campaign, *, by, at: dt.datetime | None = None) -> Campaign:
    """The office says which plan here is the one carried out. No word of either changes."""
    campaign = lock_campaign(campaign.pk)
    at = at or database_now()
    on = vietnam_day(at)
    if not by.roles_at(campaign.issuer_id, on) & OFFICE:
        raise Refused("Chỉ cơ quan thường trực của cơ quan ban hành được ghi kế hoạch cấp trên.")
    if campaign.state not in (CampaignState.DRAFT, CampaignState.CHECKED, CampaignState.LAUNCHED):
        raise Refused(f"Kế hoạch đang ở trạng thái “{campaign.get_state_display()}” nên không ghi được.")
    if not plans_above(campaign, on).filter(pk=parent.pk).exists():
        raise Refused("Chỉ ghi được kế hoạch đã ban hành của cơ quan cấp trên.")
    campaign.parent = parent
    campaign.parent_reference = campaign.parent_reference or parent.reference
    campaign.save(update_fields=["parent", "parent_reference"])
    data = {"parent": parent.pk}
    log(campaign, "link_parent", by=by, at=at, note=f"Thực hiện kế hoạch số {parent.reference}", data=data)
    return campaign
