"""Who may still send after the day has passed: the acceptances on record."""

import datetime as dt

from campaigns.models import Campaign, LateAcceptance


def late_acceptance(campaign: Campaign, what: str, unit_ids, on: dt.date) -> LateAcceptance | None:
    """The newest acceptance that still holds that day for one of the units."""
    rows = LateAcceptance.objects.filter(campaign=campaign, what=what, unit__in=list(unit_ids), until__gte=on)
    return rows.select_related("unit").first()


def late_campaigns(what: str, unit_ids, on: dt.date) -> set[int]:
    """Keys of the plans in which one of the units may still send late that day."""
    rows = LateAcceptance.objects.filter(what=what, unit__in=list(unit_ids), until__gte=on)
    return set(rows.values_list("campaign", flat=True))
