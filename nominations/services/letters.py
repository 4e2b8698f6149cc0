"""What every list that is sent up shares: opened once, its letter kept, approved and numbered, its trail."""

import datetime as dt
from collections.abc import Iterable

from campaigns.dates import is_late
from campaigns.enums import DeadlineKind
from campaigns.facts import late_acceptance
from campaigns.facts.late import too_late
from campaigns.models import Campaign
from documents.enums import DocumentState, Kind
from documents.models import IssuedDocument
from documents.services import papers
from nominations.enums import Carries, SubmissionState
from nominations.facts.levels import plan_above
from nominations.models import Dossier, Registration, Submission, SubmissionEvent
from nominations.permissions import APPRAISERS
from thiduakt.clock import database_now, vietnam_day
from thiduakt.errors import Refused
from thiduakt.events.base import append
from units.enums import REVIEW_ROLES, UNIT_ROLES, Role
from units.facts import lent_signers, signature_lines
from units.models import Appointment, Person, Unit

OVER = {DeadlineKind.DOSSIER: "hết hạn gửi hồ sơ", DeadlineKind.REGISTRATION: "hết hạn đăng ký"}


def open_list(
    campaign: Campaign,
    unit: Unit,
    *,
    by,
    at: dt.datetime,
    to_unit: Unit,
    level: int = 0,
    carries=Carries.DOSSIERS,
) -> Submission:
    """The list that a unit has open; the one that is there, or a new one."""
    submission, made = Submission.objects.get_or_create(
        campaign=campaign,
        unit=unit,
        level=level,
        carries=carries,
        state=SubmissionState.DRAFT,
        defaults={"to_unit": to_unit, "created_by": by},
    )
    if made:
        log(submission, "draft", by=by, at=at)
    return submission


def writers_of(submission: Submission) -> tuple[str, ...]:
    """Who draws a list up: clerk and head of a nominating unit, the office of a level that forwards."""
    return tuple(APPRAISERS) if submission.level else UNIT_ROLES


def log(
    submission: Submission,
    action: str,
    *,
    by,
    at: dt.datetime,
    was: str = "",
    note: str = "",
    data: dict | None = None,
) -> None:
    """What its own unit did with it."""
    here = {"unit": submission.unit_id, "roles": REVIEW_ROLES if submission.level else UNIT_ROLES}
    append_event(submission, action, by=by, at=at, was=was, note=note, data=data, **here)


def append_event(
    submission: Submission,
    action: str,
    *,
    by,
    unit: int,
    roles: Iterable[str],
    at: dt.datetime,
    was: str,
    note: str,
    data: dict | None = None,
) -> None:
    """A row of its trail; `unit` is where whoever did it holds one of the roles."""
    append(
        SubmissionEvent,
        submission,
        action=action,
        by=by,
        membership=by.membership_for(unit, roles, vietnam_day(at)),
        at=at,
        from_state=was,
        to_state=submission.state,
        note=note,
        data=data or {},
    )


def locked_draft(submission: Submission, by, *, roles: Iterable[str] = ()) -> Submission:
    """The list, locked and still open, for someone who acts for its unit; `roles` instead of its writers."""
    rows = Submission.objects.select_for_update(no_key=True, of=("self",))
    submission = rows.select_related("campaign__issuer", "unit", "to_unit", "paper", "session").get(
        pk=submission.pk
    )
    if submission.state != SubmissionState.DRAFT:
        raise Refused("Tờ trình đã gửi, không sửa được.")
    wanted = set(roles or writers_of(submission))
    if not by.roles_at(submission.unit_id, vietnam_day(database_now())) & wanted:
        raise Refused("Anh/chị không được sửa tờ trình của đơn vị này.")
    return submission


def head_of(unit: Unit, on: dt.date) -> Person | None:
    """Who signs for the unit: to whom its head delegated it for the day, else the head."""
    if lent := lent_signers(unit, on, [Role.UNIT_HEAD]).first():
        return lent
    found = Appointment.objects.on(on).filter(unit=unit, is_head=True).select_related("person").first()
    return found.person if found else None


