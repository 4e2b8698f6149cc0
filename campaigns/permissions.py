"""Who may do what with a plan."""

import datetime as dt

from campaigns.models import Campaign
from units.enums import UNIT_ROLES, Role

OFFICE = {Role.OFFICER, Role.OFFICE_HEAD}


def roles_on(campaign: Campaign, user, on: dt.date) -> set[str]:
    """Roles held at the issuing body; none while that is not chosen."""
    return user.roles_at(campaign.issuer_id, on) if campaign.issuer_id else set()


def may_edit(campaign: Campaign, user, on: dt.date) -> bool:
    """The office of the issuing body; while that is not chosen whoever made the draft."""
    if campaign.issuer_id is None:
        return campaign.created_by_id == user.pk
    return bool(OFFICE & roles_on(campaign, user, on))


def may_clone(campaign: Campaign, user, on: dt.date) -> list[int]:
    """Units for which the reader's office may make a plan of its own from this one."""
    return user.acting_unit_ids(on, OFFICE)


def may_take_part(user, on: dt.date) -> bool:
    """Someone who nominates for a unit, or who may be nominated."""
    return bool(user.person_id or user.acting_unit_ids(on, UNIT_ROLES))
