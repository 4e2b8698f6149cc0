"""The board of a plan's tasks: read by all who read the plan, reported by those responsible."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from campaigns.facts.work import board_row, board_rows, quarters, tasks_with_reports, units_below
from campaigns.forms.work import BoardFilter, ReportForm, TakeBackForm
from campaigns.models import Campaign, Task, TaskReport
from campaigns.permissions import roles_on
from campaigns.services.calendars import FEED_ROLES
from campaigns.services.work import may_take_back, report_task, reporting_units, take_back_report
from documents.files import attachment
from documents.services.uploads import store_given
from thiduakt.clock import today
from thiduakt.web import refusals_on
from units.enums import REVIEW_ROLES
from units.models import Unit

from .deadlines import plan_of


@require_safe
def work_board(request: HttpRequest, pk: int) -> HttpResponse:
    """Tasks by quarter, with days left, whose they are and how far."""
    campaign, on = plan_of(request, pk), today()
    units = units_below(campaign.issuer_id, on)
    rows = board_rows(campaign, on, units)
    form = BoardFilter(request.GET, units=owners_in(rows))
    shown = {"form": form, "quarters": quarters(form.chosen(rows))}
    context = {"campaign": campaign, "today": on, **shown, **counted(rows, on)}
    context["may_feed"] = bool(request.user.acting_unit_ids(on, FEED_ROLES))
    return render(request, "campaigns/work_board.html", context)


def counted(rows, on) -> dict:
    late = sum(bool(row.due and row.due < on and not row.done) for row in rows)
    return {"total": len(rows), "done": sum(row.done for row in rows), "late": late}


def owners_in(rows) -> list[Unit]:
    """Units that some task names or speaks to."""
    found = {unit.pk: unit for row in rows for unit in (*row.owners.named, *row.owners.everybody)}
    return sorted(found.values(), key=lambda unit: unit.sort_key)


def task_of(request: HttpRequest, pk: int, task_pk: int) -> tuple[Campaign, Task]:
    campaign = plan_of(request, pk)
    tasks = tasks_with_reports(campaign.task_set.select_related("clause__campaign"))
    return campaign, get_object_or_404(tasks, pk=task_pk)


def work_task(request: HttpRequest, pk: int, task_pk: int) -> HttpResponse:
    """One task: the plan's words, who reported what; for those responsible the form."""
    campaign, task = task_of(request, pk, task_pk)
    form = report_form(request, campaign, task)
    if request.method == "POST" and form is None:
        raise PermissionDenied
    if request.method == "POST" and form.is_valid() and reported(form, task, by=request.user):
        messages.success(request, f"Đã báo xong nhiệm vụ {task.number}.")
        return redirect("campaigns:work", campaign.pk)
    return render(request, "campaigns/work_task.html", task_page(request, campaign, task, form))


def task_page(request: HttpRequest, campaign: Campaign, task: Task, form: ReportForm | None) -> dict:
    on = today()
    reports = task.reports.select_related("unit", "by", "file").order_by("-pk")
    return {
        "campaign": campaign,
        "row": board_row(task, campaign, units_below(campaign.issuer_id, on), on),
        "form": form,
        "reports": [report_line(report, campaign, request.user, on) for report in reports],
        "today": on,
    }


def report_line(report: TaskReport, campaign: Campaign, user, on) -> dict:
    return {
        "report": report,
        "may_read": may_read_file(report, campaign, user, on),
        "may_undo": not report.undone_at and may_take_back(report, campaign, user, on),
    }


def report_form(request: HttpRequest, campaign: Campaign, task: Task) -> ReportForm | None:
    """For those who may still report; None for others."""
    told = [report.unit_id for report in task.live_reports]
    may = [pk for pk in reporting_units(task, campaign, request.user, today()) if pk not in told]
    if not (may and campaign.is_open):
        return None
    units = Unit.objects.filter(pk__in=may)
    first = {"done_on": today().strftime("%d/%m/%Y")}
    return ReportForm(request.POST or None, request.FILES or None, units=units, initial=first)


def reported(form: ReportForm, task: Task, *, by) -> bool:
    """Whether it was recorded; a refusal stands on the form."""
    given = dict(form.cleaned_data)
    with refusals_on(form):
        given["file"] = store_given(given["file"], by=by)
        report_task(task, by=by, **given)
    return form.is_valid()


def may_read_file(report: TaskReport, campaign: Campaign, user, on) -> bool:
    """Those who work at the issuing body, and those of the unit that reported."""
    return bool(roles_on(campaign, user, on) & set(REVIEW_ROLES)) or report.unit_id in user.unit_ids(on)


def report_of(request: HttpRequest, pk: int, report_pk: int) -> tuple[Campaign, TaskReport]:
    campaign = plan_of(request, pk)
    reports = TaskReport.objects.filter(task__campaign=campaign).select_related("task", "unit", "file")
    return campaign, get_object_or_404(reports, pk=report_pk)


def work_take_back(request: HttpRequest, pk: int, report_pk: int) -> HttpResponse:
    """The task is open again, with a reason that stays."""
    campaign, report = report_of(request, pk, report_pk)
    if not may_take_back(report, campaign, request.user, today()):
        raise PermissionDenied
    form = TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and taken_back(form, report, by=request.user):
        messages.success(request, f"Đã bỏ đánh dấu xong nhiệm vụ {report.task.number}.")
        return redirect("campaigns:task", campaign.pk, report.task_id)
    return render(
        request, "campaigns/work_take_back.html", {"campaign": campaign, "report": report, "form": form}
    )


def taken_back(form: TakeBackForm, report: TaskReport, *, by) -> bool:
    with refusals_on(form):
        take_back_report(report, by=by, **form.cleaned_data)
    return form.is_valid()


@require_safe
def work_file(request: HttpRequest, pk: int, report_pk: int) -> HttpResponse:
    """The file that a unit showed with its report."""
    campaign, report = report_of(request, pk, report_pk)
    if report.file is None or not may_read_file(report, campaign, request.user, today()):
        raise Http404("no such file")
    return attachment(report.file)
