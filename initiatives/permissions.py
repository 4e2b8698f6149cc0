"""Which roles someone holds on one initiative, and whose own case it is."""

import datetime as dt

from councils.enums import Seat
from councils.models import CouncilMember
from initiatives.enums import EDITABLE
from initiatives.models import Initiative
from units.enums import REVIEW_ROLES, UNIT_ROLES, Role
from units.models import Membership

SEAT_ROLES = {Seat.CHAIR: Role.COUNCIL_CHAIR, Seat.SECRETARY: Role.COUNCIL_SECRETARY}


def roles_on(initiative: Initiative, by, on: dt.date) -> set[str]:
    """Membership roles at its unit and at the reviewing office, and what rows add to them."""
    roles = by.roles_at(initiative.unit_id, on) & set(UNIT_ROLES)
    roles |= by.roles_at(initiative.office_id, on) & set(REVIEW_ROLES)
    if is_owner(initiative, by, on):
        roles.add(Role.OWNER)
    return roles | council_roles(initiative, by, on)


def is_owner(initiative: Initiative, by, on: dt.date) -> bool:
    """Every author, and who wrote it as long as he belongs to its unit."""
    if by.person_id and is_author(initiative, by.person_id):
        return True
    return initiative.created_by_id == by.pk and initiative.unit_id in by.unit_ids(on)


def is_author(initiative: Initiative, person_id: int) -> bool:
    return any(author.person_id == person_id for author in initiative.authors.all())


def council_roles(initiative: Initiative, by, on: dt.date) -> set[str]:
    """The seat held in the council that has it on its agenda."""
    if not initiative.item_id or not by.person_id:
        return set()
    seats = CouncilMember.objects.on(on).filter(
        person=by.person_id, council__sessions__items=initiative.item_id
    )
    return {SEAT_ROLES.get(seat, Role.COUNCIL_MEMBER) for seat in seats.values_list("seat", flat=True)}


def membership_used(initiative: Initiative, by, roles, on: dt.date) -> Membership | None:
    """The membership by which one of the roles is held; None for an author, or by a council's seat."""
    at_unit = by.membership_for(initiative.unit_id, set(roles) & set(UNIT_ROLES), on)
    return at_unit or by.membership_for(initiative.office_id, set(roles) & set(REVIEW_ROLES), on)


def own_people(initiative: Initiative) -> set[int]:
    """Persons whose own case it is: its authors, and who drew it up. Never merely their colleagues."""
    people = {author.person_id for author in initiative.authors.all()}
    return (people | {initiative.created_by.person_id}) - {None}


def is_own_case(initiative: Initiative, by, on: dt.date) -> bool:
    """Its author, who drew it up, and who stands in for one of them: these do not judge, score or sign."""
    own = own_people(initiative)
    return any(
        initiative.created_by_id == account.pk or account.person_id in own
        for account in (by, *by.stands_in_for(on))
    )


def may_write(initiative: Initiative, by, on: dt.date) -> bool:
    """Authors and the unit's clerk, while it is theirs to write."""
    writers = {Role.OWNER, Role.UNIT_CLERK}
    return initiative.state in EDITABLE and bool(roles_on(initiative, by, on) & writers)
