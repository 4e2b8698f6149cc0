"""What a plan takes from the plan it carries out: `thực hiện theo Kế hoạch số 288/KH-UBND`.

Nothing is copied: the rules stay the parent's and are read there, with both clauses shown.
"""

import datetime as dt

from campaigns.models import Campaign, PartRequirement
from campaigns.models.campaign import PUBLIC_STATES
from units.models import UnitAncestor

TARGETS, CRITERIA, PAPERS = "targets", "criteria", "dossier_parts"
MOST_DIGITS = 6


def plan_named(campaign: Campaign, reference: str, on: dt.date) -> Campaign | None:
    """The issued plan of a body above that bears this number; of several years the last one before `on`.

    Where the plan's grounds give the day of the paper, it is that one or none.
    """
    number, _, symbol = reference.partition("/")
    if not (campaign.issuer_id and symbol and number.isdecimal() and len(number) <= MOST_DIGITS):
        return None
    above = UnitAncestor.objects.on(on).filter(unit=campaign.issuer_id).values("ancestor")
    found = Campaign.objects.filter(
        issuer__in=above,
        state__in=PUBLIC_STATES,
        paper__number=int(number),
        paper__symbol__iexact=symbol,
        launched_on__lte=on,
    )
    days = [basis.dated for basis in campaign.legalbasis_set.all() if basis.reference == reference]
    if days and days[0]:
        found = found.filter(launched_on=days[0])
    return found.exclude(pk=campaign.pk).select_related("issuer", "paper").order_by("-launched_on").first()


def carried_out(campaign: Campaign) -> str:
    """The number of the plan above, as this one writes it."""
    rows = campaign.inheritance_set.all()
    return campaign.parent_reference or next((row.reference for row in rows), "")


def taken_from(campaign: Campaign, what: str) -> Campaign | None:
    """The linked parent, when the plan takes this (`targets`, `criteria`, `dossier_parts`) from it."""
    if campaign.parent_id is None:
        return None
    named = {row.reference for row in campaign.inheritance_set.all() if row.what == what}
    return campaign.parent if named & {campaign.parent_reference, campaign.parent.reference} - {""} else None


def sources(campaign: Campaign, what: str) -> list[Campaign]:
    """The plans whose rules of this kind hold: its own, and those of the plan it takes them from."""
    parent = taken_from(campaign, what)
    return [campaign, parent] if parent else [campaign]


def unresolved(campaign: Campaign) -> list:
    """Inheritance rows whose plan is not linked here."""
    return [row for row in campaign.inheritance_set.all() if taken_from(campaign, row.what) is None]


def part_requirements(campaign: Campaign):
    """The papers of a dossier under this plan: its own, then those it takes from the plan above."""
    plans = sources(campaign, PAPERS)
    return PartRequirement.objects.filter(campaign__in=plans).order_by(
        "-campaign__launched_on", "order", "pk"
    )


def plans_above(campaign: Campaign, on: dt.date):
    """Issued plans of the bodies above the issuer, newest first."""
    above = UnitAncestor.objects.on(on).filter(unit=campaign.issuer_id).values("ancestor")
    found = Campaign.objects.filter(issuer__in=above, state__in=PUBLIC_STATES).exclude(pk=campaign.pk)
    return found.select_related("issuer", "paper").order_by("-launched_on", "-pk")
