"""A pool of places is allotted: which part is for which unit, kind of unit, or each unit."""

import datetime as dt
from collections.abc import Callable

from campaigns.models import Allotment, Campaign, Quota
from campaigns.permissions import OFFICE
from campaigns.quota import Share, allotment_faults
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.models import Unit, UnitAncestor
from units.services import tell_units

from .after import locked_running
from .locking import lock_quota
from .plans import log

# What stands against an allotment that only the apps above can count: places taken beyond a part.
# Each is check(pool, shares, on) -> sentences.
TAKEN_CHECKS: list[Callable] = []


def allotment_reasons(quota: Quota, shares: list[Share], on: dt.date) -> list[str]:
    """Why a pool may not be allotted so; empty when it may."""
    found = allotment_faults(quota.limit, shares) or outside(quota, shares, on)
    return found or [said for check in TAKEN_CHECKS for said in check(quota, shares, on)]


def outside(quota: Quota, shares: list[Share], on: dt.date) -> list[str]:
    """Units are of the issuing body, and none lies below another that has its own part."""
    keys = {share.unit for share in shares if share.unit is not None}
    below = set(Unit.objects.within([quota.campaign.issuer_id], on).values_list("pk", flat=True))
    names = {share.unit: share.words for share in shares}
    found = [f"{names[key]} không thuộc cơ quan ban hành kế hoạch." for key in sorted(keys - below)]
    nested = UnitAncestor.objects.on(on).filter(unit__in=keys, ancestor__in=keys)
    for unit, ancestor in nested.values_list("unit", "ancestor"):
        if unit != ancestor:
            found.append(f"{names[unit]} thuộc {names[ancestor]}: chỉ phân bổ cho một trong hai.")
    return found


def said(parts: list[str]) -> str:
    return "; ".join(parts) or "chưa phân bổ"


def changed_since(seen: str | None, now: str) -> list[str]:
    """What is told to who comes with the parts that a page showed earlier."""
    if seen is None or seen == now:
        return []
    return [
        f"Phân bổ vừa được người khác sửa, đang là: {now}. Số anh/chị ghi vẫn còn ở dưới; so lại rồi bấm "
        "Phân bổ lần nữa."
    ]


def parts_now(quota: Quota) -> str:
    """`Phòng Kinh tế: 02; Phòng Văn hóa – Xã hội: 01`."""
    return said([str(row) for row in quota.allotments.select_related("unit")])


@change
def allot(
    quota: Quota, shares: list[Share], *, by, seen: str | None = None, at: dt.datetime | None = None
) -> Quota:
    """The parts of a pool from now on; none: it is no longer allotted. Units taking part are told.

    `seen`: the parts, as `parts_now`, that a page showed. Raises Refused: not the office, more than the
    pool, a part smaller than what is taken of it, other parts now than those seen.
    """
    at = at or database_now()
    on = vietnam_day(at)
    refusal = "Chỉ cơ quan thường trực của cơ quan ban hành được phân bổ số lượng."
    campaign = locked_running(quota.campaign_id, by, on, OFFICE, refusal)
    quota = lock_quota(quota.pk)
    was = [str(row) for row in quota.allotments.select_related("unit")]
    if newer := changed_since(seen, said(was)):
        raise Refused(*newer)
    if reasons := allotment_reasons(quota, shares, on):
        raise Refused(*reasons)
    quota.allotments.all().delete()
    Allotment.objects.bulk_create(
        Allotment(quota=quota, unit_id=share.unit, unit_kind=share.kind, limit=share.limit)
        for share in shares
    )
    now = [f"{share.words}: {share.limit:02d}" for share in shares]
    note = f"Phân bổ {quota}: {'; '.join(now) or 'không phân bổ nữa'}."
    log(campaign, "allot", by=by, at=at, note=note, data={"quota": quota.pk, "was": was, "now": now})
    tell(campaign, note, on)
    return quota


def tell(campaign: Campaign, note: str, on: dt.date) -> None:
    units = campaign.participations.values_list("unit", flat=True)
    tell_units(list(units), f"{note} {campaign.title}", campaign.get_absolute_url(), on=on)
