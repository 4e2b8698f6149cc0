"""Where an initiative is registered: the unit, the body that recognises, the plan whose date binds."""

import datetime as dt

from campaigns.enums import CampaignState, DeadlineKind
from campaigns.models import Campaign
from councils.enums import CouncilKind
from councils.models import Council
from units.enums import UNIT_ROLES
from units.models import Appointment, Unit, UnitAncestor
from units.models.dated import in_force


def chain_of(unit: Unit, on: dt.date) -> list[int]:
    """The unit and the bodies above it, the nearest first."""
    above = UnitAncestor.objects.on(on).filter(unit=unit).order_by("depth")
    return [unit.pk, *above.values_list("ancestor", flat=True)]


def reviewing_unit(unit: Unit, on: dt.date) -> Unit | None:
    """The nearest body, the unit itself first, whose initiative council stands that day."""
    chain = chain_of(unit, on)
    councils = Council.objects.filter(
        in_force(on, start="valid_from", end="valid_to"), kind=CouncilKind.INITIATIVE, unit__in=chain
    )
    found = sorted(councils.select_related("unit"), key=lambda council: chain.index(council.unit_id))
    return found[0].unit if found else None


def plans_for(unit: Unit, year: int, on: dt.date):
    """Running plans of the year, of the unit or above it, that set a date for registering initiatives."""
    return Campaign.objects.filter(
        issuer__in=chain_of(unit, on),
        state=CampaignState.LAUNCHED,
        year=year,
        deadline_set__what=DeadlineKind.INITIATIVE_REGISTRATION,
    ).distinct()


def registering_units(user, on: dt.date):
    """Units one is clerk or head of; for everybody else the one where he works."""
    own = Appointment.objects.on(on).filter(person=user.person_id, person__isnull=False)
    acting = user.acting_unit_ids(on, UNIT_ROLES)
    return Unit.objects.on(on).filter(pk__in=acting or own.values("unit"))
