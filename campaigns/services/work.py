"""Tasks of a plan reported done, and taken back: each a row and an event."""

import datetime as dt

from campaigns.facts.work import owners_of, units_below
from campaigns.models import Campaign, Task, TaskReport
from campaigns.permissions import OFFICE
from documents.models import StoredFile
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.vietnamese.days import short_date
from units.enums import UNIT_ROLES
from units.models import Unit

from .locking import lock_campaign
from .plans import log

ACTING = frozenset({*OFFICE, *UNIT_ROLES})


def reporting_units(task: Task, campaign: Campaign, user, on: dt.date) -> list[int]:
    """The units for which someone may report: owners one acts for, or the issuing office."""
    office = [campaign.issuer_id] if user.roles_at(campaign.issuer_id, on) & OFFICE else []
    acting = set(user.acting_unit_ids(on, UNIT_ROLES))
    if not acting:
        return office
    owners = owners_of(task, units_below(campaign.issuer_id, on))
    return office + [pk for pk in sorted(owners.keys & acting) if pk not in office]


@change
def report_task(
    task: Task,
    unit: Unit,
    *,
    note: str = "",
    file: StoredFile | None = None,
    done_on: dt.date | None = None,
    by,
    at: dt.datetime | None = None,
) -> TaskReport:
    """One of those responsible says that the task is done, with a word and a file to show."""
    campaign = lock_campaign(task.campaign_id)
    at = at or database_now()
    on = vietnam_day(at)
    done_on = done_on or on
    if reason := why_not_report(task, campaign, unit, by, done_on, on):
        raise Refused(reason)
    report = TaskReport.objects.create(
        task=task, unit=unit, note=note, file=file, done_on=done_on, by=by, made_at=at
    )
    data = {"task": task.pk, "unit": unit.pk, "done_on": done_on.isoformat(), "file": str(file or "")}
    said = f"Nhiệm vụ {task.number}, {unit}: xong ngày {short_date(done_on)}. {note}".strip()
    record(campaign, "task_done", unit, by=by, at=at, note=said, data=data)
    return report


def why_not_report(task: Task, campaign: Campaign, unit: Unit, by, done_on: dt.date, on: dt.date) -> str:
    if not campaign.is_open:
        return f"Kế hoạch đang ở trạng thái “{campaign.get_state_display()}” nên không ghi được."
    if unit.pk not in reporting_units(task, campaign, by, on):
        return "Chỉ đơn vị có trách nhiệm trong nhiệm vụ, hoặc cơ quan ban hành, được báo xong."
    if done_on > on:
        return f"Ngày xong không được sau hôm nay, {short_date(on)}."
    if done_on < campaign.launched_on:
        return f"Ngày xong không được trước ngày ban hành kế hoạch, {short_date(campaign.launched_on)}."
    if task.reports.filter(unit=unit, undone_at__isnull=True).exists():
        return f"{unit} đã báo xong nhiệm vụ này."
    return ""


def record(
    campaign: Campaign, action: str, unit: Unit, *, by, at: dt.datetime, note: str, data: dict
) -> None:
    """By the membership at the unit that reports."""
    log(campaign, action, by=by, at=at, note=note, data=data, roles=ACTING, unit=unit.pk)


@change
def take_back_report(report: TaskReport, *, note: str, by, at: dt.datetime | None = None) -> TaskReport:
    """The task is open again; the report stays, with the moment and the reason."""
    campaign = lock_campaign(report.task.campaign_id)
    at = at or database_now()
    on = vietnam_day(at)
    report = TaskReport.objects.select_related("task", "unit").get(pk=report.pk)
    if not campaign.is_open:
        raise Refused(f"Kế hoạch đang ở trạng thái “{campaign.get_state_display()}” nên không sửa được.")
    if not may_take_back(report, campaign, by, on):
        raise Refused("Chỉ đơn vị đã báo, hoặc cơ quan ban hành, được bỏ đánh dấu xong.")
    if report.undone_at:
        raise Refused("Đã bỏ đánh dấu xong trước đó.")
    if not note.strip():
        raise Refused("Chưa ghi lý do bỏ đánh dấu xong.")
    report.undone_at = at
    report.save(update_fields=["undone_at"])
    data = {"task": report.task_id, "unit": report.unit_id, "report": report.pk}
    said = f"Nhiệm vụ {report.task.number}, {report.unit}: bỏ đánh dấu xong. {note}"
    record(campaign, "task_undone", report.unit, by=by, at=at, note=said, data=data)
    return report


def may_take_back(report: TaskReport, campaign: Campaign, by, on: dt.date) -> bool:
    office = by.roles_at(campaign.issuer_id, on) & OFFICE
    return bool(office or by.roles_at(report.unit_id, on) & set(UNIT_ROLES))
