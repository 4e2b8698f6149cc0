"""Initiatives of every unit of the permission table: a draft, one before its council, one recognised.

Home has its own initiative council and scores what comes from below; the province scores the others'.
"""

from councils import services as councils
from councils.enums import CouncilKind
from councils.models import Council, CouncilMember
from documents.services import papers
from documents.services.uploads import store_upload
from initiatives.enums import InitiativeState
from initiatives.models import Initiative, InitiativeFile
from initiatives.services import decisions, registering, sessions
from tests.world.ground import START
from tests.world.initiatives import score_sheet
from thiduakt.clock import database_now, today

from .kits import small_pdf
from .relations import Place

OFFICES = ("own", "parent", "province2")
OFFICE = {"own": "own", "child": "own", "foreign": "province2"}


def add_councils(found: dict[str, Place]) -> None:
    """The same people sit in the initiative council as in the other one."""
    sheet = score_sheet()
    for relation in OFFICES:
        at = found[relation]
        at.kit.scoresheet = sheet
        made = Council.objects.create(
            unit=at.unit, kind=CouncilKind.INITIATIVE, name=f"Hội đồng sáng kiến {at.word}", valid_from=START
        )
        for member in at.council.members.order_by("order"):
            CouncilMember.objects.create(
                council=made, person=member.person, seat=member.seat, since=START, order=member.order
            )
        at.kit.idea_session = councils.plan_session(
            made, held_on=today(), subject=f"Chấm {at.word}", by=at.officer
        )


def idea(at: Place, number: int, by, author, state: str = "") -> Initiative:
    """Its name, texts and file carry the unit's word."""
    made = registering.create_initiative(
        unit=at.unit, name=f"Sáng kiến {number} {at.word}", field=at.word, by=by, author=author
    )
    made.content = made.benefits = f"Nội dung {at.word}"
    made.state = state or made.state
    made.save()
    return made


def with_file(made: Initiative, at: Place, by) -> InitiativeFile:
    stored = store_upload(small_pdf(f"minh-chung-{at.word}"), by=by)
    return InitiativeFile.objects.create(initiative=made, file=stored, added_by=by, added_at=database_now())


def add_ideas(at: Place, found: dict[str, Place]) -> None:
    """`idea_draft` is the staff member's, `idea` is on the agenda of `idea_session`."""
    kit, relation = at.kit, next(name for name, place in found.items() if place is at)
    office = found[OFFICE.get(relation, "parent")]
    kit.idea_draft = idea(at, 1, at.staff, at.staff.person)
    kit.idea_draft_file = with_file(kit.idea_draft, at, at.staff)
    kit.idea = idea(at, 2, at.clerk, at.people[0], InitiativeState.RECEIVED)
    kit.idea_file = with_file(kit.idea, at, at.clerk)
    kit.idea_session = office.kit.idea_session
    sessions.add(kit.idea_session, [kit.idea.pk], by=office.office_head)
    kit.score_member = kit.idea_session.council.members.order_by("order").last()
    kit.idea_done = idea(at, 3, at.clerk, at.people[0], InitiativeState.COUNCIL_APPROVED)
    Initiative.objects.filter(pk=kit.idea_done.pk).update(points=80)


def add_decisions(office: Place, found: dict[str, Place]) -> None:
    """`idea_issued` recognised what its units have; `idea_approved` and `idea_decision` wait."""
    signer = office.signer.person
    prepare = {"signer": signer, "by": office.office_head}
    issued = papers.approve_document(decisions.prepare_recognition(office.unit, **prepare), by=office.signer)
    made = {"idea_issued": decisions.issue_recognition(issued, by=office.records)}
    for number, name in enumerate(("idea_approved", "idea_decision"), 4):
        one = idea(office, number, office.clerk, office.people[0], InitiativeState.COUNCIL_APPROVED)
        Initiative.objects.filter(pk=one.pk).update(points=70)
        made[name] = decisions.prepare_recognition(office.unit, **prepare)
    made["idea_approved"] = papers.approve_document(made["idea_approved"], by=office.signer)
    for relation, at in found.items():
        if found[OFFICE.get(relation, "parent")] is office:
            vars(at.kit).update(made)
