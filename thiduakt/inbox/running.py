"""The plans that run, with the dates that a task shows."""

from campaigns.enums import CampaignState
from campaigns.models import Campaign


def running(keys) -> dict[int, Campaign]:
    """By key; a plan that does not run is left out. No query for no key."""
    if not keys:
        return {}
    found = Campaign.objects.filter(pk__in=keys, state=CampaignState.LAUNCHED)
    return {campaign.pk: campaign for campaign in found.prefetch_related("deadline_set__campaign")}
