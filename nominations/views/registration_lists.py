"""Danh sách đăng ký: a unit's list, its steps, the level that receives it and holds those of all units."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campaigns.enums import DeadlineKind
from campaigns.models import Campaign
from documents.facts import to_confirm
from documents.files import pdf_response
from documents.pdf.render import render_pdf
from documents.printing import sheet_of
from nominations.facts.place_requests import pools_to_ask
from nominations.facts.registration_lists import held_by
from nominations.flow import LIST_FLOW
from nominations.forms.place_requests import asked_of
from nominations.forms.steps import StepForm
from nominations.models import Submission
from nominations.permissions import APPRAISERS
from nominations.printing.registrations import summary_paper
from nominations.services.registration_answers import answer_list, check_list
from nominations.services.registration_lists import draft_list, draft_list_above, prepare_list, send_list
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.vietnamese.text import slug_ascii
from thiduakt.web import (
    ask_proof,
    for_roles,
    is_proved,
    list_file,
    paginate,
    refusals_as_messages,
    refusals_on,
)
from units.enums import REVIEW_ROLES
from units.forms.signers import SignerForm
from units.models import Unit

from .asked import posted
from .files import LETTER_HEADINGS, letter_lines
from .open_campaigns import open_campaigns
from .registration_list_page import list_page, summaries, summary_page
from .results_decisions import signers
from .submissions import acting_units

WILL_SEND = (
    "Cấp số cho danh sách khi bấm nút dưới đây; {number} là số kế tiếp trong sổ lúc này.",
    "Danh sách được gửi đến {to}. Đã gửi thì không sửa được nữa, trừ khi bị trả lại.",
    "Người đăng ký thấy đăng ký của mình đã gửi đến đâu.",
)
DONE = {
    "receive": "Đã tiếp nhận danh sách đăng ký của {unit}.",
    "return_list": "Đã trả lại danh sách đăng ký của {unit}; đơn vị đọc được lý do.",
}
LEFT = "Còn {count} đăng ký của chính anh/chị hoặc do anh/chị lập: đồng nghiệp khác xử lý."


def visible(request: HttpRequest):
    rows = Submission.objects.of_registrations().visible_to(request.user, today())
    return rows.select_related("campaign__issuer", "unit", "to_unit", "paper", "answer")


def list_of(request: HttpRequest, pk: int) -> Submission:
    return get_object_or_404(visible(request), pk=pk)


@require_safe
def registration_lists(request: HttpRequest) -> HttpResponse:
    """The lists of one's units and those received, newest first; plans for which one may be begun."""
    found = visible(request)
    rows = letter_lines(found, "registrations")
    if file := list_file(request, "Danh sách đăng ký các đơn vị", LETTER_HEADINGS, rows):
        return file
    units = list(acting_units(request))
    campaigns = open_campaigns(request.user, today(), DeadlineKind.REGISTRATION) if units else []
    context = {
        "page": paginate(request, found, per_page=20),
        "units": units,
        "campaigns": campaigns,
        "summaries": summaries(request.user, today()),
        "today": today(),
    }
    return render(request, "nominations/registration_lists.html", context)


@require_POST
def registration_list_new(request: HttpRequest) -> HttpResponse:
    """The unit's open list for a campaign: the one that is there, or a new one."""
    campaigns = Campaign.objects.visible_to(request.user, today()).select_related("issuer")
    campaign = get_object_or_404(campaigns, pk=number(request.POST.get("campaign")))
    units = acting_units(request)
    if chosen := number(request.POST.get("unit")):
        units = units.filter(pk=chosen)
    unit = units.first()
    if unit is None:
        raise Refused("Chỉ cán bộ đầu mối hoặc thủ trưởng đơn vị được lập danh sách đăng ký.")
    return redirect(draft_list(campaign, unit, by=request.user))


def number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 10 else None


@require_safe
def registration_list(request: HttpRequest, pk: int) -> HttpResponse:
    return render(
        request, "nominations/registration_sheet.html", list_page(list_of(request, pk), request.user, today())
    )


