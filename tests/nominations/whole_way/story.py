"""The ways of a campaign's dossiers, level by level, each step by the account that does it."""

import datetime as dt

from councils import services as councils
from councils.models import CouncilSession
from documents.models import IssuedDocument
from documents.services import papers
from nominations.facts import criteria_of, own_papers
from nominations.models import Dossier, Registration, Submission
from nominations.services import (
    agenda,
    appraisal,
    decisions,
    parts,
    place_requests,
    registration_answers,
    registration_lists,
    registrations,
    revoking,
    steps,
    submissions,
)
from tests import world as w
from thiduakt.clock import today

ANSWER = {
    "kind": "CV",
    "reference": "88/UBND-TH",
    "title": "Về số lượng khen thưởng",
    "signer_name": "",
    "upload": None,
}
WHY = {"reason": "false", "note": "Kết luận số 12/KL-TTr: số liệu báo cáo không đúng."}


def register(world: w.World, award, who) -> Registration:
    nominee = {"person": who} if hasattr(who, "full_name") else {"collective": who}
    return registrations.create_registration(
        world.campaign, award_type=award, unit=world.economy, by=world.clerk, **nominee
    )


def registered(world: w.World, named: dict) -> Submission:
    """Everybody by award in one list of the unit, approved by its head, sent, received."""
    rows = [register(world, award, who) for award, people in named.items() for who in people]
    made = registration_lists.draft_list(world.campaign, world.economy, by=world.clerk)
    made = registration_lists.prepare_list(made, [row.pk for row in rows], by=world.clerk)
    papers.approve_document(made.paper, by=world.head)
    made = registration_lists.send_list(made, by=world.clerk)
    registration_answers.answer_list(made, "receive", by=world.officer)
    return made


def registered_above(world: w.World, above: w.Province, *, places: int = 0) -> Submission:
    """What goes on to the level above, with so many places of each pool asked of it and granted by it."""
    here = world.commune
    made = registration_lists.draft_list_above(world.campaign, here, by=world.officer)
    waiting = [row.pk for row in registration_lists.may_name(made, today())]
    asked = {pool.pk: places for pool in world.campaign.quota_set.all()} if places else {}
    made = registration_lists.prepare_list(
        made, waiting, signer=world.chairman, asked=asked, by=world.officer
    )
    papers.approve_document(made.paper, by=world.signer)
    made = registration_lists.send_list(made, by=world.records)
    registration_answers.answer_list(made, "receive", by=above.officer)
    granted = dict.fromkeys(made.requests.values_list("pk", flat=True), places)
    if granted:
        place_requests.answer_requests(made, granted, by=world.officer, issued_on=today(), **ANSWER)
    return made


def nominate(world: w.World, award, *people) -> list[Dossier]:
    """Written, handed in and proposed by the unit."""
    world.award = award
    return [w.proposed_by_unit(world, who) for who in people]


def send(world: w.World, dossiers: list[Dossier]) -> None:
    """With the unit's own vote, its minutes and its letter."""
    submissions.send_submission(w.ready_submission(world, dossiers), by=world.clerk)


def supplement(dossier: Dossier, level: w.Province, answers) -> None:
    """Asked for and answered: what was handed in stays, a second version comes."""
    due = today() + dt.timedelta(days=5)
    steps.move_dossier(dossier, "request_changes", by=level.officer, note="Ghi rõ số liệu.", due_on=due)
    for paper in own_papers(dossier)[:1]:
        for row in criteria_of(dossier):
            parts.save_section(dossier, paper.requirement, row, "Đạt 98 %.", by=answers)
    steps.move_dossier(dossier, "resubmit", by=answers)


def hold(dossier: Dossier, level: w.Province) -> None:
    steps.move_dossier(dossier, "hold", by=level.officer, note="Có đơn phản ánh.")
    steps.move_dossier(dossier, "resume", by=level.officer, note="Đơn không có cơ sở.")


def appraise(level: w.Province, dossiers: list[Dossier]) -> None:
    keys = [dossier.pk for dossier in dossiers]
    steps.move_many(keys, "receive", by=level.officer)
    for dossier in dossiers:
        marks = {row.pk: ("met", "") for row in criteria_of(dossier)}
        appraisal.appraise(dossier, marks, by=level.officer)
    assert steps.move_many(keys, "mark_eligible", by=level.officer).skipped == []


def vote(level: w.Province, votes: dict[Dossier, int], *, first: Dossier | None = None) -> CouncilSession:
    """A session with these votes for each; of equal ones the chair puts `first` before the others."""
    session = councils.plan_session(level.council, held_on=today(), subject="xét", by=level.officer)
    agenda.put_on_agenda([dossier.pk for dossier in votes], session, by=level.officer)
    councils.write_session(session, by=level.head, presences={})
    voters, items = councils.voters_of(session), {}
    counts = {}
    for dossier, yes in votes.items():
        item = items[dossier] = dossier.stage.item
        counts[item.pk] = {"yes": yes, "no": voters[item.pk] - yes, "blank": 0}
    councils.write_vote_counts(session, counts, by=level.head)
    if first:
        equal = [one for one in votes if votes[one] == votes[first] and one != first]
        ranks = {items[one].pk: place for place, one in enumerate([first, *equal], 1)}
        councils.order_ties(session, ranks, by=level.head, note="Thành tích nổi bật hơn.")
    return agenda.close_with_results(session, by=level.head)


def decide(campaign, level: w.Province, *, note: str = "") -> IssuedDocument:
    draft = decisions.prepare_decision(
        campaign, unit=level.unit, signer=level.chairman, by=level.head, note=note
    )
    return decisions.issue_decision(papers.approve_document(draft, by=level.signer), by=level.records)


def take_back(decision: IssuedDocument, dossier: Dossier, level: w.Province) -> IssuedDocument:
    keys = decision.awards.filter(dossier=dossier).values_list("pk", flat=True)
    draft = revoking.prepare_revocation(decision, keys, signer=level.chairman, by=level.head, **WHY)
    return revoking.issue_revocation(papers.approve_document(draft, by=level.signer), by=level.records)
