"""Dossiers: the list, a new one, the page of one, its steps at the unit."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from campaigns.enums import DeadlineKind
from campaigns.models import Campaign
from nominations.facts.done import dossier_done
from nominations.facts.uses import initiatives_of
from nominations.forms.nominee import NomineeForm
from nominations.forms.steps import DossierFilter, StepForm
from nominations.models import Dossier
from nominations.services.dossiers import create_dossier
from nominations.services.steps import check_step, move_dossier
from thiduakt.clock import today
from thiduakt.web import list_file, paginate, refusals_as_messages, refusals_on

from .asked import posted
from .dossier_page import dossier_page, step_named
from .dossier_rows import dossier_rows, for_rows
from .files import DOSSIER_HEADINGS, dossier_lines
from .open_campaigns import open_campaigns

# What the step does, told before it is taken.
WILL = {
    "submit": ("Báo cáo, bản tóm tắt được khóa lại để thủ trưởng đơn vị xem và quyết định.",),
    "resubmit": ("Giấy tờ đã bổ sung được khóa lại và gửi cho nơi nhận hồ sơ.",),
    "unit_propose": ("Hồ sơ vào danh sách của tờ trình sắp gửi.",),
    "unit_return": ("Người lập sửa lại được hồ sơ, thấy lý do và ngày bổ sung.",),
    "unit_decline": ("Hồ sơ không vào tờ trình. Thủ trưởng vẫn đưa lại về đơn vị xét được.",),
    "unit_reopen": ("Hồ sơ trở lại chờ thủ trưởng đơn vị quyết định.",),
    "withdraw": ("Hồ sơ không được xét nữa và không khôi phục được.", "Được lập hồ sơ mới cho cùng người."),
}


def visible(request: HttpRequest):
    return Dossier.objects.visible_to(request.user, today())


def dossier_of(request: HttpRequest, pk: int, *also: str) -> Dossier:
    """The dossier with what its pages read, `also` fetched ahead; 404 for one not to be seen."""
    related = (
        "campaign__issuer",
        "campaign__checklist",
        "award_type",
        "person",
        "collective",
        "unit",
        "created_by",
    )
    rows = visible(request).select_related(*related).prefetch_related(*also)
    return get_object_or_404(rows, pk=pk)


@require_safe
def dossier_list(request: HttpRequest) -> HttpResponse:
    """One's own dossiers and those of one's units, newest first."""
    campaigns = Campaign.objects.filter(pk__in=visible(request).values("campaign"))
    form = DossierFilter(request.GET, campaigns=campaigns)
    found = form.filtered(visible(request))
    if file := list_file(request, "Danh sách hồ sơ", DOSSIER_HEADINGS, dossier_lines(found)):
        return file
    page = paginate(request, for_rows(found), per_page=20)
    context = {"form": form, "page": page, "rows": list(dossier_rows(page)), "today": today()}
    context["filtered"] = any(request.GET.get(name) for name in form.fields)
    if not page.total and not context["filtered"]:
        context["campaigns"] = open_campaigns(request.user, today(), DeadlineKind.DOSSIER)
    return render(request, "nominations/dossier_list.html", context)


def dossier_new(request: HttpRequest) -> HttpResponse:
    """Whom to name, under which plan; without a plan in the address one is chosen first."""
    key = request.GET.get("campaign")
    if not key:
        campaigns = open_campaigns(request.user, today(), DeadlineKind.DOSSIER)
        return render(request, "nominations/dossier_pick.html", {"campaigns": campaigns, "today": today()})
    campaign = get_object_or_404(Campaign.objects.visible_to(request.user, today()), pk=key)
    form = NomineeForm(posted(request), campaign=campaign, user=request.user, on=today())
    if request.method == "POST" and form.is_valid() and (dossier := created(form, campaign, request.user)):
        messages.success(request, f"Đã lập hồ sơ {dossier.code}. Viết tiếp theo danh sách việc.")
        return redirect(dossier)
    return render(request, "nominations/dossier_new.html", {"campaign": campaign, "form": form})


def created(form: NomineeForm, campaign: Campaign, user) -> Dossier | None:
    """The new dossier; a refusal stands on the form."""
    with refusals_on(form):
        return create_dossier(campaign, by=user, **form.chosen())
    return None


@require_safe
def dossier_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The task list, the verdicts, the papers, what comes next, the trail."""
    dossier = dossier_of(request, pk)
    context = dossier_page(dossier, request.user, today()) | initiatives_of(dossier) | {"today": today()}
    return render(request, "nominations/dossier.html", context)


def dossier_step(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """GET says what the step will do, or why it may not be taken; POST takes it."""
    dossier = dossier_of(request, pk)
    step = step_named(dossier.stage.state, action)
    if step is None:
        raise Http404("no such step")
    form = StepForm(posted(request), step=step)
    sent = request.method == "POST" and (form.is_valid() or not step.needs_note)
    if sent and (done := take_step(request, dossier, step, form)):
        return done
    context = {"dossier": dossier, "step": step, "form": form, "will": WILL[action]}
    context["reasons"] = [] if sent else check_step(dossier, action, by=request.user)
    return render(request, "nominations/dossier_step.html", context)


def take_step(request: HttpRequest, dossier: Dossier, step, form: StepForm) -> HttpResponse | None:
    """The way on; None where it is refused and what was typed stays on the form beside the reason."""
    asked = form.cleaned_data
    extra = {"due_on": asked["due_on"]} if asked.get("due_on") else {}
    with refusals_on(form) if step.needs_note else refusals_as_messages(request):
        move_dossier(dossier, step.action, by=request.user, note=asked.get("note") or "", **extra)
        messages.success(request, dossier_done(step.action, f"hồ sơ của {dossier.nominee_name}"))
        return redirect(dossier)
    return None if step.needs_note else redirect(dossier)
