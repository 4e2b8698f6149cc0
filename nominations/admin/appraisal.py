"""The page of one dossier at the office: papers left, criteria right, what happened below."""

import datetime as dt

from django.urls import NoReverseMatch, reverse

from campaigns.enums import Per, RegistrationMode
from councils.enums import SessionState
from nominations.enums import APPRAISED_IN, PLAN, CheckState
from nominations.facts import criteria_of, verdicts
from nominations.facts.supplements import paper_name
from nominations.facts.together import read_once
from nominations.facts.words import dossier_story
from nominations.flow import DOSSIER_FLOW
from nominations.models import Dossier, DossierPart, DossierStage, Lease, OfficeComment, Submission
from nominations.permissions import APPRAISERS, is_own_case, reviews, roles_on
from nominations.printing.wording import conferred, detail_of, name_of
from nominations.services.assigning import why_not_assign
from nominations.services.comments import works_at
from nominations.services.guards import unregistered
from nominations.services.kept import changed_since
from nominations.services.leases import half_gone, held_by_other, hold_lease, leases_of, local
from nominations.services.standing import standing
from thiduakt.clock import database_now
from thiduakt.errors import Refused
from thiduakt.workflow import Step
from units.facts import letterhead

from .marks import NOTE, OUTCOME, PAPER, PAPER_NOTE, Overlay

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


def office_steps(stage: DossierStage, by, on: dt.date, own: bool | None = None) -> list[Step]:
    """The office's own steps of a level; none in one's own case, which is asked unless it is known."""
    dossier = stage.dossier
    if is_own_case(dossier, by, on) if own is None else own:
        return []
    held = roles_on(dossier, by, on, stage=stage)
    offered = DOSSIER_FLOW.available(stage.state, held & APPRAISERS)
    return [step for step in offered if step.direct or step.action in OFFICE_STEPS]


def may_appraise(stage: DossierStage, by, on: dt.date, own: bool | None = None) -> bool:
    if stage.state not in APPRAISED_IN or not roles_on(stage.dossier, by, on, stage=stage) & APPRAISERS:
        return False
    return not (is_own_case(stage.dossier, by, on) if own is None else own)


def sealed_parts(dossier: Dossier) -> list[DossierPart]:
    """The newest version handed in of each paper: what the unit writes meanwhile is not shown yet."""
    return [newest for newest, *_ in handed_in(dossier)]


def handed_in(dossier: Dossier) -> list[list[DossierPart]]:
    """Of each paper all versions that were handed in, the newest first."""
    rows = dossier.parts.filter(sealed_at__isnull=False, requirement__per=Per.NOMINEE)
    versions: dict[int, list[DossierPart]] = {}
    for part in rows.select_related("requirement__clause__campaign", "file").order_by("-version"):
        versions.setdefault(part.requirement_id, []).append(part)
    return sorted(versions.values(), key=lambda found: found[0].requirement.order)


def page_context(stage: DossierStage, by, on: dt.date, typed: Overlay | None = None) -> dict:
    """Everything the template shows; `typed` stands in the place of what is kept."""
    typed = typed or Overlay({})
    dossier = read_once(stage.dossier)
    own = is_own_case(dossier, by, on)
    rows, entries = judged(stage, typed), standing(dossier)
    return {
        "title": f"{name_of(dossier)}, {dossier.get_group_display().lower()}, {dossier.award_type}",
        "stage": stage,
        "dossier": dossier,
        "detail": detail_of(dossier, on),
        "proposed": conferred(dossier.campaign, dossier),
        "head_lines": letterhead(dossier.unit, on),
        "papers": papers_of(dossier, typed),
        "unit_papers": unit_papers(stage),
        "criteria": rows,
        "marked": sum(bool(row["outcome"]) for row in rows),
        "choices": MARK_CHOICES,
        "paper_choices": [(state.value, state.label, css) for state, css in PAPER_CHOICES],
        "entries": [entry for entry in entries if entry.kind != PLAN],
        "since": changed_since(dossier, entries),
        "reminder": reminder(dossier),
        "own_case": own,
        "office_note": typed.get("office_note", stage.office_note),
        "comments": None if own else comments_of(stage, by, on),
        "may_write": may_appraise(stage, by, on, own),
        "may_print": reviews(dossier.stage, by, on),
        "may_assign": not why_not_assign(stage, by, on),
        "steps": office_steps(stage, by, on, own),
        "story": dossier_story(dossier, stage.level, office=stage.level),
    }


def reminder(dossier: Dossier) -> str | None:
    """A plan that asks for a registration without making it a condition reminds of it."""
    warns = dossier.campaign.registration_mode == RegistrationMode.WARN
    return unregistered(dossier) if warns else None


def comments_of(stage: DossierStage, by, on: dt.date) -> list[OfficeComment] | None:
    """What the office said inside, oldest first; None for a reader who is not to read it."""
    return list(stage.comments.select_related("by")) if works_at(stage, by, on) else None


def lease_context(stage: DossierStage, by, *, writer: bool, opened: bool) -> dict:
    """{"lease", "held_by"}: the words that one has it, or the sentence that somebody else has it.

    `opened`: the page is opened, which takes the lease where it is free.
    """
    lease, at = leases_of([stage]).get(stage.pk), database_now()
    if writer and opened and (lease is None or lease.holder_id != by.pk or half_gone(lease, at)):
        try:
            lease = hold_lease(stage.dossier, by=by)
        except Refused as refused:
            return {"lease": "", "held_by": str(refused), "may_take_over": True}
    other = held_by_other(lease, by, at)
    mine = held_until(lease) if writer and lease and not other else ""
    return {"lease": mine, "held_by": other, "may_take_over": bool(writer and other)}


def held_until(lease: Lease) -> str:
    return f"Anh/chị đang giữ đến {local(lease.until)}"


def judged(stage: DossierStage, typed: Overlay) -> list[dict]:
    """One criterion: what the system finds now, and the office's word."""
    kept = {row.criterion_id: row for row in stage.assessments.select_related("appraised_by")}
    return [
        {
            "verdict": verdict,
            "pk": verdict.criterion.pk,
            "mark": (mark := kept.get(verdict.criterion.pk)),
            "outcome": typed.get(f"{OUTCOME}{verdict.criterion.pk}", mark.outcome if mark else ""),
            "note": typed.get(f"{NOTE}{verdict.criterion.pk}", mark.note if mark else ""),
        }
        for verdict in verdicts(stage.dossier)
    ]


def papers_of(dossier: Dossier, typed: Overlay) -> list[dict]:
    criteria = criteria_of(dossier)
    return [
        {
            "part": part,
            "name": paper_name(part.requirement),
            "check_state": typed.get(f"{PAPER}{part.pk}", part.check_state),
            "check_note": typed.get(f"{PAPER_NOTE}{part.pk}", part.check_note),
            "inline": bool(part.file_id) and part.file.content_type == "application/pdf",
            "earlier": [{"part": before} | written(before, criteria) for before in earlier],
        }
        | written(part, criteria)
        for part, *earlier in handed_in(dossier)
    ]


def written(part: DossierPart, criteria: list) -> dict:
    """{"sections": (number, criterion, words), "text"}; both empty where a file stands for them."""
    sections = [(number, row, part.text_for(row.pk)) for number, row in enumerate(criteria, 1)]
    return {
        "sections": [] if part.file_id else [section for section in sections if section[2]],
        "text": "" if part.file_id else part.content.get("text", ""),
    }


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
