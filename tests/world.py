"""A small commune with one running campaign, built through the services: the ground of many tests.

Nothing here is a mock: people, units, memberships and the plan are rows like any other's.
"""

import datetime as dt
import json
from dataclasses import dataclass

from campaigns.models import Campaign
from campaigns.services.flow import enter_launched
from campaigns.services.plans import create_campaign
from councils import services as councils
from councils.enums import Seat
from councils.models import Council, CouncilMember, CouncilSession
from criteria.models import AwardType
from criteria.services import load_catalogue
from documents.services import papers
from nominations.facts import criteria_of, own_papers
from nominations.models import Dossier
from nominations.services import agenda, appraisal, decisions, parts, steps, submissions
from nominations.services.dossiers import create_dossier
from thiduakt.clock import today
from thiduakt.settings import BASE_DIR
from units.enums import Category, Role, UnitKind
from units.models import Appointment, Membership, Person, Unit, User
from units.services import set_parent

START = dt.date(2025, 7, 1)
PASSWORD = "mat-khau-thu-2026"


def plan_json(number: str = "002") -> dict:
    return json.loads((BASE_DIR / "fixtures" / "plans" / f"{number}.json").read_text(encoding="utf-8"))


def catalogue() -> None:
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
    made = Council.objects.create(unit=where, name=name, valid_from=START)
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


def make_world(data: dict | None = None, *, due_in: int = 30) -> World:
    """The whole ground, ready for a first dossier; `data` is another plan than 002."""
    catalogue()
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


def colleague(world: World, name: str) -> Person:
    """One more official of the nominating unit."""
    return person(name, world.economy, "Chuyên viên")


def draft(world: World, who: Person | Unit | None = None, *, by: User | None = None) -> Dossier:
    """An empty dossier: of a person, of a unit, or of the staff member by default."""
    who = who or world.staff.person
    nominee = {"collective": who} if isinstance(who, Unit) else {"person": who}
    return create_dossier(
        world.campaign, award_type=world.award, unit=world.economy, by=by or world.clerk, **nominee
    )


def write_papers(dossier: Dossier, by: User) -> None:
    for paper in own_papers(dossier):
        if paper.requirement.paper == "report":
            for row in criteria_of(dossier):
                parts.save_section(dossier, paper.requirement, row, "Đã hoàn thành tốt nhiệm vụ.", by=by)
        else:
            parts.save_text(dossier, paper.requirement, "Tóm tắt thành tích.", by=by)


def submitted(world: World, who: Person | Unit | None = None) -> Dossier:
    dossier = draft(world, who)
    write_papers(dossier, world.clerk)
    return steps.move_dossier(dossier, "submit", by=world.clerk)


def proposed_by_unit(world: World, who: Person | Unit | None = None) -> Dossier:
    return steps.move_dossier(submitted(world, who), "unit_propose", by=world.head)


def unit_session(world: World, dossiers: list[Dossier]) -> CouncilSession:
    """The unit's own session, everybody for it, closed."""
    session = councils.plan_session(
        world.unit_council, held_on=today(), subject="xét đề nghị", by=world.clerk
    )
    agenda.add_unit_items(session, dossiers, by=world.clerk)
    vote(session, by=world.clerk)
    return agenda.close_with_results(session, by=world.clerk)


def vote(session: CouncilSession, *, by: User, against: int = 0) -> None:
    voters = councils.taking_part(session)
    for item in session.items.all():
        councils.write_votes(item, yes=voters - item.excluded - against, no=against, blank=0, by=by)


def ready_submission(world: World, dossiers: list[Dossier]):
    """A list whose letter is approved and whose minutes are there."""
    submission = submissions.draft_submission(world.campaign, world.economy, by=world.clerk)
    submissions.set_session(submission, unit_session(world, dossiers), by=world.clerk)
    submission = submissions.prepare_letter(submission, by=world.clerk)
    papers.approve_document(submission.paper, by=world.head)
    return submission


def arrived(world: World, *people: Person | Unit) -> list[Dossier]:
    """Dossiers sent up with one tờ trình, waiting to be received."""
    dossiers = [proposed_by_unit(world, who) for who in people or (world.staff.person,)]
    submissions.send_submission(ready_submission(world, dossiers), by=world.clerk)
    return dossiers


def eligible(world: World, *people: Person | Unit) -> list[Dossier]:
    dossiers = arrived(world, *people)
    for dossier in dossiers:
        steps.move_dossier(dossier, "receive", by=world.officer)
        marks = {row.pk: ("met", "") for row in criteria_of(dossier)}
        appraisal.appraise(dossier, marks, by=world.officer)
        steps.move_dossier(dossier, "mark_eligible", by=world.officer)
    return dossiers


def council_approved(world: World, *people: Person | Unit) -> list[Dossier]:
    dossiers = eligible(world, *people)
    session = councils.plan_session(
        world.council, held_on=today(), subject="xét khen thưởng", by=world.officer
    )
    agenda.put_on_agenda([dossier.pk for dossier in dossiers], session, by=world.officer)
    vote(session, by=world.office_head)
    agenda.close_with_results(session, by=world.office_head)
    return dossiers


def approved_decision(world: World, *people: Person | Unit):
    """A decision that waits for its number."""
    dossiers = council_approved(world, *people)
    steps.move_many([dossier.pk for dossier in dossiers], "propose", by=world.office_head)
    document = decisions.prepare_decision(
        world.campaign, unit=world.commune, signer=world.chairman, by=world.office_head
    )
    return papers.approve_document(document, by=world.signer)


def awarded(world: World, *people: Person | Unit):
    """The issued decision."""
    return decisions.issue_decision(approved_decision(world, *people), by=world.records)