def keep_letter(
    submission: Submission,
    paper: dict,
    named: list[Dossier] | list[Registration],
    signer: Person,
    *,
    by,
    at: dt.datetime,
) -> Submission:
    """The draft for its signer, with the keys of exactly the dossiers or registrations that it names."""
    submission.paper = papers.prepare_document(
        Kind.TO_TRINH,
        unit=submission.unit,
        title=paper["title"],
        template="submission.html",
        snapshot=paper | {submission.carries: [one.pk for one in named]},
        signature_lines=signature_lines(submission.unit, signer, vietnam_day(at)),
        signer=signer,
        by=by,
        roles=writers_of(submission),
        at=at,
    )
    submission.save(update_fields=["paper", "session"])
    log(submission, "prepare_letter", by=by, at=at)
    return submission


def drop_letter(submission: Submission, by, at: dt.datetime) -> dict[str, str]:
    """Put the former draft aside; what the office had worded in it goes on into the next."""
    paper, submission.paper = submission.paper, None
    if paper and paper.state != DocumentState.DISCARDED:
        roles = writers_of(submission)
        papers.discard(papers.locked(paper), by=by, at=at, note="Lập lại tờ trình.", roles=roles)
    return paper.snapshot.get("typed", {}) if paper else {}


def written_letter(submission: Submission) -> IssuedDocument | None:
    """The letter drawn up here, unless it was sent back: a plan that wants none is sent without it."""
    paper = submission.paper
    return paper if paper and paper.state != DocumentState.DISCARDED else None


def list_in_letter(submission: Submission) -> list[int] | None:
    """The keys that the letter names; None when it was uploaded, put aside or never drawn up."""
    if submission.letter_file_id or not written_letter(submission):
        return None
    return submission.paper.snapshot.get(submission.carries, [])


def binding_plan(submission: Submission) -> Campaign | None:
    """Whose days bind a list: the plan's that of a unit, those of the plan above it that of a level."""
    plan = submission.campaign
    return plan_above(plan, submission.unit) if submission.level else plan


def too_late_above(submission: Submission, what: str, at: dt.datetime) -> str:
    """Why a level's list may not go up any more; empty in time, or let in late by the level above."""
    plan = binding_plan(submission)
    said = plan and too_late(plan, what, submission.unit_id, at, OVER[what])
    return f"Theo kế hoạch của {plan.issuer.name}: {said[0].lower()}{said[1:]}" if said else ""


def late_words(submission: Submission, at: dt.datetime, what: str = DeadlineKind.DOSSIER) -> str:
    """Why a list went after the deadline: the words of whoever let it; empty in time."""
    campaign = binding_plan(submission)
    if not campaign or not any(is_late(at, row.ends_at()) for row in campaign.deadline_set.filter(what=what)):
        return ""
    accepted = late_acceptance(campaign, what, [submission.unit_id], vietnam_day(at))
    return f"Gửi muộn, được {submission.to_unit} chấp nhận: {accepted.reason}" if accepted else ""


def unique_reasons(skipped: list[tuple[Dossier | Registration, list[str]]]) -> list[str]:
    """One sentence once, even when it holds for every dossier of the list."""
    found: dict[str, list[str]] = {}
    for dossier, reasons in skipped:
        for reason in reasons:
            found.setdefault(reason, []).append(dossier.nominee_name)
    everybody = len(skipped)
    return [
        reason if len(names) == everybody else f"{', '.join(names)}: {reason}"
        for reason, names in found.items()
    ]


def issue_letter(submission: Submission, by, at: dt.datetime) -> None:
    """Number and day for the letter written here; an uploaded one has its own."""
    if written_letter(submission) and not submission.letter_file_id:
        submission.paper = papers.issue_document(submission.paper, by=by, at=at, on=vietnam_day(at))
        papers.add_readers(submission.paper, units=[submission.to_unit, submission.unit])
