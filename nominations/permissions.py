"""Which roles someone holds on one dossier, and whose own case it is."""

import datetime as dt
from collections.abc import Iterable

from councils.enums import Seat
from councils.models import CouncilMember
from nominations.models import Dossier, DossierEvent, DossierStage, Registration
from units.enums import REVIEW_ROLES, UNIT_ROLES, Role
from units.models import Appointment, Membership

SEAT_ROLES = {Seat.CHAIR: Role.COUNCIL_CHAIR, Seat.SECRETARY: Role.COUNCIL_SECRETARY}
APPRAISERS = frozenset({Role.OFFICER, Role.OFFICE_HEAD})
OWN_ACTS = ("submit", "send", "resubmit")


def roles_on(dossier: Dossier, by, on: dt.date, *, stage: DossierStage | None = None) -> set[str]:
    """Membership roles at the dossier's unit and at the level it stands, and what rows add to them."""
    stage = stage or dossier.stage
    roles = by.roles_at(dossier.unit_id, on) & set(UNIT_ROLES)
    if stage.level >= 1:
        roles |= by.roles_at(stage.unit_id, on) & set(REVIEW_ROLES)
    if is_owner(dossier, by, on):
        roles.add(Role.OWNER)
    if stage.appraiser_id == by.pk:
        roles |= APPRAISERS
    if sent_here_by(stage, by, on):
        roles.add(Role.SENDER)
    return roles | council_roles(stage, by, on)


def sent_here_by(stage: DossierStage, by, on: dt.date) -> Membership | None:
    """The membership at the office of the level below that sent a dossier here; None at the first level."""
    if stage.level < 2 or not stage.submission_id:
        return None
    return by.membership_for(stage.submission.unit_id, APPRAISERS, on)


def membership_used(dossier: Dossier, stage: DossierStage, by, roles, on: dt.date) -> Membership | None:
    """The membership by which one of the roles is held here; None for an owner, or by a council's seat."""
    at_unit = by.membership_for(dossier.unit_id, set(roles) & set(UNIT_ROLES), on)
    here = at_unit or by.membership_for(stage.unit_id, set(roles) & set(REVIEW_ROLES), on)
    return here or (sent_here_by(stage, by, on) if Role.SENDER in roles else None)


def is_owner(nomination: Dossier | Registration, by, on: dt.date) -> bool:
    """The person it is about, and who wrote it as long as he belongs to its unit."""
    if by.person_id and nomination.person_id == by.person_id:
        return True
    return nomination.created_by_id == by.pk and nomination.unit_id in by.unit_ids(on)


def council_roles(stage: DossierStage, by, on: dt.date) -> set[str]:
    """The seat held in the council that has the dossier on its agenda."""
    if not stage.item_id or not by.person_id:
        return set()
    seats = by.__dict__.setdefault("_seats", {})
    if on not in seats:  # as its memberships: once a day in the life of the account's object
        held = CouncilMember.objects.on(on).filter(person=by.person_id)
        seats[on] = list(held.values_list("council", "seat"))
    council = stage.item.session.council_id
    return {SEAT_ROLES.get(seat, Role.COUNCIL_MEMBER) for where, seat in seats[on] if where == council}


def registration_roles(registration: Registration, by, on: dt.date) -> set[str]:
    """Clerk and head at the unit, the office at the plan's issuer, and the owner."""
    roles = by.roles_at(registration.unit_id, on) & set(UNIT_ROLES)
    roles |= by.roles_at(registration.campaign.issuer_id, on) & set(REVIEW_ROLES)
    if is_owner(registration, by, on):
        roles.add(Role.OWNER)
    return roles


def is_nominee(nomination: Dossier | Registration, person_id: int | None, on: dt.date) -> bool:
    """The nominee, or the head of the nominated collective; never merely a member of it."""
    if person_id is None:
        return False
    if nomination.person_id:
        return nomination.person_id == person_id
    heads = Appointment.objects.on(on).filter(unit=nomination.collective_id, is_head=True)
    return heads.filter(person=person_id).exists()


def interests(by, on: dt.date) -> dict[str, set[int]]:
    """Whose own cases someone keeps out of, by key: his own, and those of whom he stands in for."""
    accounts = [by, *by.stands_in_for(on)]
    people = {account.person_id for account in accounts} - {None}
    return {"people": people, "users": {account.pk for account in accounts}}


def own_among(
    dossiers: Iterable[Dossier], on: dt.date, *, people: set[int], users: set[int]
) -> list[Dossier]:
    """Those of many that are the own case of one of them, by two queries however many they are."""
    dossiers = list(dossiers)
    heads = Appointment.objects.on(on).filter(person__in=people, is_head=True)
    led = set(heads.values_list("unit", flat=True)) if people else set()
    acts = DossierEvent.objects.filter(dossier__in=dossiers, by__in=users, action__in=OWN_ACTS)
    acted = set(acts.values_list("dossier", flat=True)) if users else set()
    return [
        dossier
        for dossier in dossiers
        if dossier.person_id in people
        or dossier.collective_id in led
        or dossier.pk in acted
        or dossier.created_by_id in users
    ]


def own_people(dossier: Dossier, on: dt.date, *, writers: bool = True) -> set[int]:
    """Persons whose own case it is, by key; without `writers` only who is named in it."""
    heads = Appointment.objects.on(on).filter(unit=dossier.collective_id, is_head=True)
    found = {dossier.person_id} if dossier.person_id else set(heads.values_list("person", flat=True))
    if writers:
        acted = dossier.events.filter(action__in=OWN_ACTS).values_list("by__person", flat=True)
        found |= {dossier.created_by.person_id, *acted}
    return found - {None}


def own_case_told(by, on: dt.date) -> str:
    """Why he may not judge it, in a sentence."""
    lent = " hoặc của người đã ủy quyền cho anh/chị" if by.stands_in_for(on) else ""
    return f"Đây là hồ sơ của chính anh/chị hoặc do anh/chị lập{lent}, nên anh/chị không được xét."


def is_own_case(dossier: Dossier, by, on: dt.date) -> bool:
    """The nominee, who drafted it, or who submitted it: these do not appraise, vote or sign.

    Nor does who stands in for one of them.
    """
    return bool(own_among([dossier], on, **interests(by, on)))


def reviews(stage: DossierStage, user, on: dt.date) -> bool:
    """Whether the reader appraises at the level where the dossier stands, or was named to."""
    if stage.appraiser_id == user.pk:
        return True
    return stage.level > 0 and bool(user.roles_at(stage.unit_id, on) & APPRAISERS)
