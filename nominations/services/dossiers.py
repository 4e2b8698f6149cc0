"""Opening a dossier for a nominee."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campaigns.models import Campaign
from criteria.enums import Group
from criteria.models import AwardType
from nominations.facts import outside_every_group
from nominations.models import Dossier, DossierStage, Registration
from nominations.permissions import is_nominee
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.enums import UNIT_ROLES
from units.models import Person, Unit

from .guards import ceased


@change
def create_dossier(
    campaign: Campaign,
    *,
    award_type: AwardType,
    unit: Unit,
    by,
    person: Person | None = None,
    collective: Unit | None = None,
    at: dt.datetime | None = None,
) -> Dossier:
    """A draft for one nominee, by himself or by a clerk or head of the unit that nominates.

    Raises Refused: campaign not open, award not of this plan, nominee outside every target group,
    a live dossier already there, or no right to nominate for the unit.
    """
    at = at or database_now()
    dossier = Dossier(
        campaign=campaign,
        award_type=award_type,
        group=Group.INDIVIDUAL if person else Group.COLLECTIVE,
        person=person,
        collective=collective,
        unit=unit,
        created_by=by,
        created_at=at,
    )
    opened(dossier, "hồ sơ", by=by, on=vietnam_day(at))
    DossierStage.objects.create(dossier=dossier, unit=unit, level=0)
    return dossier


def opened(nomination: Dossier | Registration, word: str, *, by, on: dt.date) -> Dossier | Registration:
    """Saved when everything allows it; `word` is what the campaign would take: hồ sơ, đăng ký."""
    refuse_bad_nomination(nomination, by, on)
    if not nomination.campaign.is_open:
        raise Refused(f"Phong trào “{nomination.campaign.title}” không nhận {word}.")
    if sentence := outside_every_group(nomination, on=on):
        raise Refused(sentence)
    save_checked(nomination)
    return nomination


def refuse_bad_nomination(nomination: Dossier | Registration, by, on: dt.date) -> None:
    """What holds for a registration and for a dossier alike."""
    if not nomination.campaign.campaignaward_set.filter(award_type=nomination.award_type).exists():
        raise Refused(f"Kế hoạch không có hình thức “{nomination.award_type}”.")
    if sentence := ceased(nomination.collective, on) or ceased(nomination.unit, on):
        raise Refused(sentence)
    if not may_nominate(nomination, by, on):
        raise Refused(
            "Anh/chị chỉ lập được cho chính mình, tập thể do mình đứng đầu hoặc đơn vị mình phụ trách."
        )
    if not belongs(nomination, on):
        raise Refused(f"{nomination.nominee_name} không thuộc {nomination.unit.name}.")


def may_nominate(nomination: Dossier | Registration, by, on: dt.date) -> bool:
    """Oneself, the collective one leads, or a unit one is clerk or head of."""
    acts_for = bool(by.roles_at(nomination.unit_id, on) & set(UNIT_ROLES))
    return acts_for or is_nominee(nomination, by.person_id, on)


def belongs(nomination: Dossier | Registration, on: dt.date) -> bool:
    """The nominee is of the nominating unit or of one below it."""
    inside = Unit.objects.within([nomination.unit_id], on)
    if nomination.collective_id:
        return inside.filter(pk=nomination.collective_id).exists()
    return nomination.person.appointments.on(on).filter(unit__in=inside).exists()


def save_checked(nomination: Dossier | Registration) -> None:
    """The database's own rules first, so that the second of two is told in a sentence.

    Two at the same moment both find the place free: the slower meets the constraint itself.
    """
    refuse_broken_rules(nomination)
    try:
        with transaction.atomic():
            nomination.save()
    except IntegrityError:
        refuse_broken_rules(nomination)
        raise


def refuse_broken_rules(nomination: Dossier | Registration) -> None:
    try:
        nomination.validate_constraints()
    except ValidationError as error:
        raise Refused(*error.messages) from error
