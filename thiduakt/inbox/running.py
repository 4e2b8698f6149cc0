"""The plans that run, with the dates that a task shows."""

from campaigns.models import Campaign
from campaigns.models.campaign import under_way


def running(keys) -> dict[int, Campaign]:
    """By key; a plan that does not run is left out. No query for no key."""
    if not keys:
        return {}
    found = Campaign.objects.filter(under_way(), pk__in=keys)
    return {campaign.pk: campaign for campaign in found.prefetch_related("deadline_set__campaign")}
