"""Plans for which something may be begun today."""

import datetime as dt

from campaigns.enums import CampaignState
from campaigns.facts import due_on, late_campaigns, window_open
from campaigns.facts.rules import quota_lines
from campaigns.models import Campaign


def open_campaigns(user, on: dt.date, what: str) -> list[dict]:
    """{"campaign", "due", "quotas"} of each plan that the reader may still begin something for."""
    found = Campaign.objects.visible_to(user, on).filter(state=CampaignState.LAUNCHED)
    found = found.filter(campaignaward_set__award_type__isnull=False).distinct()
    plans = found.prefetch_related("deadline_set", "quota_set__awards", "clauses")
    late = late_campaigns(what, user.unit_ids(on), on)
    return [
        {"campaign": plan, "due": due_on(plan, what), "quotas": quota_lines(plan)}
        for plan in plans
        if window_open(plan, what, on) or plan.pk in late
    ]
