"""What a level does not decide itself goes up: its own tờ trình with the list, approved, numbered, sent."""

import datetime as dt

from campaigns.enums import DeadlineKind
from campaigns.models import Campaign
from documents.enums import Kind
from documents.services import papers
from documents.wording import with_words
from nominations.enums import SubmissionState
from nominations.models import Dossier, DossierStage, Submission
from nominations.permissions import APPRAISERS
from nominations.printing.submissions import submission_paper
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.enums import Role
from units.facts import parent_on
from units.models import Notice, Person, Unit

from .letters import (
    drop_letter,
    keep_letter,
    late_words,
    list_in_letter,
    locked_draft,
    log,
    open_list,
    too_late_above,
    unique_reasons,
)
from .limits import used_up
from .locking import lock_for
from .proposing import Group, approved_stages, proposal_groups
from .steps import move_locked

CHANGED = "Danh sách đã thay đổi sau khi lập tờ trình. Lập lại tờ trình rồi trình người ký duyệt."


@change
def draft_forwarding(campaign: Campaign, unit: Unit, *, by, at: dt.datetime | None = None) -> Submission:
    """A level's open list to the level above it; the one that is there, or a new one."""
    at = at or database_now()
    on = vietnam_day(at)
    if not by.roles_at(unit.pk, on) & APPRAISERS:
        raise Refused(f"Chỉ cơ quan thường trực của {unit.name} được lập tờ trình lên cấp trên.")
    waiting = approved_stages(campaign, [unit.pk], upward=True)
    if not waiting:
        raise Refused("Không có hồ sơ nào được Hội đồng đề nghị mà phải trình cấp trên.")
    above, level = level_above(unit, on), waiting[0].level
    return open_list(campaign, unit, by=by, at=at, to_unit=above, level=level)


def level_above(unit: Unit, on: dt.date) -> Unit:
    """Where a level sends what it may not decide: the unit it belongs to. Raises Refused."""
    if (above := parent_on(unit, on)) is None:
        raise Refused(
            f"Chưa ghi cơ quan cấp trên của {unit.name}: người quản trị ghi ở mục Đơn vị, "
            "kể cả khi cấp trên không dùng hệ thống."
        )
    return above


def waiting_groups(submission: Submission) -> list[Group]:
    """What may be named in the list, ranked, with the cut that the plan's places draw."""
    return proposal_groups(submission.campaign, [submission.unit_id], upward=True)


@change
def prepare_forwarding(
    submission: Submission, dossier_pks, *, signer: Person, by, at: dt.datetime | None = None
) -> Submission:
    """The tờ trình with the chosen ones, for its signer. A former draft is put aside.

    Raises Refused: nobody chosen, one that does not wait here, more than the plan has places for.
    """
    submission = locked_draft(submission, by)
    at = at or database_now()
    chosen = chosen_stages(waiting_groups(submission), set(dossier_pks))
    words = drop_letter(submission, by, at)
    sessions = {stage.item.session for stage in chosen if stage.item_id}
    held = sorted(sessions, key=lambda session: (session.held_on, session.pk))
    submission.session = held[-1] if held else None
    dossiers = [stage.dossier for stage in chosen]
    paper = submission_paper(submission, dossiers, on=vietnam_day(at), sessions=held)
    return keep_letter(
        submission, with_words("submission.html", paper, words), dossiers, signer, by=by, at=at
    )


def chosen_stages(groups: list[Group], keys: set[int]) -> list[DossierStage]:
    """In the order of the ranking. Raises Refused."""
    found = []
    for group in groups:
        rows = [row.stage for row in group.rows if row.stage.dossier_id in keys]
        if group.pool and len(rows) > group.pool.left:
            raise Refused(
                used_up(group.pool) or f"Chỉ còn {group.pool.left:02d} chỗ, đã chọn {len(rows):02d}."
            )
        found += rows
    if not found:
        raise Refused("Chưa chọn hồ sơ nào để trình cấp trên.")
    if {stage.dossier_id for stage in found} != keys:
        raise Refused("Danh sách vừa thay đổi, xin mở lại trang.")
    return found


@change
def forward_submission(submission: Submission, *, by, at: dt.datetime | None = None) -> Submission:
    """Number the approved letter and send exactly its list to the level above, whose stage opens.

    All named dossiers go or none; each takes its slot of the plan. Raises Refused with every reason.
    """
    named = list_in_letter(submission) or []
    day = vietnam_day(at or database_now())
    locks = lock_for("forward", named, series=(submission.unit, Kind.TO_TRINH, day.year))
    submission = locked_draft(submission, by, roles=[Role.RECORDS])
    if not named or sorted(list_in_letter(submission) or []) != sorted(named):
        raise Refused(CHANGED if named else "Chưa lập tờ trình lên cấp trên.")
    at = at or database_now()
    if late := too_late_above(submission, DeadlineKind.DOSSIER, at):
        raise Refused(late)
    submission.paper = papers.issue_document(submission.paper, by=by, at=at, on=vietnam_day(at))
    outcome = move_locked(locks, "forward", by=by, at=at, submission=submission)
    if outcome.skipped:
        raise Refused(*unique_reasons(outcome.skipped))
    was, submission.state, submission.sent_at = submission.state, SubmissionState.SENT, at
    submission.save(update_fields=["state", "sent_at"])
    papers.add_readers(submission.paper, units=[submission.to_unit, submission.unit])
    log(submission, "forward", by=by, at=at, was=was, note=late_words(submission, at))
    tell_nominees(submission, outcome.moved)
    return submission


def tell_nominees(submission: Submission, dossiers: list[Dossier]) -> None:
    """A line to everybody with an account whose dossier went up."""
    Notice.objects.bulk_create(
        Notice(
            user=dossier.person.user,
            text=f"Hồ sơ đề nghị {dossier.award_type} của anh/chị đã được trình {submission.to_unit.name}.",
            url=dossier.get_absolute_url(),
        )
        for dossier in dossiers
        if dossier.person_id and hasattr(dossier.person, "user")
    )
