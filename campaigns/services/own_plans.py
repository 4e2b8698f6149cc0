"""A unit's own plan for a campaign sent to its issuer; those that have sent none reminded."""

import datetime as dt

from django.urls import reverse

from campaigns.dates import explain
from campaigns.facts.own_plans import asked_by, own_plan_rows
from campaigns.models import Campaign, Participation
from campaigns.models.campaign import PUBLIC_STATES
from campaigns.permissions import OFFICE
from documents.models import StoredFile
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.enums import UNIT_ROLES
from units.models import Unit
from units.services import tell_units

from .after import locked_running
from .locking import lock_campaign
from .plans import log


@change
def send_own_plan(
    campaign: Campaign,
    unit: Unit,
    *,
    plan: Campaign | None = None,
    file: StoredFile | None = None,
    by,
    at: dt.datetime | None = None,
) -> Participation:
    """The unit's plan: one issued here, or a file. Sent anew it takes the place of the former one.

    After the day it is still taken, and said to be late: this deadline only reminds.
    """
    campaign = lock_campaign(campaign.pk)
    at = at or database_now()
    if reason := why_not_send(campaign, unit, plan, file, by, vietnam_day(at)):
        raise Refused(reason)
    part, _ = Participation.objects.get_or_create(campaign=campaign, unit=unit)
    part.own_plan, part.own_plan_file, part.own_plan_sent_at = plan, file, at
    part.save(update_fields=["own_plan", "own_plan_file", "own_plan_sent_at"])
    data = {"unit": unit.pk, "plan": plan and plan.pk, "file": str(file or "")}
    note = f"{unit} gửi kế hoạch của đơn vị: {plan.reference or plan if plan else file}"
    log(campaign, "own_plan", by=by, at=at, note=note, data=data, roles=UNIT_ROLES, unit=unit.pk)
    return part


def why_not_send(campaign: Campaign, unit: Unit, plan, file, by, on: dt.date) -> str:
    if not by.roles_at(unit.pk, on) & set(UNIT_ROLES):
        return f"Chỉ cán bộ đầu mối hoặc thủ trưởng của {unit.name} được gửi kế hoạch của đơn vị."
    if not campaign.is_open:
        return f"Kế hoạch đang ở trạng thái “{campaign.get_state_display()}” nên không nhận nữa."
    if unit.pk not in {row.unit.pk for row in own_plan_rows(campaign, on)}:
        return f"{unit.name} không trực thuộc cơ quan ban hành kế hoạch."
    if (plan is None) == (file is None):
        return "Chọn một kế hoạch đã ban hành trên hệ thống, hoặc tải một tệp lên."
    if plan and (plan.issuer_id != unit.pk or plan.state not in PUBLIC_STATES):
        return f"Chỉ gửi được kế hoạch mà {unit.name} đã ban hành."
    return ""


@change
def remind_own_plans(
    campaign: Campaign, units: list[int] | None = None, *, by, at: dt.datetime | None = None
) -> list[Unit]:
    """A line to each unit that has sent no plan, at most one a day; returns those reminded.

    `units`: only these; None: all that are due to send one.
    """
    at = at or database_now()
    on = vietnam_day(at)
    refusal = "Chỉ cơ quan thường trực của cơ quan ban hành được nhắc các đơn vị."
    campaign = locked_running(campaign.pk, by, on, OFFICE, refusal)
    asked = asked_by(campaign)
    if asked is None:
        raise Refused("Kế hoạch không yêu cầu đơn vị gửi kế hoạch riêng.")
    rows = [row for row in own_plan_rows(campaign, on) if not row.sent]
    waiting = [row.unit for row in rows if units is None or row.unit.pk in units]
    told = [unit for unit in waiting if mark_reminded(campaign, unit, on)]
    text = f"Nhắc gửi kế hoạch của đơn vị, {explain(asked.limit())}. {campaign.title}"
    tell_units([unit.pk for unit in told], text, reverse("campaigns:own-plans", args=[campaign.pk]), on=on)
    if told:
        note = f"Nhắc gửi kế hoạch của đơn vị: {', '.join(str(unit) for unit in told)}"
        log(campaign, "remind_own_plan", by=by, at=at, note=note, data={"units": [u.pk for u in told]})
    return told


def mark_reminded(campaign: Campaign, unit: Unit, on: dt.date) -> bool:
    """Whether the unit was not reminded yet that day."""
    part, _ = Participation.objects.get_or_create(campaign=campaign, unit=unit)
    if part.reminded_on == on:
        return False
    part.reminded_on = on
    part.save(update_fields=["reminded_on"])
    return True
