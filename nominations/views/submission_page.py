"""Everything that the page of one tờ trình shows: who goes, who stays and why, and the next step."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from campaigns.enums import Paper, Per
from campaigns.facts import places_held
from campaigns.facts.inheritance import part_requirements
from campaigns.facts.rules import quota_lines
from councils.models import Council
from documents.enums import DocumentState
from nominations.enums import StageState, SubmissionState
from nominations.facts import own_papers
from nominations.facts.together import together
from nominations.facts.words import detail_of_state, submission_story
from nominations.models import Dossier, DossierStage, Submission
from nominations.printing.wording import detail_of, name_of
from nominations.services.guards import PRESENT, other_paper
from nominations.services.submissions import plan_sending
from thiduakt.vietnamese.text import first_upper
from units.enums import UNIT_ROLES
from units.models.dated import in_force

from .dossier_page import deadlines
from .submission_todo import checklist, wanted_papers

GOES = ("is-ok", "Đủ, sẽ gửi", "check")
STAYS = ("is-warn", "Chưa gửi được", "alert")
OUT = ("is-bad", "Không đưa vào", "x")
SENT = ("is-info", "Đã gửi", "send")
OUTCOME_WORDS = (
    ("met", "is-ok", "check", "đạt"),
    ("confirm", "is-warn", "ask", "cần xác nhận"),
    ("unmet", "is-bad", "x", "không đạt"),
    ("unknown", "is-mute", "dash", "chưa có dữ liệu"),
)


@dataclass(frozen=True)
class Line:
    """One nominee of the list; `counts` are (class, words, icon) of its verdicts."""

    dossier: Dossier
    name: str
    detail: str
    done: int
    total: int
    counts: list[tuple[str, str, str]]
    reasons: list[str]
    look: tuple[str, str, str]


@dataclass(frozen=True)
class UnitPaper:
    """A paper of the whole list; `what` names it for an upload, empty for one the system does not know."""

    name: str
    what: str
    there: bool
    clause: object
    file: object = None


@dataclass(frozen=True)
class Next:
    """The red button: `kind` says which (see the template), `why` what is missing before sending."""

    kind: str
    why: list[str] = field(default_factory=list)


def submission_page(submission: Submission, user, on: dt.date) -> dict:
    """The context of the page."""
    sent = submission.state == SubmissionState.SENT
    has_council = councils_of(submission, on).exists()
    context = sent_lines(submission, on) if sent else draft_lines(submission, user, on, has_council)
    return context | {
        "submission": submission,
        "sent": sent,
        "papers": unit_papers(submission),
        "counted": Counter(line.dossier.group for line in context["lines"]),
        "deadlines": deadlines(submission.campaign, on),
        "quotas": quota_lines(submission.campaign, places_held(submission.campaign, user.unit_ids(on))),
        "acts": bool(user.roles_at(submission.unit_id, on) & set(UNIT_ROLES)),
        "has_council": has_council,
        "story": submission_story(submission),
    }


def councils_of(submission: Submission, on: dt.date):
    """The unit's own councils on a day."""
    in_office = in_force(on, start="valid_from", end="valid_to")
    return Council.objects.filter(in_office, unit=submission.unit_id)


def unit_papers(submission: Submission) -> list[UnitPaper]:
    wanted = part_requirements(submission.campaign).filter(per=Per.SUBMISSION)
    return [unit_paper(row, submission) for row in wanted.select_related("clause__campaign")]


def unit_paper(row, submission: Submission) -> UnitPaper:
    what = {Paper.SUBMISSION: "letter", Paper.MINUTES: "minutes"}.get(row.paper, "")
    there = PRESENT.get(row.paper, other_paper)(submission)
    file = getattr(submission, f"{what}_file") if what else None
    return UnitPaper(row.name.rstrip(".;"), what, there, row.clause, file)


def draft_lines(submission: Submission, user, on: dt.date, has_council: bool) -> dict:
    """Who goes and who stays, in the one order that the list keeps once it is sent."""
    plan = plan_sending(submission, by=user)
    going = [line_of(dossier, [], GOES, on) for dossier in plan.going]
    staying = [staying_line(dossier, reasons, on) for dossier, reasons in plan.staying]
    return {
        "lines": sorted(going + staying, key=lambda line: (line.dossier.group, line.dossier.pk)),
        "going": going,
        "staying": staying,
        "missing": plan.missing,
        "next": next_step(submission, plan),
        "todo": checklist(submission, plan, has_council=has_council),
    }


def staying_line(dossier: Dossier, reasons: list[str], on: dt.date) -> Line:
    """Proposed but held back by a rule, or not decided yet."""
    state = dossier.stage.state
    if state == StageState.UNIT_PROPOSED:
        return line_of(dossier, reasons, OUT, on)
    return line_of(dossier, [f"{first_upper(detail_of_state(state))}."], STAYS, on)


def sent_lines(submission: Submission, on: dt.date) -> dict:
    stages = DossierStage.objects.filter(submission=submission, level=0).select_related(
        "dossier__person", "dossier__collective", "dossier__unit", "dossier__award_type", "dossier__campaign"
    )
    sent = together([stage.dossier for stage in stages.order_by("dossier__group", "dossier")])
    lines = [line_of(dossier, [], SENT, on) for dossier in sent]
    return {"lines": lines, "going": lines, "staying": [], "missing": [], "next": None}


def line_of(dossier: Dossier, reasons: list[str], look: tuple[str, str, str], on: dt.date) -> Line:
    papers = own_papers(dossier)
    done = sum(paper.done for paper in papers)
    detail = detail_of(dossier, on) or dossier.get_group_display()
    return Line(dossier, name_of(dossier), detail, done, len(papers), counts_of(dossier), reasons, look)


def counts_of(dossier: Dossier) -> list[tuple[str, str, str]]:
    """The verdicts as they stood when the dossier was handed in."""
    found = dossier.stage.outcomes
    return [(css, f"{found[key]} {word}", icon) for key, css, icon, word in OUTCOME_WORDS if found.get(key)]


def next_step(submission: Submission, plan) -> Next:
    """One thing at a time: somebody to send, the minutes, the letter, its approval, the sending."""
    if not plan.going:
        return Next("decide", plan.missing)
    wanted = wanted_papers(submission)
    if Paper.MINUTES in wanted and not PRESENT[Paper.MINUTES](submission):
        return Next("hold" if submission.session_id else "plan", plan.missing)
    if Paper.SUBMISSION in wanted and not PRESENT[Paper.SUBMISSION](submission):
        drafted = submission.paper_id and submission.paper.state == DocumentState.PREPARED
        return Next("approve" if drafted else "letter", plan.missing)
    return Next("send", plan.missing)
