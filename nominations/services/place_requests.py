"""What the level above answered to the places asked of it, recorded with its paper by whoever asked."""

import datetime as dt

from campaigns.services.limits import set_limit
from documents.enums import Origin
from documents.models import IssuedDocument
from documents.services.entries import enter_document
from nominations.enums import SubmissionState
from nominations.models import PlaceRequest, Submission
from nominations.permissions import APPRAISERS
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.vietnamese.days import short_date

from .effects import has_office
from .letters import log
from .locking import lock_campaigns


def why_not_answer(submission: Submission, by, on: dt.date) -> str:
    """Why nobody, or not this one, records the answer now; empty when he may."""
    if not by.roles_at(submission.unit_id, on) & APPRAISERS:
        return f"Chỉ cơ quan thường trực của {submission.unit.name} được ghi trả lời của cấp trên."
    if not submission.requests.filter(granted__isnull=True).exists():
        return "Danh sách này không có số lượng nào chờ trả lời."
    if submission.state == SubmissionState.SENT and has_office(submission.to_unit, on):
        return f"{submission.to_unit.name} chưa tiếp nhận danh sách."
    if submission.state not in (SubmissionState.SENT, SubmissionState.RECEIVED):
        return f"Danh sách đang ở trạng thái “{submission.get_state_display()}”."
    return ""


@change
def answer_requests(
    submission: Submission, granted: dict[int, int], *, by, at: dt.datetime | None = None, **paper
) -> IssuedDocument:
    """How many places were granted, by request key, and by which paper: the pools have these numbers now.

    `paper`: kind, reference, issued_on, title, signer_name, upload. A level without an office here has
    thereby received the list. Raises Refused: not all are answered, fewer granted than already taken.
    """
    lock_campaigns({submission.campaign_id})
    rows = Submission.objects.select_for_update(no_key=True, of=("self",)).select_related("unit", "to_unit")
    submission, at = rows.get(pk=submission.pk), at or database_now()
    if reason := why_not_answer(submission, by, vietnam_day(at)):
        raise Refused(reason)
    waiting = list(submission.requests.filter(granted__isnull=True).select_related("quota").order_by("quota"))
    if {row.pk for row in waiting} != set(granted):
        raise Refused("Ghi số được cho của từng số lượng đã đề nghị; không được cho thì ghi 0.")
    issuer = submission.to_unit.name
    document = enter_document(
        origin=Origin.RECEIVED, unit=submission.unit, issuer=issuer, by=by, at=at, **paper
    )
    told = f"{issuer} trả lời tại {document} ngày {short_date(document.issued_on)}."
    for row in waiting:
        grant(row, granted[row.pk], told, by, at)
    was, submission.answer = submission.state, document
    submission.state = SubmissionState.RECEIVED
    submission.save(update_fields=["state", "answer"])
    log(submission, "answer", by=by, at=at, was=was, note=told)
    return document


def grant(row: PlaceRequest, number: int, told: str, by, at: dt.datetime) -> None:
    row.granted = number
    row.save(update_fields=["granted"])
    set_limit(row.quota, number, note=told, by=by, at=at)
