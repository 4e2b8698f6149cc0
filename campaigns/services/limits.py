"""The number of a pool is set anew, by what the level above granted."""

import datetime as dt

from campaigns.models import Quota
from campaigns.permissions import OFFICE
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused

from .after import locked_running
from .locking import lock_quota
from .plans import log


@change
def set_limit(quota: Quota, limit: int, *, note: str, by, at: dt.datetime | None = None) -> Quota:
    """Another number for a pool, under its lock; the plan's trail keeps what it was, why and its clause.

    Raises Refused: not the office, no reason, fewer than are taken or allotted.
    """
    at = at or database_now()
    refusal = "Chỉ cơ quan thường trực của cơ quan ban hành được ghi số lượng."
    campaign = locked_running(quota.campaign_id, by, vietnam_day(at), OFFICE, refusal)
    quota = lock_quota(quota.pk)
    if reason := why_not(quota, limit, note):
        raise Refused(reason)
    was, quota.limit = quota.limit, limit
    quota.save(update_fields=["limit"])
    clause = f" ({quota.clause.citation})" if quota.clause else ""
    said = f"{quota.get_group_display()}{clause}: {limit:02d} thay cho {was:02d}. {note}"
    data = {"quota": quota.pk, "group": quota.group, "was": was, "now": limit}
    log(campaign, "set_limit", by=by, at=at, note=said, data=data)
    return quota


def why_not(quota: Quota, limit: int, note: str) -> str:
    """Why a pool may not have this number; empty when it may."""
    group = quota.get_group_display().lower()
    if not note.strip():
        return "Chưa ghi căn cứ của số lượng mới."
    if limit < quota.used:
        return f"Đã dùng {quota.used:02d} {group}, không ghi {limit:02d} được."
    allotted = sum(row.limit for row in quota.allotments.all() if not row.for_each)
    if limit < allotted:
        return f"Đã phân bổ {allotted:02d} {group}, không ghi {limit:02d} được: phân bổ lại trước."
    return ""
