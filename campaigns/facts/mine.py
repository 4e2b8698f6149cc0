"""What the reader's own units have in a plan.

Registrations and dossiers belong to the app above, which this one may not import: they are counted through
their relation to the plan, and a test holds the states named here equal to those there.
"""

from collections import Counter
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
    telling = Q(dossiers__unit__in=unit_ids, dossiers__stages__state__in=(*HOLDS_SLOT, *LOST))
    mine = Campaign.objects.filter(telling, pk=campaign.pk).values_list(
        "dossiers", "dossiers__group", "dossiers__stages__state"
    )
    states: dict[tuple, set[str]] = {}
    for dossier, group, state in mine:
        states.setdefault((dossier, group), set()).add(state)
    return dict(
        Counter(
            group for (_, group), found in states.items() if found & set(HOLDS_SLOT) and not found & set(LOST)
        )
    )


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
