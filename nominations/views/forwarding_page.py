"""What the page of a tờ trình to the level above shows: who may be named, the letter, what came of it."""

import datetime as dt
from dataclasses import dataclass

from documents.enums import DocumentState
from nominations.enums import PASSED_ON, StageState, SubmissionState
from nominations.facts.words import submission_story
from nominations.models import DossierStage, Submission
from nominations.permissions import APPRAISERS
from nominations.services.forwarding import waiting_groups
from nominations.services.submissions import list_in_letter
from units.enums import Role

from .results_decisions import signers


@dataclass(frozen=True)
class Line:
    """A dossier of the list, where it stands at the level above, and the paper that answered."""

    stage: DossierStage
    state: str
    label: str


def forwarding_page(submission: Submission, user, on: dt.date) -> dict:
    """The context of the page."""
    sent = submission.state == SubmissionState.SENT
    held, paper = user.roles_at(submission.unit_id, on), submission.paper
    named = set(list_in_letter(submission) or [])
    lines = lines_of(submission) if sent else []
    return {
        "submission": submission,
        "sent": sent,
        "groups": [] if sent else waiting_groups(submission),
        "named": named,
        "lines": lines,
        "drafts": bool(held & APPRAISERS) and not sent,
        "numbers": Role.RECORDS in held
        and bool(paper)
        and paper.state == DocumentState.APPROVED
        and not sent,
        "answers": bool(held & APPRAISERS) and any(line.state == StageState.AWAITED for line in lines),
        "signers": signers(submission.unit, on) if not sent else [],
        "story": submission_story(submission),
    }


def lines_of(submission: Submission) -> list[Line]:
    """As it stands now: at the level that received the list, or higher still."""
    stages = DossierStage.objects.filter(submission=submission, level=submission.level + 1)
    related = ("dossier__person", "dossier__collective", "dossier__unit", "dossier__award_type", "decision")
    return [line_of(stage) for stage in stages.select_related(*related).order_by("dossier__group", "dossier")]


def line_of(stage: DossierStage) -> Line:
    """The level below is told where it stands, not what is being said of it above."""
    state = StageState(stage.state)
    shown = {
        StageState.AWARDED,
        StageState.UPPER_DECLINED,
        StageState.AWAITED,
        StageState.INELIGIBLE,
        StageState.COUNCIL_REJECTED,
        StageState.CHANGES_REQUESTED,
        StageState.WITHDRAWN,
        StageState.REVOKED,
        StageState.ARRIVED,
        *PASSED_ON,
    }
    if state in shown:
        return Line(stage, state, state.label)
    return Line(stage, "reviewing", "Cấp trên đang xét")
