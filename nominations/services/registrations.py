"""Registrations: written, sent in time, accepted by the office."""

import datetime as dt

from campaigns.enums import DeadlineKind
from campaigns.models import Campaign
from criteria.enums import Group
from criteria.models import AwardType
from nominations.facts import outside_every_group
from nominations.flow import REGISTRATION_FLOW
from nominations.models import Dossier, Registration, RegistrationEvent
from nominations.permissions import interests, is_nominee, registration_roles
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.events.base import append
from thiduakt.workflow import refusals
from units.enums import REVIEW_ROLES, UNIT_ROLES
from units.models import Membership, Person, Unit

from .dossiers import opened
from .guards import too_late
from .locking import lock_campaigns
from .meanwhile import since_for_registration


@change
def create_registration(
    campaign: Campaign,
    *,
    award_type: AwardType,
    unit: Unit,
    by,
    person: Person | None = None,
    collective: Unit | None = None,
    commitment: str = "",
    at: dt.datetime | None = None,
) -> Registration:
    """A draft registration. Raises Refused as for a dossier: campaign, award, target group, right."""
    at = at or database_now()
    registration = Registration(
        campaign=campaign,
        award_type=award_type,
        group=Group.INDIVIDUAL if person else Group.COLLECTIVE,
        person=person,
        collective=collective,
        unit=unit,
        commitment=commitment,
        created_by=by,
        created_at=at,
    )
    return opened(registration, "đăng ký", by=by, on=vietnam_day(at))


def membership_used(registration: Registration, by, roles, on: dt.date) -> Membership | None:
    """The unit's role first, else the office's; None for an owner without either."""
    at_unit = by.membership_for(registration.unit_id, set(roles) & set(UNIT_ROLES), on)
    office = registration.campaign.issuer_id
    return at_unit or by.membership_for(office, set(roles) & set(REVIEW_ROLES), on)


def check_registration(
    registration: Registration, action: str, *, by, at: dt.datetime | None = None
) -> list[str]:
    """Why a step may not be taken; empty when it may."""
    at = at or database_now()
    on = vietnam_day(at)
    return refusals(
        REGISTRATION_FLOW,
        state=registration.state,
        state_label=registration.get_state_display(),
        action=action,
        roles=registration_roles(registration, by, on),
        guard=lambda name: GUARDS[name](registration, by, at),
    )


def campaign_open(registration: Registration, by, at) -> str | None:
    campaign = registration.campaign
    return None if campaign.is_open else f"Phong trào “{campaign.title}” không còn nhận đăng ký."


def in_target_group(registration: Registration, by, at) -> str | None:
    return outside_every_group(registration, on=vietnam_day(at))


def in_time(registration: Registration, by, at) -> str | None:
    return too_late(registration, DeadlineKind.REGISTRATION, at, "hết hạn đăng ký")


def not_own_case(registration: Registration, by, at) -> str | None:
    on = vietnam_day(at)
    kept_out = interests(by, on)
    named = any(is_nominee(registration, person, on) for person in kept_out["people"])
    own = registration.created_by_id in kept_out["users"] or named
    return "Đây là đăng ký của chính anh/chị hoặc do anh/chị lập." if own else None


def no_live_dossier(registration: Registration, by, at) -> str | None:
    live = Dossier.objects.filter(
        campaign=registration.campaign,
        person=registration.person,
        collective=registration.collective,
        is_live=True,
    )
    return "Đã có hồ sơ đề nghị theo đăng ký này nên không rút được." if live.exists() else None


GUARDS = {
    "campaign_open": campaign_open,
    "in_target_group": in_target_group,
    "registration_in_time": in_time,
    "not_own_case": not_own_case,
    "no_live_dossier": no_live_dossier,
}


SENDING = ("submit", "send_list")


@change
def move_registration(
    registration: Registration, action: str, *, by, note: str = "", at: dt.datetime | None = None
) -> Registration:
    """Take one step of the registration's flow. Raises Refused; nothing is written then."""
    if any(step.deadline for step in REGISTRATION_FLOW.named(action)):
        lock_campaigns({registration.campaign_id})
    (registration,) = locked_registrations([registration.pk])
    at = at or database_now()
    if since := since_for_registration(registration, action):
        raise Refused(*check_registration(registration, action, by=by, at=at), *since)
    return take(registration, action, by=by, note=note, at=at)


def locked_registrations(pks) -> list[Registration]:
    """The rows again, locked by ascending key."""
    rows = Registration.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=pks)
    related = ("campaign__issuer", "award_type", "person", "collective", "unit")
    return list(rows.select_related(*related).order_by("pk"))


def take(
    registration: Registration,
    action: str,
    *,
    by,
    note: str = "",
    at: dt.datetime,
    data: dict | None = None,
) -> Registration:
    """The step for one that is locked already. Raises Refused with every reason."""
    if reasons := check_registration(registration, action, by=by, at=at):
        raise Refused(*reasons)
    step = REGISTRATION_FLOW.find(registration.state, action)
    if step.needs_note and not note.strip():
        raise Refused(f"Chưa ghi lý do “{step.label}”.")
    was, registration.state = registration.state, step.target
    if action in SENDING:
        registration.sent_at = at
    registration.save()
    membership = membership_used(registration, by, step.roles, vietnam_day(at))
    record(registration, action, by=by, membership=membership, at=at, was=was, note=note, data=data)
    return registration


def record(
    registration: Registration,
    action: str,
    *,
    by,
    membership: Membership | None,
    at: dt.datetime,
    was: str,
    note: str = "",
    data: dict | None = None,
) -> None:
    append(
        RegistrationEvent,
        registration,
        action=action,
        by=by,
        membership=membership,
        at=at,
        from_state=was,
        to_state=registration.state,
        note=note,
        data=data or {},
    )
