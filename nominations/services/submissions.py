"""The unit's list sent up: drawn up, its letter approved, its minutes there, sent before the deadline."""

import datetime as dt
from dataclasses import dataclass

from campaigns.models import Campaign
from councils.models import CouncilSession
from documents.models import StoredFile
from documents.wording import with_words
from nominations.enums import StageState, SubmissionState
from nominations.facts.together import together
from nominations.models import Dossier, DossierStage, Submission
from nominations.printing.submissions import submission_paper
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused, without
from units.enums import UNIT_ROLES
from units.models import Unit

from .guards import papers_of_unit_missing
from .letters import (
    drop_letter,
    head_of,
    issue_letter,
    keep_letter,
    late_words,
    list_in_letter,
    locked_draft,
    log,
    open_list,
    unique_reasons,
)
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
    return open_list(campaign, unit, by=by, at=at, to_unit=campaign.issuer)


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
