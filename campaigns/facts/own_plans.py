"""Units' own plans for a campaign (`xây dựng kế hoạch riêng …`): who has sent one, who has not."""

import datetime as dt
from dataclasses import dataclass

from campaigns.enums import DeadlineKind
from campaigns.models import Campaign, Deadline, Participation
from thiduakt.clock import vietnam_day
from thiduakt.vietnamese.days import short_date
from units.models import Unit

from .times import Badge, due_on
from .work import units_below


@dataclass(frozen=True)
class OwnPlanRow:
    """One unit: what it sent (`part`, None while nothing is known of it), how that stands."""

    unit: Unit
    part: Participation | None
    badge: Badge

    @property
    def sent(self) -> bool:
        return bool(self.part and self.part.own_plan_sent_at)


def asked_by(campaign: Campaign) -> Deadline | None:
    """The deadline that asks units for plans of their own; None when the plan asks for none."""
    found = campaign.deadline_set.filter(what=DeadlineKind.OWN_PLAN)
    return found.select_related("campaign", "clause__campaign").first()


def own_plan_rows(campaign: Campaign, on: dt.date) -> list[OwnPlanRow]:
    """Every unit directly below the issuer on the day of issue, those that have not sent first."""
    due = due_on(campaign, DeadlineKind.OWN_PLAN)
    parts = {
        part.unit_id: part
        for part in campaign.participations.select_related("own_plan__paper", "own_plan_file")
    }
    units = units_below(campaign.issuer_id, campaign.launched_on or on)
    rows = [OwnPlanRow(unit, parts.get(unit.pk), badge(parts.get(unit.pk), due, on)) for unit in units]
    return sorted(rows, key=lambda row: (row.sent, row.unit.sort_key))


def badge(part: Participation | None, due: dt.date | None, on: dt.date) -> Badge:
    if part and part.own_plan_sent_at:
        day = vietnam_day(part.own_plan_sent_at)
        late = " muộn" if due and day > due else ""
        return Badge("is-ok", "check", f"Đã gửi{late} {short_date(day)}")
    if due and due < on:
        return Badge("is-bad", "alert", "Quá hạn, chưa gửi")
    return Badge("is-warn", "clock", "Chưa gửi")
