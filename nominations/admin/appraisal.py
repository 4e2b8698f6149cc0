"""The page of one dossier at the office: papers left, criteria right, what happened below."""

import datetime as dt

from django.urls import NoReverseMatch, reverse

from campaigns.enums import Paper, Per, RegistrationMode
from councils.enums import SessionState
from nominations.enums import APPRAISED_IN, CheckState
from nominations.facts import criteria_of, verdicts
from nominations.facts.together import read_once
from nominations.facts.words import dossier_story
from nominations.flow import DOSSIER_FLOW
from nominations.models import Dossier, DossierPart, DossierStage, Submission
from nominations.permissions import APPRAISERS, is_own_case, reviews, roles_on
from nominations.printing.wording import conferred, detail_of, name_of
from nominations.services.assigning import why_not_assign
from nominations.services.guards import unregistered
from nominations.services.kept import changed_since
from nominations.services.standing import PLAN, standing
from thiduakt.workflow import Step
from units.facts import letterhead

OFFICE_STEPS = ("to_council",)
PAPER_CHOICES = (
    (CheckState.OK, "is-ok"),
    (CheckState.MISSING, "is-warn"),
    (CheckState.WRONG, "is-bad"),
)
MARK_CHOICES = (
    ("met", "Đạt", "J", "is-ok"),
    ("confirm", "Chưa rõ", "K", "is-warn"),
    ("unmet", "Không đạt", "L", "is-bad"),
)


def office_steps(stage: DossierStage, by, on: dt.date) -> list[Step]:
    """The office's own steps of a level; none in one's own case."""
    dossier = stage.dossier
    if is_own_case(dossier, by, on):
        return []
    held = roles_on(dossier, by, on, stage=stage)
    offered = DOSSIER_FLOW.available(stage.state, held & APPRAISERS)
    return [step for step in offered if step.direct or step.action in OFFICE_STEPS]


def may_appraise(stage: DossierStage, by, on: dt.date) -> bool:
    held = roles_on(stage.dossier, by, on, stage=stage)
    return stage.state in APPRAISED_IN and bool(held & APPRAISERS) and not is_own_case(stage.dossier, by, on)


def sealed_parts(dossier: Dossier) -> list[DossierPart]:
    """The newest version handed in of each paper: what the unit writes meanwhile is not shown yet."""
    rows = dossier.parts.filter(sealed_at__isnull=False, requirement__per=Per.NOMINEE)
    newest = {
        part.requirement_id: part for part in rows.select_related("requirement", "file").order_by("version")
    }
    return sorted(newest.values(), key=lambda part: part.requirement.order)


def page_context(stage: DossierStage, by, on: dt.date) -> dict:
    """Everything the template shows."""
    dossier = read_once(stage.dossier)
    rows, entries = judged(stage), standing(dossier)
    return {
        "title": f"{name_of(dossier)}, {dossier.get_group_display().lower()}, {dossier.award_type}",
        "stage": stage,
        "dossier": dossier,
        "detail": detail_of(dossier, on),
        "proposed": conferred(dossier.campaign, dossier),
        "head_lines": letterhead(dossier.unit, on),
        "papers": papers_of(dossier),
        "unit_papers": unit_papers(stage),
        "criteria": rows,
        "marked": sum(bool(row["outcome"]) for row in rows),
        "choices": MARK_CHOICES,
        "paper_choices": [(state.value, state.label, css) for state, css in PAPER_CHOICES],
        "entries": [entry for entry in entries if entry.kind != PLAN],
        "since": changed_since(dossier, entries),
        "reminder": reminder(dossier),
        "own_case": is_own_case(dossier, by, on),
        "may_write": may_appraise(stage, by, on),
        "may_print": reviews(dossier.stage, by, on),
        "may_assign": not why_not_assign(stage, by, on),
        "steps": office_steps(stage, by, on),
        "story": dossier_story(dossier, stage.level, office=stage.level),
    }


def reminder(dossier: Dossier) -> str | None:
    """A plan that asks for a registration without making it a condition reminds of it."""
    warns = dossier.campaign.registration_mode == RegistrationMode.WARN
    return unregistered(dossier) if warns else None


def judged(stage: DossierStage) -> list[dict]:
    """One criterion: what the system finds now, and the office's word."""
    kept = {row.criterion_id: row for row in stage.assessments.select_related("appraised_by")}
    return [
        {
            "verdict": verdict,
            "pk": verdict.criterion.pk,
            "outcome": kept[verdict.criterion.pk].outcome if verdict.criterion.pk in kept else "",
            "mark": kept.get(verdict.criterion.pk),
        }
        for verdict in verdicts(stage.dossier)
    ]


def papers_of(dossier: Dossier) -> list[dict]:
    criteria = criteria_of(dossier)
    return [
        {
            "part": part,
            "name": part_name(part),
            "sections": [
                (number, row, part.text_for(row.pk))
                for number, row in enumerate(criteria, 1)
                if part.text_for(row.pk) and not part.file_id
            ],
            "text": "" if part.file_id else part.content.get("text", ""),
            "inline": bool(part.file_id) and part.file.content_type == "application/pdf",
        }
        for part in sealed_parts(dossier)
    ]


def part_name(part: DossierPart) -> str:
    """The short word for a paper the system knows; the plan's own words for any other."""
    known = part.requirement.paper in (Paper.REPORT, Paper.SUMMARY)
    return part.requirement.get_paper_display() if known else part.requirement.name


def unit_papers(stage: DossierStage) -> list[dict]:
    """{"name", "url" or "file"} of the letter and the minutes that came with the list."""
    submission = stage.submission
    if submission is None:
        return []
    return [
        {
            "name": "Tờ trình",
            "file": submission.letter_file,
            "url": link("documents:detail", submission.paper_id),
        },
        {
            "name": "Biên bản họp",
            "file": submission.minutes_file,
            "url": minutes_url(submission),
        },
    ]


def minutes_url(submission: Submission) -> str:
    """The minutes as they went along; "" while the session is not closed, or where there was none."""
    session = submission.session
    closed = session and session.state == SessionState.CLOSED
    return link("nominations:submission-minutes", submission.pk) if closed else ""


def link(name: str, pk: int | None) -> str:
    try:
        return reverse(name, args=[pk]) if pk else ""
    except NoReverseMatch:
        return ""


def file_of(stage: DossierStage, pk: int):
    """A file that belongs to this dossier or to the list it came with; None for any other."""
    files = [part.file for part in stage.dossier.parts.filter(file__isnull=False).select_related("file")]
    if stage.submission:
        files += [stage.submission.letter_file, stage.submission.minutes_file]
    return next((file for file in files if file and file.pk == pk), None)
