"""Who may take part: the nominee against the plan's target groups."""

import datetime as dt

from campaigns.enums import TargetKind
from campaigns.facts.inheritance import TARGETS, sources
from campaigns.models import Campaign, TargetGroup
from nominations.models import Dossier, Registration
from units.models import Unit, UnitAncestor

from .fetched import rows


def groups_of(campaign: Campaign) -> list[TargetGroup]:
    """The plan's own groups and those it takes from the plan above, with their clauses."""
    plans = sources(campaign, TARGETS)
    return [group for plan in plans for group in rows(plan, "targetgroup_set", "clause__campaign")]


def outside_every_group(
    nomination: Dossier | Registration, *, on: dt.date, groups: list[TargetGroup] | None = None
) -> str | None:
    """One sentence with the clauses when no group of the plan takes the nominee in; else None.

    A plan that names no group takes everybody below its issuer. `groups`: those of the plan, if known.
    """
    campaign = nomination.campaign
    groups = groups_of(campaign) if groups is None else groups
    takes_in = collective_in if nomination.collective_id else person_in
    if any(takes_in(nomination, group, on) for group in groups):
        return None
    if not groups and below(unit_of(nomination, on), campaign.issuer, on):
        return None
    where = "; ".join(group.clause.citation for group in groups if group.clause)
    cited = f" ({where})" if where else ""
    return f"{nomination.nominee_name} không thuộc đối tượng thi đua của kế hoạch{cited}."


def collective_in(nomination, group: TargetGroup, on: dt.date) -> bool:
    unit = nomination.collective
    if group.group == TargetKind.INDIVIDUAL:
        return False
    kind_fits = not group.unit_kinds or unit.kind in group.unit_kinds
    return kind_fits and (group.outsiders or below(unit, nomination.campaign.issuer, on))


def person_in(nomination, group: TargetGroup, on: dt.date) -> bool:
    if group.group == TargetKind.COLLECTIVE:
        return False
    if group.outsiders:
        return True
    fits = not group.categories or nomination.person.category in group.categories
    return fits and below(unit_of(nomination, on), nomination.campaign.issuer, on)


def unit_of(nomination, on: dt.date) -> Unit | None:
    """The collective itself, or where the person works that day."""
    if nomination.collective_id:
        return nomination.collective
    appointment = nomination.person.appointment_on(on)
    return appointment.unit if appointment else None


def below(unit: Unit | None, issuer: Unit, on: dt.date) -> bool:
    """The issuer itself or a unit under it on that day."""
    if unit is None:
        return False
    return unit == issuer or UnitAncestor.objects.on(on).filter(unit=unit, ancestor=issuer).exists()
