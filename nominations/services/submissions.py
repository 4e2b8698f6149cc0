"""The unit's list sent up: drawn up, its letter approved, its minutes there, sent before the deadline."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from campaigns.dates import is_late
from campaigns.enums import DeadlineKind
from campaigns.facts import late_acceptance
from campaigns.models import Campaign
from councils.models import CouncilSession
from documents.enums import DocumentState, Kind
from documents.models import IssuedDocument, StoredFile
from documents.services import papers
from documents.wording import with_words
from nominations.enums import StageState, SubmissionState
from nominations.facts.together import together
from nominations.models import Dossier, DossierStage, Submission, SubmissionEvent
from nominations.permissions import APPRAISERS
from nominations.printing.submissions import submission_paper
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused, without
from thiduakt.events.base import append
from units.enums import REVIEW_ROLES, UNIT_ROLES, Role
from units.facts import lent_signers, signature_lines
from units.models import Appointment, Person, Unit

from .guards import papers_of_unit_missing
from .locking import lock_for
from .steps import cases_for, move_locked, reasons_against


@dataclass(frozen=True)
class SendPlan:
    """Who goes and who stays if the list were sent now, and what the list itself lacks."""

    going: list[Dossier]
    staying: list[tuple[Dossier, list[str]]]
    missing: list[str]


@change
def draft_submission(campaign: Campaign, unit: Unit, *, by, at: dt.datetime | None = None) -> Submission:
    """The unit's open list for a campaign; the one that is there, or a new one."""
    at = at or database_now()
    if not by.roles_at(unit.pk, vietnam_day(at)) & set(UNIT_ROLES):
        raise Refused(f"Chỉ cán bộ đầu mối hoặc thủ trưởng của {unit.name} được lập tờ trình.")
    if not campaign.is_under_way:
        raise Refused(f"Phong trào “{campaign.title}” không còn nhận hồ sơ.")
    submission, made = Submission.objects.get_or_create(
        campaign=campaign,
        unit=unit,
        level=0,
        state=SubmissionState.DRAFT,
        defaults={"to_unit": campaign.issuer, "created_by": by},
    )
    if made:
        log(submission, "draft", by=by, at=at)
    return submission


def writers_of(submission: Submission) -> tuple[str, ...]:
    """Who draws a list up: clerk and head of a nominating unit, the office of a level that forwards."""
    return tuple(APPRAISERS) if submission.level else UNIT_ROLES


