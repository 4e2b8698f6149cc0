"""A small commune with one running campaign, built through the services: the ground of many tests.

Nothing here is a mock: people, units, memberships and the plan are rows like any other's.
"""

import datetime as dt
import json
from dataclasses import dataclass
from functools import partial

from campaigns.models import Campaign
from campaigns.services.flow import enter_launched
from campaigns.services.plans import create_campaign
from councils.enums import Seat
from councils.models import Council, CouncilMember
from criteria.models import AwardType, LegalRegime
from criteria.services import load_catalogue
from thiduakt.clock import today
from thiduakt.settings import BASE_DIR
from units.enums import Category, Role, UnitKind
from units.models import Appointment, Membership, Person, Unit, User
from units.services import set_parent

from .kept import once

START = dt.date(2025, 7, 1)
USUAL = 30  # days until dossiers are due
PASSWORD = "mat-khau-thu-2026"


def plan_json(number: str = "002") -> dict:
    return json.loads((BASE_DIR / "fixtures" / "plans" / f"{number}.json").read_text(encoding="utf-8"))


def catalogue() -> None:
    """The catalogue, unless the run has loaded it already."""
    if LegalRegime.objects.exists():
        return
    load_catalogue(json.loads((BASE_DIR / "fixtures" / "catalogue.json").read_text(encoding="utf-8")))


def unit(
    code: str, name: str, kind: str, *, symbol: str = "", head: str = "", parent: Unit | None = None
) -> Unit:
    made = Unit.objects.create(
        code=code,
        name=name,
        short_name=name.replace("Ủy ban nhân dân", "UBND"),
        symbol=symbol,
        kind=kind,
        place_name="Ninh Phước",
        head_title=head,
        valid_from=START,
    )
    if parent:
        set_parent(made, parent, since=START)
    return made


def person(
    name: str, where: Unit, position: str, *, head: bool = False, category=Category.CONG_CHUC
) -> Person:
    made = Person.objects.create(full_name=name, category=category, birth_date=dt.date(1985, 3, 5))
    Appointment.objects.create(person=made, unit=where, position=position, is_head=head, since=START)
    return made


def account(username: str, who: Person | None, *held: tuple[Unit, str]) -> User:
    user = User.objects.create_user(
        username, PASSWORD, full_name=who.full_name if who else username, person=who
    )
    for where, role in held:
        Membership.objects.create(user=user, unit=where, role=role, since=START)
    return user


@dataclass
class World:
    """`commune` launches; `economy` and `school` nominate; `far` is a stranger's commune."""

    commune: Unit
    economy: Unit
    culture: Unit
    school: Unit
    far: Unit
    chairman: Person
    deputy: Person
    signer: User
    deputy_signer: User
    officer: User
    officer2: User
    office_head: User
    records: User
    clerk: User
    head: User
    staff: User
    stranger: User
    admin: User
    council: Council
    unit_council: Council
    campaign: Campaign
    award: AwardType


def council(where: Unit, name: str, *seats: tuple[Person, str]) -> Council:
    made = Council.objects.create(unit=where, name=name, valid_from=START, pass_percent=51)
    for order, (who, seat) in enumerate(seats):
        CouncilMember.objects.create(council=made, person=who, seat=seat, since=START, order=order)
    return made


def running_plan(issuer: Unit, data: dict | None = None, *, by=None, due_in: int = 30) -> Campaign:
    """Plan 002 issued by `issuer` thirty days ago, dossiers due in `due_in` days."""
    data = data or plan_json()
    on = today()
    data["year"] = on.year
    for deadline in data["deadlines"]:
        if deadline["what"] == "dossier":
            deadline["on"] = (on + dt.timedelta(days=due_in)).isoformat()
    data["document"] |= {"number": 5, "symbol": "KH-UBND"}
    campaign = create_campaign(data, issuer=issuer, by=by)
    return enter_launched(campaign, issuer=issuer, on=on - dt.timedelta(days=30), by=by)


