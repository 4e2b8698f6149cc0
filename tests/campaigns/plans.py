"""Plans, units and accounts for the tests of the plan's pages."""

import datetime as dt
import json

from campaigns.models import Campaign
from campaigns.services.flow import enter_launched
from campaigns.services.plans import create_campaign
from criteria.models import AwardType
from tests.campaigns.plan_contract import FOLDER
from units.enums import Role, UnitKind
from units.models import Appointment, Membership, Person, Unit, User
from units.services import set_parent

LONG_AGO = dt.date(2000, 1, 1)
ISSUED = dt.date(2021, 2, 3)


def plan_json(number: str) -> dict:
    return json.loads((FOLDER / f"{number}.json").read_text())


def unit(code: str, name: str, kind=UnitKind.HUYEN, parent: Unit | None = None) -> Unit:
    made = Unit.objects.create(
        code=code,
        name=name,
        short_name=name,
        symbol="UBND",
        kind=kind,
        head_title="Chủ tịch",
        valid_from=LONG_AGO,
    )
    if parent:
        set_parent(made, parent, since=LONG_AGO)
    return made


def account(username: str, at: Unit, role: Role) -> User:
    user = User.objects.create_user(username, "mat-khau-thu", full_name=username)
    Membership.objects.create(user=user, unit=at, role=role, since=LONG_AGO)
    return user


def district() -> Unit:
    return unit("huyen", "Ủy ban nhân dân huyện Ninh Phước")


def catalogue() -> None:
    for code, name in (("GK", "Giấy khen"), ("BKT", "Bằng khen")):
        AwardType.objects.get_or_create(code=code, defaults={"name": name, "category": "hinh_thuc"})


def draft(number: str, issuer: Unit | None, by) -> Campaign:
    catalogue()
    return create_campaign(plan_json(number), issuer=issuer, by=by)


def launched(issuer: Unit, by, *, title: str = "") -> Campaign:
    """Plan 002 as it was issued on 03/02/2021."""
    plan = enter_launched(draft("002", issuer, by), issuer=issuer, on=ISSUED, by=by)
    if title:
        plan.title = title
        plan.save(update_fields=["title", "search_key"])
    return plan


def deputy(at: Unit, name: str = "Bạch Văn Nguyên") -> Person:
    person = Person.objects.create(full_name=name)
    Appointment.objects.create(person=person, unit=at, position="Phó Chủ tịch", since=LONG_AGO)
    return person