def log(submission: Submission, action: str, *, by, at: dt.datetime, was: str = "", note: str = "") -> None:
    roles = REVIEW_ROLES if submission.level else UNIT_ROLES
    append(
        SubmissionEvent,
        submission,
        action=action,
        by=by,
        membership=by.membership_for(submission.unit_id, roles, vietnam_day(at)),
        at=at,
        from_state=was,
        to_state=submission.state,
        note=note,
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


def proposed_dossiers(submission: Submission) -> list[Dossier]:
    """What the unit decided to propose and has not sent yet: these go along."""
    stages = DossierStage.objects.filter(
        level=0,
        state=StageState.UNIT_PROPOSED,
        dossier__campaign=submission.campaign_id,
        dossier__unit=submission.unit_id,
    )
    rows = Dossier.objects.filter(pk__in=stages.values("dossier")).order_by("group", "pk")
    return list(rows.select_related("campaign__issuer", "award_type", "person", "collective", "unit"))


def undecided_dossiers(submission: Submission) -> list[Dossier]:
    """Handed in to the unit, not decided yet: these stay unless the head decides first."""
    stages = DossierStage.objects.filter(
        level=0,
        state__in=[StageState.SUBMITTED, StageState.UNIT_CHANGES, StageState.DRAFT],
        dossier__campaign=submission.campaign_id,
        dossier__unit=submission.unit_id,
        dossier__is_live=True,
    )
    rows = Dossier.objects.filter(pk__in=stages.values("dossier")).order_by("group", "pk")
    return list(rows.select_related("campaign", "award_type", "person", "collective", "unit"))


def plan_sending(submission: Submission, *, by, at: dt.datetime | None = None) -> SendPlan:
    """What sending would do now; the page shows it before anybody presses the button."""
    at = at or database_now()
    missing = papers_of_unit_missing(submission, submission.campaign)
    going, staying = [], []
    proposed, undecided = together(proposed_dossiers(submission)), together(undecided_dossiers(submission))
    for case in cases_for(proposed, by=by, at=at, submission=submission):
        reasons = reasons_against(case, "send")
        own = without(reasons, "unit_papers_complete")
        staying.append((case.dossier, own)) if own else going.append(case.dossier)
    staying += [(dossier, [f"{dossier.stage.get_state_display()}."]) for dossier in undecided]
    return SendPlan(going, staying, missing)


@change
def attach_to_submission(submission: Submission, what: str, file: StoredFile | None, *, by) -> Submission:
    """An uploaded paper of the unit: `what` is "letter" or "minutes"; None takes it off again."""
    submission = locked_draft(submission, by)
    setattr(submission, f"{what}_file", file)
    submission.save(update_fields=[f"{what}_file"])
    log(
        submission,
        f"attach_{what}" if file else f"detach_{what}",
        by=by,
        at=database_now(),
        note=str(file or ""),
    )
    return submission


@change
def set_session(
    submission: Submission, session: CouncilSession | None, *, by, at: dt.datetime | None = None
) -> Submission:
    """The unit's own session whose minutes go along."""
    submission = locked_draft(submission, by)
    if session and session.council.unit_id != submission.unit_id:
        raise Refused("Phiên họp này không phải của Hội đồng đơn vị.")
    if session == submission.session:
        return submission
    submission.session = session
    submission.save(update_fields=["session"])
    log(submission, "set_session", by=by, at=at or database_now(), note=str(session or ""))
    return submission


def head_of(unit: Unit, on: dt.date) -> Person | None:
    """Who signs for the unit: to whom its head delegated it for the day, else the head."""
    if lent := lent_signers(unit, on, [Role.UNIT_HEAD]).first():
        return lent
    found = Appointment.objects.on(on).filter(unit=unit, is_head=True).select_related("person").first()
    return found.person if found else None


@change
def prepare_letter(submission: Submission, *, by, at: dt.datetime | None = None) -> Submission:
    """The tờ trình with today's list, for the head to approve. A former draft is put aside."""
    submission = locked_draft(submission, by)
    at = at or database_now()
    on = vietnam_day(at)
    dossiers = proposed_dossiers(submission)
    if not dossiers:
        raise Refused("Đơn vị chưa đề nghị hồ sơ nào nên chưa lập được tờ trình.")
    signer = head_of(submission.unit, on)
    if signer is None:
        raise Refused(f"Chưa có thủ trưởng của {submission.unit.name} trong danh sách cán bộ.")
    words = drop_letter(submission, by, at)
    paper = with_words("submission.html", submission_paper(submission, dossiers, on=on), words)
    return keep_letter(submission, paper, dossiers, signer, by=by, at=at)


def keep_letter(
    submission: Submission, paper: dict, dossiers: list[Dossier], signer: Person, *, by, at: dt.datetime
) -> Submission:
    """The draft for its signer, with the keys of exactly the dossiers that it names."""
    submission.paper = papers.prepare_document(
        Kind.TO_TRINH,
        unit=submission.unit,
        title=paper["title"],
        template="submission.html",
        snapshot=paper | {"dossiers": [dossier.pk for dossier in dossiers]},
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
    """Dossier keys that the letter names; None when it was uploaded, put aside or never drawn up."""
    if submission.letter_file_id or not written_letter(submission):
        return None
    return submission.paper.snapshot.get("dossiers", [])


@change
def send_submission(submission: Submission, *, by, at: dt.datetime | None = None) -> Submission:
    """Send the list: this act is what the dossier deadline binds.

    All proposed dossiers go or none: the letter that was approved names exactly them. Raises
    Refused with every reason; nothing is sent then.
    """
    dossiers = proposed_dossiers(submission)
    if not dossiers:
        raise Refused("Không gửi được: đơn vị chưa đề nghị hồ sơ nào.")
    locks = lock_for("send", [dossier.pk for dossier in dossiers])
    submission = locked_draft(submission, by)
    named = list_in_letter(submission)
    if named is not None and sorted(named) != sorted(dossier.pk for dossier in dossiers):
        raise Refused(
            "Danh sách đã thay đổi sau khi lập tờ trình. Lập lại tờ trình rồi trình thủ trưởng duyệt."
        )
    at = at or database_now()
    outcome = move_locked(locks, "send", by=by, at=at, submission=submission)
    if outcome.skipped:
        raise Refused(*unique_reasons(outcome.skipped))
    was = submission.state
    submission.state, submission.sent_at = SubmissionState.SENT, at
    submission.save(update_fields=["state", "sent_at"])
    issue_letter(submission, by, at)
    log(submission, "send", by=by, at=at, was=was, note=late_words(submission, at))
    return submission


def late_words(submission: Submission, at: dt.datetime) -> str:
    """Why a list went after the deadline: the words of whoever let it; empty in time."""
    campaign, what = submission.campaign, DeadlineKind.DOSSIER
    if not any(is_late(at, row.ends_at()) for row in campaign.deadline_set.filter(what=what)):
        return ""
    accepted = late_acceptance(campaign, what, [submission.unit_id], vietnam_day(at))
    return f"Gửi muộn, được {submission.to_unit} chấp nhận: {accepted.reason}" if accepted else ""


def unique_reasons(skipped: list[tuple[Dossier, list[str]]]) -> list[str]:
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
