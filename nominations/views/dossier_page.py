"""Everything that the page of one dossier shows."""

import datetime as dt

from campaigns.dates import last_day
from campaigns.enums import DeadlineKind, Paper
from campaigns.facts import places_held
from campaigns.facts.rules import quota_lines
from campaigns.models import Campaign
from councils.models import Council
from nominations.enums import StageState as S
from nominations.enums import SubmissionState
from nominations.facts import PaperStatus, own_papers, verdicts
from nominations.facts.levels import seen_up_to
from nominations.facts.supplements import points_of
from nominations.facts.together import PAPERS, read_once
from nominations.facts.words import detail_of_stage, dossier_story, unit_word
from nominations.flow import DOSSIER_FLOW
from nominations.models import Dossier, Submission, SupplementPoint
from nominations.permissions import reviews
from nominations.services import standing as lines
from nominations.services.appraisers import why_not_name
from nominations.services.entries import Entry
from nominations.services.kept import changed_since
from nominations.services.parts import may_write
from nominations.services.steps import available_steps, check_step
from thiduakt.errors import without
from thiduakt.templatetags.doors import may_open
from thiduakt.vietnamese.days import working_days_between
from units.enums import KEEPING_ROLES, UNIT_ROLES
from units.models.dated import in_force

from .dossier_todo import Item, point_url, task_groups
from .submission_todo import not_met_yet

# What the unit does here; the receiving level works in the back office.
UNIT_ACTIONS = (
    "submit",
    "resubmit",
    "unit_propose",
    "unit_return",
    "unit_decline",
    "unit_reopen",
    "withdraw",
)
FORWARD = ("submit", "resubmit", "unit_propose")
HEADINGS = {
    "submit": "Nộp hồ sơ cho đơn vị",
    "resubmit": "Gửi bổ sung",
    "unit_propose": "Đơn vị quyết định",
}


def dossier_page(dossier: Dossier, user, on: dt.date) -> dict:
    """The context of the dossier's page."""
    campaign, submission = read_once(dossier, PAPERS).campaign, submission_of(dossier)
    own, entries = own_papers(dossier), lines.standing(dossier)
    points = points_of(dossier.stage) if dossier.stage.state == S.CHANGES_REQUESTED else []
    groups = task_groups(dossier, own, entries, submission, points, may_see=may_open(submission, user, on))
    return session_hint(dossier, submission, on) | {
        "submission": submission,
        "groups": groups,
        **of_papers(dossier, own, points),
        "quotas": quota_lines(campaign, places_held(campaign, user.unit_ids(on))),
        "deadlines": deadlines(campaign, on),
        **rights(dossier, user, on),
        **standing(dossier, entries, seen_up_to(dossier, user, on)),
        **next_step(dossier, user, on, [item for _, rows in groups for item in rows]),
    }


def of_papers(dossier: Dossier, own: list[PaperStatus], points: list[SupplementPoint]) -> dict:
    """The nominee's own papers, and each point of an open request with the place where it is answered."""
    return {
        "papers": own,
        "writes_report": any(paper.requirement.paper == Paper.REPORT for paper in own),
        "points": [(point, point_url(point, dossier, own)) for point in points],
    }


def rights(dossier: Dossier, user, on: dt.date) -> dict:
    """Whether the reader writes its papers, and whether he acts for its unit."""
    acts = bool(user.roles_at(dossier.unit_id, on) & set(UNIT_ROLES))
    office = bool(user.acting_unit_ids(on, KEEPING_ROLES))
    enters = {"enters": acts or office, "enters_all": office}
    return {"may_write": may_write(dossier, user, on), "acts": acts} | enters


def session_hint(dossier: Dossier, submission: Submission | None, on: dt.date) -> dict:
    """What the head should know before deciding: the unit's session is not on record yet."""
    if dossier.stage.state != S.SUBMITTED:
        return {}
    councils = Council.objects.filter(in_force(on, start="valid_from", end="valid_to"), unit=dossier.unit_id)
    said, url = not_met_yet(submission, dossier.campaign, has_council=councils.exists())
    return {"not_met": said, "not_met_url": url}


def progress(items: list[Item]) -> dict:
    return {"done": sum(item.done for item in items), "total": len(items)}


def standing(dossier: Dossier, entries: list[Entry], up_to: int | None) -> dict:
    """Where the dossier is, in the unit's words; what the rules say of it; its trail, `up_to` a level."""
    stage = dossier.stage
    return {
        "dossier": dossier,
        "stage": stage,
        "word": unit_word(stage.state),
        "detail": detail_of_stage(stage),
        "verdicts": verdicts(dossier),
        "entries": [entry for entry in entries if entry.kind != lines.PLAN],
        "since": changed_since(dossier, entries),
        "story": dossier_story(dossier, up_to),
    }


def submission_of(dossier: Dossier) -> Submission | None:
    """The list it went with, else the unit's open list of the campaign."""
    lists = Submission.objects.filter(level=0).select_related("paper", "session")
    if sent := lists.filter(stages__dossier=dossier).first():
        return sent
    open_lists = lists.of_dossiers().filter(campaign=dossier.campaign_id, unit=dossier.unit_id)
    return open_lists.filter(state=SubmissionState.DRAFT).first()


def deadlines(campaign: Campaign, on: dt.date) -> list[dict]:
    """When dossiers must be sent: the words of the plan, the last day, what is left of it."""
    rows = campaign.deadline_set.filter(what=DeadlineKind.DOSSIER).select_related(
        "clause__campaign", "campaign"
    )
    return [deadline_row(row, last_day(row.limit()), on) for row in rows]


def deadline_row(row, last: dt.date | None, on: dt.date) -> dict:
    left = (last - on).days if last else None
    words = "" if left is None else left_words(left, on, last)
    return {"row": row, "last": last, "left": words, "late": left is not None and left < 0}


def left_words(left: int, on: dt.date, last: dt.date) -> str:
    if left < 0:
        return f"Quá hạn {-left} ngày"
    return f"Còn {left} ngày, {working_days_between(on, last)} ngày làm việc" if left else "Hạn hôm nay"


def next_step(dossier: Dossier, user, on: dt.date, items: list[Item]) -> dict:
    """The side panel: what comes next for this reader, what keeps it, the other steps."""
    offered = [s for s in available_steps(dossier, user, on=on) if s.action in UNIT_ACTIONS]
    forward = next((step for step in offered if step.action in FORWARD), None)
    reasons = check_step(dossier, forward.action, by=user) if forward else []
    todo = [item for item in items if item.own and not item.done] if reasons else []
    others = without(reasons, "own_papers_complete") if todo else reasons
    return {
        "forward": forward,
        "side_title": HEADINGS.get(forward.action) if forward else "Hồ sơ đang ở đâu",
        "todo": todo,
        "reasons": others,
        "other_steps": [step for step in offered if step is not forward],
        **progress(items),
        **office_doors(dossier, user, on),
    }


def office_doors(dossier: Dossier, user, on: dt.date) -> dict:
    """What this reader does at the level where the dossier stands: appraise it, name who does."""
    return {
        "reviews": reviews(dossier.stage, user, on),
        "may_name": bool(user.person_id) and not why_not_name(dossier, user, on),
    }


def step_named(state: str, action: str):
    """The row of the flow for one of the unit's acts; None for any other."""
    if action not in UNIT_ACTIONS:
        return None
    return DOSSIER_FLOW.find(state, action) or DOSSIER_FLOW.named(action)[0]
