"""The results of a plan: those that passed a unit, and what of them everybody may read."""

from itertools import groupby

from django.db.models import QuerySet

from campaigns.models import Campaign
from nominations.models import Award, HonourPage
from units.models import Unit


def results_of(campaign: Campaign, units) -> QuerySet[Award]:
    """Standing awards whose dossiers passed one of the units, whoever decided; by decision and its list."""
    rows = Award.objects.filter(
        dossier__campaign=campaign, dossier__stages__unit__in=units, revoked_by__isnull=True
    )
    related = ("award_type", "decision__unit", "dossier__campaign", "dossier__unit")
    listed = rows.select_related(*related).distinct()
    return listed.order_by("group", "decision__issued_on", "decision", "gold_book_number")


def opened_by(campaign: Campaign) -> list[int]:
    """Units whose office shows its results of a plan to everybody."""
    return list(HonourPage.objects.filter(campaign=campaign, is_open=True).values_list("unit", flat=True))


def is_shown(campaign: Campaign, unit: Unit) -> bool:
    return unit.pk in opened_by(campaign)


def honoured(campaign: Campaign) -> list[dict]:
    """All that the public page says: [{"award", "rows": [(name, unit)]}], collectives first in each.

    Of a person the nominating unit, of a unit none where it is itself; no position, no money, no number.
    """
    awards = sorted(results_of(campaign, opened_by(campaign)), key=lambda award: award.award_type_id)
    return [
        {"award": name, "rows": [line_of(award) for award in rows]}
        for name, rows in groupby(awards, key=lambda award: award.award_type.name)
    ]


def line_of(award: Award) -> tuple[str, str]:
    unit = award.dossier.unit
    return award.name, "" if award.collective_id == unit.pk else unit.name
