"""Tờ trình: the list, the page of one, its steps, the unit's session."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campaigns.enums import DeadlineKind
from campaigns.models import Campaign
from documents.facts import to_confirm
from nominations.forms.steps import SessionForm
from nominations.models import Submission
from nominations.services.submissions import draft_submission, prepare_letter, send_submission
from nominations.services.unit_sessions import open_unit_session
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.web import ask_proof, is_proved, list_file, paginate, refusals_as_messages, refusals_on
from units.enums import UNIT_ROLES
from units.models import Unit

from .asked import posted
from .files import LETTER_HEADINGS, letter_lines
from .forwarding import forwarding_step
from .forwarding_page import forwarding_page
from .open_campaigns import open_campaigns
from .submission_page import councils_of, submission_page

RELATED = ("campaign__issuer", "unit", "to_unit", "paper", "session__council", "minutes_file", "letter_file")
STEPS = {
    "prepare-letter": (prepare_letter, "Đã lập dự thảo tờ trình. Tiếp theo: thủ trưởng duyệt."),
    "send": (send_submission, "Đã gửi tờ trình. Tiếp theo: nơi nhận kiểm tra, tiếp nhận hồ sơ."),
}


def visible(request: HttpRequest):
    return Submission.objects.of_dossiers().visible_to(request.user, today()).select_related(*RELATED)


def acting_units(request: HttpRequest):
    return Unit.objects.on(today()).filter(pk__in=request.user.acting_unit_ids(today(), UNIT_ROLES))


@require_safe
def submission_list(request: HttpRequest) -> HttpResponse:
    """The unit's own lists and those received, newest first; plans for which one may be begun."""
    found = visible(request)
    rows = letter_lines(found, "stages__dossier")
    if file := list_file(request, "Danh sách tờ trình", LETTER_HEADINGS, rows):
        return file
    page = paginate(request, found, per_page=20)
    units = list(acting_units(request))
    campaigns = open_campaigns(request.user, today(), DeadlineKind.DOSSIER) if units else []
    context = {"page": page, "units": units, "campaigns": campaigns, "today": today()}
    return render(request, "nominations/submission_list.html", context)


@require_POST
def submission_new(request: HttpRequest) -> HttpResponse:
    """The unit's open list for a campaign: the one that is there, or a new one."""
    campaigns = Campaign.objects.visible_to(request.user, today()).select_related("issuer")
    campaign = get_object_or_404(campaigns, pk=request.POST.get("campaign") or None)
    units = acting_units(request)
    if chosen := request.POST.get("unit"):
        units = units.filter(pk=chosen)
    unit = units.first()
    if unit is None:
        raise Refused("Chỉ cán bộ đầu mối hoặc thủ trưởng đơn vị được lập tờ trình.")
    return redirect(draft_submission(campaign, unit, by=request.user))


@require_safe
def submission_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The list with who goes and who stays, the unit's papers, the next step."""
    submission = get_object_or_404(visible(request), pk=pk)
    if submission.level:
        return render(
            request, "nominations/forwarding.html", forwarding_page(submission, request.user, today())
        )
    return render(request, "nominations/submission.html", submission_page(submission, request.user, today()))


@require_http_methods(["GET", "HEAD", "POST"])
def submission_step(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """POST takes the step; before sending, GET repeats number, names and deadline."""
    submission = get_object_or_404(visible(request), pk=pk)
    if action not in STEPS:
        raise Http404("no such step")
    if action == "send" and not is_proved(request):
        return ask_proof(request)
    if submission.level:
        return forwarding_step(request, submission, action)
    if request.method != "POST":
        return sending_page(request, submission, action)
    if action == "prepare-letter" and drawn_up(request, submission):
        messages.info(request, "Dự thảo tờ trình đã được lập, không đổi gì thêm.")
        return redirect(submission)
    return taken(request, submission, *STEPS[action])


def taken(request: HttpRequest, submission: Submission, take, done: str) -> HttpResponse:
    with refusals_as_messages(request):
        take(submission, by=request.user)
        messages.success(request, done)
    return redirect(submission)


def sending_page(request: HttpRequest, submission: Submission, action: str) -> HttpResponse:
    """For a list that may be sent now; for any other its own page, where the checklist stands."""
    page = submission_page(submission, request.user, today())
    if action != "send" or not page["acts"] or not page["next"] or page["next"].kind != "send":
        return redirect(submission)
    if submission.paper and not submission.letter_file_id:
        page |= to_confirm(submission.paper, today())
    return render(request, "nominations/submission_confirm.html", page)


def drawn_up(request: HttpRequest, submission: Submission) -> bool:
    """Whether there is a draft that the pressed button did not mean to replace: it was pressed twice."""
    return bool(submission.paper_id) and request.POST.get("again") != str(submission.paper_id)


def submission_session(request: HttpRequest, pk: int) -> HttpResponse:
    """The unit's own council meets on what was handed in; its page writes attendance and votes."""
    submission = get_object_or_404(visible(request), pk=pk)
    if not request.user.roles_at(submission.unit_id, today()) & set(UNIT_ROLES):
        raise PermissionDenied
    councils = councils_of(submission, today())
    first = {"held_on": today(), "subject": "Xét, đề nghị khen thưởng", "place": submission.unit.name}
    form = SessionForm(posted(request), councils=councils, initial=first)
    if request.method == "POST" and form.is_valid() and (session := opened(form, submission, request.user)):
        messages.success(request, "Đã lập phiên họp với các hồ sơ đã nộp cho đơn vị. Tiếp theo: điểm danh.")
        return redirect(session_url(session) or submission)
    context = {"submission": submission, "form": form, "councils": councils}
    return render(request, "nominations/submission_session.html", context)


def opened(form: SessionForm, submission: Submission, user):
    """The new session; a refusal stands on the form."""
    asked = form.cleaned_data
    with refusals_on(form):
        return open_unit_session(submission, asked.pop("council"), by=user, **asked)
    return None


def session_url(session) -> str:
    """The page of a session, where there is one."""
    try:
        return reverse("councils:session", args=[session.pk])
    except NoReverseMatch:
        return ""
