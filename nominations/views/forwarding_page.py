"""What the page of a tờ trình to the level above shows: who may be named, the letter, what came of it."""

import datetime as dt
from dataclasses import dataclass

from campaigns.enums import DeadlineKind
from documents.enums import DocumentState
from nominations.enums import FINAL, PASSED_ON, StageState, SubmissionState
from nominations.facts.words import submission_story
from nominations.models import DossierStage, Submission
from nominations.permissions import APPRAISERS
from nominations.services.forwarding import waiting_groups
from nominations.services.letters import head_of, list_in_letter, too_late_above
from thiduakt.clock import database_now
from units.enums import Role
from units.models import Person, Unit

from .results_decisions import signers

# What the level below is told of the level above; the rest is “đang xét”.
TOLD = (
    *FINAL,
    *PASSED_ON,
    StageState.AWAITED,
    StageState.ARRIVED,
    StageState.CHANGES_REQUESTED,
)


@dataclass(frozen=True)
class Line:
    """A dossier of the list, where it stands at the level above, and the paper that answered."""

    stage: DossierStage
    state: str
    label: str


def forwarding_page(submission: Submission, user, on: dt.date) -> dict:
    """The context of the page."""
    sent = submission.state == SubmissionState.SENT
    lines = lines_of(submission) if sent else []
    return {
        "submission": submission,
        "sent": sent,
        "late": "" if sent else too_late_above(submission, DeadlineKind.DOSSIER, database_now()),
        "groups": [] if sent else waiting_groups(submission),
        "signers": [] if sent else head_first(submission.unit, on),
        "named": set(list_in_letter(submission) or []),
        "lines": lines,
        "story": submission_story(submission),
        **offers(submission, lines, user.roles_at(submission.unit_id, on)),
    }


def head_first(unit: Unit, on: dt.date) -> list[Person]:
    """Who may sign the letter; the head is offered before deputies."""
    head = head_of(unit, on)
    return sorted(signers(unit, on), key=lambda person: (person != head, person.pk))


def offers(submission: Submission, lines: list[Line], held: set[str]) -> dict[str, bool]:
    """What a reader with these roles at the sending level may do next."""
    draft, paper = submission.state == SubmissionState.DRAFT, submission.paper
    office = bool(held & APPRAISERS)
    approved = bool(paper) and paper.state == DocumentState.APPROVED
    return {
        "drafts": office and draft,
        "numbers": Role.RECORDS in held and draft and approved,
        "answers": office and any(line.state == StageState.AWAITED for line in lines),
    }


def lines_of(submission: Submission) -> list[Line]:
    """As it stands now: at the level that received the list, or higher still."""
    stages = DossierStage.objects.filter(submission=submission, level=submission.level + 1)
    related = ("dossier__person", "dossier__collective", "dossier__unit", "dossier__award_type", "decision")
    return [line_of(stage) for stage in stages.select_related(*related).order_by("dossier__group", "dossier")]


def line_of(stage: DossierStage) -> Line:
    """The level below is told where it stands, not what is being said of it above."""
    state = StageState(stage.state)
    if state in TOLD:
        return Line(stage, state, state.label)
    return Line(stage, "reviewing", "Cấp trên đang xét")
