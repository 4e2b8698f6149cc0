"""Dossiers brought to where a test begins, each step by the account that does it."""

from campaigns.models import PartRequirement
from councils import services as councils
from councils.models import CouncilSession
from documents.services import papers
from nominations.facts import criteria_of, own_papers
from nominations.models import Dossier
from nominations.services import agenda, appraisal, decisions, parts, steps, submissions
from nominations.services.dossiers import create_dossier
from thiduakt.clock import today
from units.models import Person, Unit, User

from .ground import World, person
from .kept import step


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
            write_report(dossier, paper.requirement, by)
        else:
            parts.save_text(dossier, paper.requirement, "Tóm tắt thành tích.", by=by)


def write_report(dossier: Dossier, requirement: PartRequirement, by: User) -> None:
    """The first section by its service; the others stand beside it at once, as each call would put them."""
    words, (first, *others) = "Đã hoàn thành tốt nhiệm vụ.", criteria_of(dossier)
    part = parts.save_section(dossier, requirement, first, words, by=by)
    part.content["sections"] |= {str(row.pk): words for row in others}
    part.save(update_fields=["content"])


@step
def submitted(world: World, who: Person | Unit | None = None) -> Dossier:
    dossier = draft(world, who)
    write_papers(dossier, world.clerk)
    return steps.move_dossier(dossier, "submit", by=world.clerk)


@step
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
    councils.write_session(session, by=by, presences={})
    voters = councils.voters_of(session)
    for item in session.items.all():
        councils.write_votes(item, yes=voters[item.pk] - against, no=against, blank=0, by=by)


def ready_submission(world: World, dossiers: list[Dossier]):
    """A list whose letter is approved and whose minutes are there."""
    submission = submissions.draft_submission(world.campaign, world.economy, by=world.clerk)
    submissions.set_session(submission, unit_session(world, dossiers), by=world.clerk)
    submission = submissions.prepare_letter(submission, by=world.clerk)
    papers.approve_document(submission.paper, by=world.head)
    return submission


@step
def arrived(world: World, *people: Person | Unit) -> list[Dossier]:
    """Dossiers sent up with one tờ trình, waiting to be received."""
    dossiers = [proposed_by_unit(world, who) for who in people or (world.staff.person,)]
    submissions.send_submission(ready_submission(world, dossiers), by=world.clerk)
    return dossiers


@step
def eligible(world: World, *people: Person | Unit) -> list[Dossier]:
    dossiers = arrived(world, *people)
    for dossier in dossiers:
        steps.move_dossier(dossier, "receive", by=world.officer)
        marks = {row.pk: ("met", "") for row in criteria_of(dossier)}
        appraisal.appraise(dossier, marks, by=world.officer)
        steps.move_dossier(dossier, "mark_eligible", by=world.officer)
    return dossiers


@step
def council_approved(world: World, *people: Person | Unit) -> list[Dossier]:
    dossiers = eligible(world, *people)
    session = councils.plan_session(
        world.council, held_on=today(), subject="xét khen thưởng", by=world.officer
    )
    agenda.put_on_agenda([dossier.pk for dossier in dossiers], session, by=world.officer)
    vote(session, by=world.office_head)
    agenda.close_with_results(session, by=world.office_head)
    return dossiers


@step
def approved_decision(world: World, *people: Person | Unit):
    """A decision that waits for its number."""
    dossiers = council_approved(world, *people)
    steps.move_many([dossier.pk for dossier in dossiers], "propose", by=world.office_head)
    document = decisions.prepare_decision(
        world.campaign, unit=world.commune, signer=world.chairman, by=world.office_head
    )
    return papers.approve_document(document, by=world.signer)


@step
def awarded(world: World, *people: Person | Unit):
    """The issued decision."""
    return decisions.issue_decision(approved_decision(world, *people), by=world.records)