@require_http_methods(["GET", "HEAD", "POST"])
def registration_list_step(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Drawn up and sent by the unit; received or sent back by the level above. GET says what it will do."""
    submission = list_of(request, pk)
    if LIST_FLOW.named(action):
        return answering(request, submission, action)
    if action not in ("prepare", "send"):
        raise Http404("no such step")
    if action == "send" and not is_proved(request):
        return ask_proof(request)
    if request.method == "POST":
        with refusals_as_messages(request):
            prepare(request, submission) if action == "prepare" else send(request, submission)
        return redirect(submission)
    return confirming(request, submission) if action == "send" else redirect(submission)


def prepare(request: HttpRequest, submission: Submission) -> None:
    keys = [int(key) for key in request.POST.getlist("key") if number(key)]
    signer, asked = None, {}
    if submission.level:
        form = SignerForm(request.POST, people=signers(submission.unit, today()))
        if not form.is_valid():
            raise Refused("Chưa chọn người ký.")
        signer = form.cleaned_data["signer"]
        asked = asked_of(request.POST, pools_to_ask(submission.campaign, submission.unit))
    made = prepare_list(submission, keys, signer=signer, asked=asked, by=request.user)
    messages.success(request, f"Đã lập danh sách. Tiếp theo: {made.paper.signer_name} duyệt.")


def send(request: HttpRequest, submission: Submission) -> None:
    sent = send_list(submission, by=request.user)
    messages.success(request, f"Đã gửi {sent.to_unit.name} danh sách đăng ký, số {sent.paper.reference}.")


def confirming(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Number and names once more, for whoever sends it; others find the list's page."""
    page = list_page(submission, request.user, today())
    if not page["sends"]:
        return redirect(submission)
    told, to = to_confirm(submission.paper, today()), submission.to_unit.name
    context = told | {
        "heading": "Gửi danh sách đăng ký",
        "lead": f"Sắp gửi danh sách đăng ký số {told['number']} đến {to}",
        "will": [line.format(number=told["number"], to=to) for line in WILL_SEND],
        "verb": "Cấp số, gửi danh sách",
    }
    return render(request, "documents_site/confirm.html", context)


def answering(request: HttpRequest, submission: Submission, action: str) -> HttpResponse:
    """GET says what is asked, or why the step may not be taken; POST takes it."""
    step = LIST_FLOW.named(action)[0]
    form = StepForm(posted(request), step=step)
    if taken := request.method == "POST" and (form.is_valid() or not step.needs_note):
        # A reason that was typed stays on the page when the step is refused.
        with refusals_on(form) if step.needs_note else refusals_as_messages(request):
            answer(request, submission, action, form.cleaned_data.get("note") or "")
        if not (step.needs_note and form.errors):
            return redirect(submission)
    reasons = [] if form.errors else check_list(submission, action, by=request.user, on=today())
    context = {"submission": submission, "step": step, "form": form, "reasons": reasons}
    status = 409 if taken else 200
    return render(request, "nominations/registration_list_step.html", context, status=status)


def answer(request: HttpRequest, submission: Submission, action: str, note: str) -> None:
    left = answer_list(submission, action, by=request.user, note=note)
    messages.success(request, DONE[action].format(unit=submission.unit.name))
    if left:
        messages.info(request, LEFT.format(count=len(left)))


def level(request: HttpRequest, pk: int, unit_pk: int) -> tuple[Campaign, Unit]:
    """A plan and a level whose registrations the reader may read; 404 for others."""
    campaigns = Campaign.objects.visible_to(request.user, today()).select_related("issuer")
    campaign = get_object_or_404(campaigns, pk=pk)
    held = [key for key in request.user.reading_unit_ids(today(), REVIEW_ROLES) if key == unit_pk]
    return campaign, get_object_or_404(Unit, pk__in=held)


@require_safe
@for_roles(*REVIEW_ROLES)
def registration_summary(request: HttpRequest, pk: int, unit_pk: int) -> HttpResponse:
    """Registrations of all units, consolidated at a level; as a file in the layout that is printed."""
    campaign, unit = level(request, pk, unit_pk)
    if file := summary_file(request, campaign, unit):
        return file
    context = summary_page(campaign, unit, request.user, today())
    return render(request, "nominations/registration_summary.html", context)


def summary_file(request: HttpRequest, campaign: Campaign, unit: Unit) -> HttpResponse | None:
    if "tep" not in request.GET:
        return None
    paper = summary_paper(campaign, unit, list(held_by(campaign, unit)), on=today())
    listed = sheet_of("submission.html", paper)
    if listed is None:
        return None
    title = "Tổng hợp đăng ký thi đua"
    return list_file(request, title, listed.headings, listed.rows, official=listed.official)


@require_safe
@for_roles(*REVIEW_ROLES)
def registration_summary_print(request: HttpRequest, pk: int, unit_pk: int) -> HttpResponse:
    campaign, unit = level(request, pk, unit_pk)
    paper = summary_paper(campaign, unit, list(held_by(campaign, unit)), on=today())
    name = slug_ascii(f"dang-ky-thi-dua-{unit.short_name}-{today():%Y-%m-%d}")
    return pdf_response(render_pdf("submission.html", paper), f"{name}.pdf")


@require_POST
@for_roles(*APPRAISERS)
def registration_list_up(request: HttpRequest, pk: int, unit_pk: int) -> HttpResponse:
    """The level's open list to the level above: the one that is there, or a new one."""
    if unit_pk not in request.user.acting_unit_ids(today(), APPRAISERS):
        raise Http404("not of this level")
    return redirect(draft_list_above(*level(request, pk, unit_pk), by=request.user))
