"""People in their positions over time."""

import datetime as dt

from django.db import transaction
from django.db.models import Q

from thiduakt.errors import Refused
from units.models import Appointment, Person, Unit

from .tree import must_exist


@transaction.atomic
def appoint(
    person: Person,
    unit: Unit,
    position: str,
    since: dt.date,
    is_head: bool = False,
    until: dt.date | None = None,
) -> Appointment:
    """Give a person a position. Refused when the unit does not exist then or has another head."""
    must_exist(unit, since)
    if is_head and (other := head_between(unit, since, until)):
        raise Refused(f"{unit.name} đã có người đứng đầu trong thời gian này: {other.person}.")
    return Appointment.objects.create(
        person=person, unit=unit, position=position, is_head=is_head, since=since, until=until
    )


def head_between(unit: Unit, since: dt.date, until: dt.date | None) -> Appointment | None:
    """The head in office on some day between the two."""
    heads = unit.appointments.filter(is_head=True).filter(Q(until__isnull=True) | Q(until__gte=since))
    return (heads.filter(since__lte=until) if until else heads).first()
