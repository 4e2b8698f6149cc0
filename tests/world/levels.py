"""The level above the commune: the province's office, and dossiers for an award that only it confers."""

from dataclasses import dataclass
from functools import partial

from councils import services as councils
from councils.enums import Seat
from councils.models import Council
from criteria.models import AwardType
from documents.services import papers
from nominations.facts import criteria_of
from nominations.models import Dossier, Submission
from nominations.services import agenda, appraisal, forwarding, steps
from thiduakt.clock import today
from units.enums import Role
from units.facts import parent_on
from units.models import Person, Unit, User

from .ground import World, account, council, make_world, person, plan_json
from .kept import once, step
from .walk import council_approved, vote

PROVINCE = "Chủ tịch Ủy ban nhân dân tỉnh"


@dataclass
class Province:
    """Who works at the level above; `unit` is the parent of the world's commune."""

    unit: Unit
    chairman: Person
    signer: User
    officer: User
    head: User
    records: User
    council: Council


def world_for_the_province(
    *, limit: int = 1, kind: str = "requested", award_type: str = "BKT", authority: str = PROVINCE
) -> World:
    """The usual plan, but what it promises is the province's Bằng khen, asked of the level above."""
    wanted = (limit, kind, award_type, authority)
    return once(f"for the province {wanted}", partial(built_for_the_province, *wanted))


def built_for_the_province(limit: int, kind: str, award_type: str, authority: str) -> World:
    data = plan_json()
    clause = data["awards"][0]["clause"]
    award = {"form": "BK", "authority": authority, "clause": clause, "type": award_type}
    quotas = [quota | {"forms": ["BK"], "limit": limit, "kind": kind} for quota in data["quotas"]]
    world = make_world(data | {"awards": [award], "quotas": quotas})
    world.award = AwardType.objects.get(code=award_type)
    return world


def commune_of(world: World) -> Province:
    """Who works at the launching unit, told as at the level above it."""
    return Province(
        world.commune,
        world.chairman,
        world.signer,
        world.officer,
        world.office_head,
        world.records,
        world.council,
    )


def province_of(world: World) -> Province:
    """Its accounts and its council, as of now."""
    unit = parent_on(world.commune, today())
    chairman = person("Trần Quốc Nam", unit, "Chủ tịch", head=True)
    staff = {
        "officer": (person("Lâm Thị Duyên", unit, "Chuyên viên"), Role.OFFICER),
        "head": (person("Cao Văn Hải", unit, "Trưởng ban"), Role.OFFICE_HEAD),
        "records": (person("Đinh Thị Sáu", unit, "Văn thư"), Role.RECORDS),
        "signer": (chairman, Role.SIGNER),
    }
    made = {name: account(f"tinh-{name}", who, (unit, role)) for name, (who, role) in staff.items()}
    seats = (Seat.CHAIR, Seat.SECRETARY, Seat.MEMBER)
    members = (chairman, staff["head"][0], staff["officer"][0])
    name = "Hội đồng Thi đua – Khen thưởng tỉnh Khánh Hòa"
    body = council(unit, name, *zip(members, seats, strict=True))
    return Province(unit, chairman, council=body, **made)


def forwarding_draft(world: World, dossiers: list[Dossier], level: Province | None = None) -> Submission:
    """The commune's or another level's list to the one above, its letter approved, without a number yet."""
    here = level or commune_of(world)
    submission = forwarding.draft_forwarding(world.campaign, here.unit, by=here.officer)
    keys = [dossier.pk for dossier in dossiers]
    submission = forwarding.prepare_forwarding(submission, keys, signer=here.chairman, by=here.head)
    papers.approve_document(submission.paper, by=here.signer)
    return submission


@step
def forwarded(world: World, *people: Person | Unit) -> Submission:
    """Approved by the commune's council and sent up with its tờ trình."""
    submission = forwarding_draft(world, council_approved(world, *people))
    return forwarding.forward_submission(submission, by=world.records)


def approved_above(world: World, above: Province, dossiers: list[Dossier]) -> None:
    """Received, appraised and voted for at the province."""
    for dossier in dossiers:
        if dossier.stage.state != "received":
            steps.move_dossier(dossier, "receive", by=above.officer)
        marks = {row.pk: ("met", "") for row in criteria_of(dossier)}
        appraisal.appraise(dossier, marks, by=above.officer)
        steps.move_dossier(dossier, "mark_eligible", by=above.officer)
    session = councils.plan_session(above.council, held_on=today(), subject="xét", by=above.officer)
    agenda.put_on_agenda([dossier.pk for dossier in dossiers], session, by=above.officer)
    vote(session, by=above.head)
    agenda.close_with_results(session, by=above.head)
