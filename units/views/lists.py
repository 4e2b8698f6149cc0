"""Nhập từ Excel: the template, the upload, what each row would do, the confirmation."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from thiduakt.clock import today
from thiduakt.sheets.template import template_book
from thiduakt.vietnamese.text import slug_ascii
from thiduakt.web import (
    ask_proof,
    is_proved,
    needs_proof,
    paginate,
    refusals_as_messages,
    refusals_on,
    seen_from,
)
from units.accounts.slips import AT_ONCE, print_slips, send_mails, to_mail, waiting
from units.enums import Fate, ImportState
from units.forms.lists import ListForm
from units.models import ImportJob
from units.registry import LISTS, ListKind
from units.services.imports import confirm_list, upload_list

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RECENT, SHOWN = 10, 100
# What is wrong first, then what changes; what stays is only counted.
ORDER = (Fate.WRONG, Fate.NEW, Fate.CHANGED, Fate.SAME)


def mine(request: HttpRequest) -> list[ListKind]:
    """The lists that this account may send."""
    return [kind for kind in LISTS.values() if kind.may(request.user, today())]


def kind_or_404(request: HttpRequest, key: str) -> ListKind:
    if key not in LISTS:
        raise Http404
    if not LISTS[key].may(request.user, today()):
        raise PermissionDenied
    return LISTS[key]


def jobs(request: HttpRequest):
    return ImportJob.objects.visible_to(request.user, today()).select_related("created_by")


@require_safe
def list_kinds(request: HttpRequest) -> HttpResponse:
    kinds = mine(request)
    if not kinds:
        raise PermissionDenied
    recent = jobs(request).defer("report")[:RECENT]
    return render(request, "units/lists.html", {"kinds": kinds, "recent": titled(recent)})


def titled(rows) -> list[ImportJob]:
    """Jobs with the title of their list."""
    for job in rows:
        job.title = LISTS[job.kind].title if job.kind in LISTS else job.kind
    return list(rows)


@require_safe
def list_template(request: HttpRequest, key: str) -> HttpResponse:
    """The workbook to fill in."""
    kind = kind_or_404(request, key)
    response = HttpResponse(template_book(kind.title, kind.columns), content_type=XLSX)
    name = f"mau-{slug_ascii(kind.title)}.xlsx"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


def list_upload(request: HttpRequest, key: str) -> HttpResponse:
    kind = kind_or_404(request, key)
    form = ListForm(request.POST, request.FILES) if request.method == "POST" else ListForm()
    if form.is_bound and form.is_valid() and (job := read(form, key, request.user)):
        return redirect("units:import", job.pk)
    return render(request, "units/list_upload.html", {"kind": kind, "form": form})


def read(form: ListForm, key: str, user) -> ImportJob | None:
    """The job; a refusal stands on the form."""
    with refusals_on(form, "file"):
        return upload_list(key, form.cleaned_data["file"], by=user)
    return None


@require_safe
def list_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Each row's fate, before and after the confirmation."""
    job = titled([get_object_or_404(jobs(request), pk=pk)])[0]
    rows = sorted(job.report.get("rows", []), key=lambda row: ORDER.index(row["fate"]))
    wanted = request.GET.get("dong")
    shown = [row for row in rows if row["fate"] == wanted] if wanted in Fate.values else rows
    context = {
        "job": job,
        "counts": [(fate, fate.label, job.count(fate)) for fate in ORDER],
        "page": paginate(request, shown, per_page=SHOWN),
        "total": len(rows),
        "wanted": wanted,
        **standing(job, request.user),
    }
    return render(request, "units/list_report.html", context)


def standing(job: ImportJob, user) -> dict:
    """What may be done with it now."""
    return {
        "may_confirm": may_confirm(job, user),
        "waits": job.state in (ImportState.READING, ImportState.WRITING),
        "newcomers": newcomers(job),
    }


def newcomers(job: ImportJob) -> dict:
    """How many accounts of the list wait for a way in, by slip and by mail; nothing for other lists."""
    if not job.report.get("made"):
        return {}
    mails = to_mail(job).count() if settings.MAIL_ON else 0
    slips = waiting(job).count()
    return {"slips": slips, "at_once": min(slips, AT_ONCE), "mails": mails} if slips else {}


def may_confirm(job: ImportJob, user) -> bool:
    """Shown, without a wrong row, with something to do, and one's own."""
    something = job.count(Fate.NEW) + job.count(Fate.CHANGED)
    own = job.created_by_id == user.pk
    return own and job.state == ImportState.SHOWN and not job.count(Fate.WRONG) and something > 0


@require_POST
def list_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    job = get_object_or_404(jobs(request), pk=pk)
    if job.kind in LISTS and LISTS[job.kind].asks_proof and not is_proved(request):
        return ask_proof(request)
    with refusals_as_messages(request):
        job = confirm_list(job, by=request.user)
        if job.state == ImportState.DONE:
            new, changed = job.count(Fate.NEW), job.count(Fate.CHANGED)
            messages.success(request, f"Đã nhập tệp: ghi mới {new} dòng, sửa {changed} dòng.")
    return redirect("units:import", job.pk)


def opened_accounts(request: HttpRequest, pk: int) -> ImportJob:
    """The upload, for who keeps accounts."""
    job = get_object_or_404(jobs(request), pk=pk)
    kind_or_404(request, job.kind)
    return job


@require_POST
@needs_proof
def list_slips(request: HttpRequest, pk: int) -> HttpResponse:
    """The slips in one file, given this once and kept nowhere."""
    job = opened_accounts(request, pk)
    with refusals_as_messages(request):
        response = HttpResponse(
            print_slips(job, by=request.user, **seen_from(request)), content_type="application/pdf"
        )
        response["Content-Disposition"] = content_disposition_header(True, "phieu-dat-mat-khau.pdf")
        response["Cache-Control"] = "private, no-store"
        return response
    return redirect("units:import", job.pk)


@require_POST
@needs_proof
def list_mails(request: HttpRequest, pk: int) -> HttpResponse:
    job = opened_accounts(request, pk)
    with refusals_as_messages(request):
        sent = send_mails(job, by=request.user, **seen_from(request))
        messages.success(request, f"{sent} thư mời đã vào hàng chờ gửi.")
    return redirect("units:import", job.pk)
