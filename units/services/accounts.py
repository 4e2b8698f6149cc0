"""Roles of accounts."""

import datetime as dt

from units.models import Membership, Unit, User

from .tree import must_exist


def grant(user: User, unit: Unit, role: str, since: dt.date, until: dt.date | None = None) -> Membership:
    """Give an account a role for a unit. Refused when the unit does not exist then."""
    must_exist(unit, since)
    return Membership.objects.create(user=user, unit=unit, role=role, since=since, until=until)
