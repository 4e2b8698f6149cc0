"""What the reader's own units have in a plan.

Registrations and dossiers belong to the app above, which this one may not import: they are counted through
their relation to the plan, and a test holds the states named here equal to those there.
"""

from collections.abc import Iterable

from django.db.models import Count, Q

from campaigns.enums import CampaignState
from campaigns.models import Campaign

HOLDS_SLOT = ("proposed", "forwarded", "awarded")
LOST = ("withdrawn", "unit_declined", "ineligible", "council_rejected", "upper_declined", "revoked")
REGISTERED = ("draft", "submitted", "changes_requested", "accepted")


def places_held(campaign: Campaign, unit_ids: Iterable[int]) -> dict[str, int]:
    """Places of the plan's limits that the units hold, by group; what was lost above holds none.

    Nobody holds any of a draft's: no query.
    """
    if campaign.state == CampaignState.DRAFT:
        return {}
    holding = campaign.dossiers.filter(unit__in=unit_ids, stages__state__in=HOLDS_SLOT)
    left = holding.exclude(stages__state__in=LOST).order_by()
    return dict(left.values_list("group").annotate(Count("pk", distinct=True)))


def dossier_counts(campaigns: Iterable[Campaign], unit_ids: Iterable[int]) -> dict[int, int]:
    """Live dossiers of the units in each plan, by the plan's key; plans without any are absent."""
    mine = of_units(campaigns).filter(dossiers__unit__in=unit_ids, dossiers__is_live=True)
    return dict(mine.values_list("pk").annotate(Count("dossiers")).order_by())


def registration_counts(campaigns: Iterable[Campaign], unit_ids: Iterable[int]) -> dict[int, int]:
    alive = Q(registrations__unit__in=unit_ids, registrations__state__in=REGISTERED)
    return dict(
        of_units(campaigns).filter(alive).values_list("pk").annotate(Count("registrations")).order_by()
    )


def of_units(campaigns: Iterable[Campaign]):
    return Campaign.objects.filter(pk__in=[campaign.pk for campaign in campaigns])