def offices() -> dict[str, Unit]:
    """A province, two communes, and three units below the first."""
    province = unit("t", "Ủy ban nhân dân tỉnh Khánh Hòa", UnitKind.TINH, symbol="UBND", head="Chủ tịch")
    committee = {"symbol": "UBND", "head": "Chủ tịch", "parent": province}
    commune = unit("np", "Ủy ban nhân dân xã Ninh Phước", UnitKind.XA, **committee)
    part = {"head": "Trưởng phòng", "parent": commune}
    return {
        "commune": commune,
        "far": unit("xa", "Ủy ban nhân dân xã Thuận Nam", UnitKind.XA, **committee),
        "economy": unit("kt", "Phòng Kinh tế", UnitKind.PHONG, symbol="PKT", **part),
        "culture": unit("vh", "Phòng Văn hóa – Xã hội", UnitKind.PHONG, symbol="PVHXH", **part),
        "school": unit(
            "th",
            "Trường Tiểu học Phước Thuận",
            UnitKind.DON_VI,
            symbol="TH",
            head="Hiệu trưởng",
            parent=commune,
        ),
    }


def accounts(at: dict[str, Unit]) -> dict[str, User]:
    """One account for each part of the journey, a second officer and signer, and a stranger."""
    commune, economy, culture, far = at["commune"], at["economy"], at["culture"], at["far"]
    leader = {"category": Category.CAN_BO}
    chairman = person("Bạch Văn Nguyên", commune, "Chủ tịch", head=True, **leader)
    deputy = person("Đỗ Thị Phượng", commune, "Phó Chủ tịch", **leader)
    abroad = [(far, role) for role in (Role.UNIT_CLERK, Role.OFFICER, Role.SIGNER)]
    lead = {"head": True}
    return {
        "signer": account("chutich", chairman, (commune, Role.SIGNER)),
        "deputy_signer": account("phoct", deputy, (commune, Role.SIGNER)),
        "officer": account(
            "cuong", person("Phan Văn Cường", culture, "Chuyên viên"), (commune, Role.OFFICER)
        ),
        "officer2": account("dung", person("Hồ Thị Dung", culture, "Chuyên viên"), (commune, Role.OFFICER)),
        "office_head": account(
            "bao", person("Trần Quốc Bảo", culture, "Trưởng phòng", **lead), (commune, Role.OFFICE_HEAD)
        ),
        "records": account("thu", person("Võ Thị Thư", culture, "Văn thư"), (commune, Role.RECORDS)),
        "clerk": account(
            "oanh", person("Nguyễn Thị Kim Oanh", economy, "Chuyên viên"), (economy, Role.UNIT_CLERK)
        ),
        "head": account(
            "tuan", person("Lê Minh Tuấn", economy, "Trưởng phòng", **lead), (economy, Role.UNIT_HEAD)
        ),
        "staff": account("anh", person("Đặng Thị Ngọc Ánh", economy, "Chuyên viên")),
        "stranger": account("xala", person("Lý Xa Lạ", far, "Chuyên viên"), *abroad),
        "admin": account("quantri", None, (commune, Role.ADMIN)),
    }


def councils_of(at: dict[str, Unit], who: dict[str, User]) -> dict[str, Council]:
    """The commune's council of five and the unit's own of three."""
    seats = (Seat.CHAIR, Seat.VICE, Seat.SECRETARY, Seat.MEMBER, Seat.MEMBER)
    above = [who[name].person for name in ("signer", "deputy_signer", "office_head", "officer", "officer2")]
    own = [who[name].person for name in ("head", "clerk", "staff")]
    own_seats = (Seat.CHAIR, Seat.SECRETARY, Seat.MEMBER)
    name = "Hội đồng Thi đua – Khen thưởng"
    return {
        "council": council(at["commune"], f"{name} xã Ninh Phước", *zip(above, seats, strict=True)),
        "unit_council": council(at["economy"], f"{name} Phòng Kinh tế", *zip(own, own_seats, strict=True)),
    }


def make_world(data: dict | None = None, *, due_in: int = USUAL) -> World:
    """The whole ground, ready for a first dossier; `data` is another plan than 002."""
    catalogue()
    return usual_world() if data is None and due_in == USUAL else built(data, due_in)


def usual_world() -> World:
    """Most tests stand on the same ground."""
    return once("usual", partial(built, None, USUAL))


def built(data: dict | None, due_in: int) -> World:
    at = offices()
    who = accounts(at)
    return World(
        **at,
        **who,
        **councils_of(at, who),
        chairman=who["signer"].person,
        deputy=who["deputy_signer"].person,
        campaign=running_plan(at["commune"], data, by=who["officer"], due_in=due_in),
        award=AwardType.objects.get(code="GK"),
    )
