"""A unit's list of registrations: drawn up, approved by its head, numbered, sent; a level sends its own."""

import datetime as dt

from campaigns.enums import DeadlineKind
from campaigns.models import Campaign, Quota
from documents.wording import with_words
from nominations.enums import Carries, SubmissionState
from nominations.facts.place_requests import asked_in_letter, asked_words, pools_to_ask
from nominations.facts.registration_lists import level_of, to_send, to_send_up
from nominations.models import PlaceRequest, Registration, Submission
from nominations.permissions import APPRAISERS
from nominations.printing.registrations import list_paper
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.enums import REVIEW_ROLES, UNIT_ROLES, Role
from units.models import Person, Unit

from .forwarding import level_above
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
    too_late_above,
    unique_reasons,
)
from .locking import lock_campaigns
from .registrations import locked_registrations, record, take

CHANGED = "Danh sách đã thay đổi sau khi lập. Lập lại danh sách rồi trình duyệt."
FORWARD = "forward_list"


@change
def draft_list(campaign: Campaign, unit: Unit, *, by, at: dt.datetime | None = None) -> Submission:
    """The unit's open list for a campaign; the one that is there, or a new one."""
    at = at or database_now()
    if not by.roles_at(unit.pk, vietnam_day(at)) & set(UNIT_ROLES):
        raise Refused(f"Chỉ cán bộ đầu mối hoặc thủ trưởng của {unit.name} được lập danh sách đăng ký.")
    if not campaign.is_open:
        raise Refused(f"Phong trào “{campaign.title}” không còn nhận đăng ký.")
    kind = {"carries": Carries.REGISTRATIONS}
    return open_list(campaign, unit, by=by, at=at, to_unit=campaign.issuer, **kind)


@change
def draft_list_above(campaign: Campaign, unit: Unit, *, by, at: dt.datetime | None = None) -> Submission:
    """A level's open list to the level above it: of what it holds, the awards above its authority."""
    at = at or database_now()
    on = vietnam_day(at)
    if not by.roles_at(unit.pk, on) & APPRAISERS:
        raise Refused(f"Chỉ cơ quan thường trực của {unit.name} được lập danh sách lên cấp trên.")
    if not to_send_up(campaign, unit, on) and not pools_to_ask(campaign, unit):
        raise Refused("Không có đăng ký nào thuộc thẩm quyền cấp trên đang chờ trình.")
    kind = {"level": level_of(campaign, unit), "carries": Carries.REGISTRATIONS}
    return open_list(campaign, unit, by=by, at=at, to_unit=level_above(unit, on), **kind)


def may_name(submission: Submission, on: dt.date) -> list[Registration]:
    """What the list may name now, in its order."""
    campaign, unit = submission.campaign, submission.unit
    return to_send_up(campaign, unit, on) if submission.level else list(to_send(campaign, unit))


@change
def prepare_list(
    submission: Submission,
    keys,
    *,
    by,
    signer: Person | None = None,
    asked: dict[int, int] | None = None,
    at: dt.datetime | None = None,
) -> Submission:
    """The paper with the chosen ones, for its signer: the unit's head, above it whom the office names.

    `asked`: places asked of the level above, by the key of the pool. A former draft is put aside.
    Raises Refused: nobody chosen and nothing asked, one that may not be named, no head.
    """
    submission = locked_draft(submission, by)
    at = at or database_now()
    on, keys = vietnam_day(at), set(keys)
    chosen = [row for row in may_name(submission, on) if row.pk in keys]
    pools = asked_pools(submission, asked or {})
    if not chosen and not pools:
        raise Refused("Chưa chọn đăng ký nào để đưa vào danh sách.")
    if len(chosen) != len(keys):
        raise Refused("Danh sách vừa thay đổi, xin mở lại trang.")
    signer = signer or head_of(submission.unit, on)
    if signer is None:
        raise Refused(f"Chưa có thủ trưởng của {submission.unit.name} trong danh sách cán bộ.")
    words = drop_letter(submission, by, at)
    lines = [asked_words(pool, number) for pool, number in pools.items()]
    paper = with_words("submission.html", list_paper(submission, chosen, on=on, asked=lines), words)
    paper["asked"] = {str(pool.pk): number for pool, number in pools.items()}
    return keep_letter(submission, paper, chosen, signer, by=by, at=at)


def asked_pools(submission: Submission, asked: dict[int, int]) -> dict[Quota, int]:
    """The pools that may be asked for, each with its number. Raises Refused for another."""
    free = pools_to_ask(submission.campaign, submission.unit) if submission.level else []
    if set(asked) - {pool.pk for pool in free}:
        raise Refused("Danh sách vừa thay đổi, xin mở lại trang.")
    return {pool: asked[pool.pk] for pool in free if pool.pk in asked}


@change
def send_list(submission: Submission, *, by, at: dt.datetime | None = None) -> Submission:
    """Number the approved paper and send exactly its list; a unit's own list is bound by the deadline.

    All of them go or none. Raises Refused with every reason.
    """
    lock_campaigns({submission.campaign_id})
    roles = (Role.RECORDS,) if submission.level else UNIT_ROLES
    submission = locked_draft(submission, by, roles=roles)
    at = at or database_now()
    named, asked = list_in_letter(submission) or [], asked_in_letter(submission)
    if not named and not asked:
        raise Refused("Chưa lập danh sách đăng ký.")
    allowed = {row.pk for row in may_name(submission, vietnam_day(at))}
    if not allowed.issuperset(named):
        raise Refused(CHANGED)
    rows = locked_registrations(named)
    if submission.level and (late := too_late_above(submission, DeadlineKind.REGISTRATION, at)):
        raise Refused(late)
    (go_up if submission.level else send_all)(submission, rows, by, at)
    for pool, number in asked_pools(submission, asked).items():
        PlaceRequest.objects.create(quota=pool, submission=submission, asked=number)
    submission.registrations.set(rows)
    was, submission.state, submission.sent_at = submission.state, SubmissionState.SENT, at
    submission.save(update_fields=["state", "sent_at"])
    issue_letter(submission, by, at)
    late = late_words(submission, at, DeadlineKind.REGISTRATION)
    action = FORWARD if submission.level else "send_list"
    log(submission, action, by=by, at=at, was=was, note=late, data=asked_for(submission))
    return submission


def asked_for(submission: Submission) -> dict:
    """The letter, and the places that it asks for: `[group, number]` of each pool."""
    rows = submission.requests.order_by("quota").values_list("quota__group", "asked")
    return {"paper": submission.paper_id, "asked": [list(row) for row in rows]}


def named_in(submission: Submission, row: Registration) -> dict:
    """What the letter says of one whom it names."""
    return {"paper": submission.paper_id, "name": row.nominee_name, "group": row.group}


def send_all(submission: Submission, rows: list[Registration], by, at: dt.datetime) -> None:
    """The step of each registration; one sentence where the same stands against all."""
    skipped = []
    for row in rows:
        try:
            take(row, "send_list", by=by, at=at, data=named_in(submission, row))
        except Refused as refused:
            skipped.append((row, refused.reasons))
    if skipped:
        raise Refused(*unique_reasons(skipped))


def go_up(submission: Submission, rows: list[Registration], by, at: dt.datetime) -> None:
    """Their state stays: they are accepted here. Whoever registered reads where they went."""
    held = by.membership_for(submission.unit_id, REVIEW_ROLES, vietnam_day(at))
    told, to = {"by": by, "membership": held, "at": at}, submission.to_unit.name
    for row in rows:
        record(row, FORWARD, was=row.state, note=to, data=named_in(submission, row), **told)
