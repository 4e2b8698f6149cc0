"""Tờ trình to the level above: begun, drawn up for its signer, numbered and sent; its answer entered."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from campaigns.models import Campaign
from documents.facts import to_confirm
from nominations.forms.forwarding import ResultForm
from nominations.models import Submission
from nominations.permissions import APPRAISERS
from nominations.services.forwarding import draft_forwarding, forward_submission, prepare_forwarding
from nominations.services.upper_results import awaited_stages, enter_result
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.web import for_roles, needs_proof, refusals_as_messages, refusals_on
from units.forms.signers import SignerForm
from units.models import Unit

from .forwarding_page import forwarding_page
from .results_decisions import signers

# What sending does, told before it is done.
WILL_SEND = (
    "Cấp số cho tờ trình khi bấm nút dưới đây; {number} là số kế tiếp trong sổ lúc này.",
    "Hồ sơ được chuyển đến {above}; mỗi hồ sơ giữ một chỗ trong chỉ tiêu.",
    "Người được đề nghị và đơn vị thấy hồ sơ đã lên cấp trên.",
)
WITH_NOMINEE = ("dossier__person", "dossier__collective", "dossier__award_type")


@require_POST
@for_roles(*APPRAISERS)
def forwarding_new(request: HttpRequest, pk: int, unit_pk: int) -> HttpResponse:
    """The open list of a level for a campaign: the one that is there, or a new one."""
    campaign = get_object_or_404(Campaign.objects.visible_to(request.user, today()), pk=pk)
    held = [key for key in request.user.acting_unit_ids(today(), APPRAISERS) if key == unit_pk]
    unit = get_object_or_404(Unit, pk__in=held)
    return redirect(draft_forwarding(campaign, unit, by=request.user))


def forwarding_step(request: HttpRequest, submission: Submission, action: str) -> HttpResponse:
    """The list drawn up with who was ticked; or, confirmed once more, numbered and sent."""
    if action == "send" and request.method != "POST":
        return confirming(request, submission)
    if request.method == "POST":
        with refusals_as_messages(request):
            prepare(request, submission) if action == "prepare-letter" else send(request, submission)
    return redirect(submission)


def prepare(request: HttpRequest, submission: Submission) -> None:
    form = SignerForm(request.POST, people=signers(submission.unit, today()))
    if not form.is_valid():
        raise Refused("Chưa chọn người ký tờ trình.")
    keys = [int(key) for key in request.POST.getlist("key") if key.isdecimal()]
    made = prepare_forwarding(submission, keys, signer=form.cleaned_data["signer"], by=request.user)
    messages.success(request, f"Đã lập dự thảo tờ trình. Tiếp theo: {made.paper.signer_name} duyệt.")


def send(request: HttpRequest, submission: Submission) -> None:
    sent = forward_submission(submission, by=request.user)
    messages.success(request, f"Đã trình {sent.to_unit.name}, Tờ trình số {sent.paper.reference}.")


def confirming(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Number and names once more, for the records clerk; others find the list's page."""
    if not forwarding_page(submission, request.user, today())["numbers"]:
        return redirect(submission)
    told, above = to_confirm(submission.paper, today()), submission.to_unit.name
    context = told | {
        "heading": f"Trình {above}",
        "lead": f"Sắp gửi Tờ trình số {told['number']} đến {above}",
        "will": [line.format(number=told["number"], above=above) for line in WILL_SEND],
        "verb": "Cấp số, trình cấp trên",
    }
    return render(request, "documents_site/confirm.html", context)


@for_roles(*APPRAISERS)
@needs_proof
def submission_result(request: HttpRequest, pk: int) -> HttpResponse:
    """What the level above answered, by its paper: who is honoured, who is not and why."""
    submissions = Submission.objects.of_dossiers().visible_to(request.user, today()).filter(level__gte=1)
    submission = get_object_or_404(submissions.select_related("campaign", "unit", "to_unit"), pk=pk)
    if not request.user.roles_at(submission.unit_id, today()) & APPRAISERS:
        raise PermissionDenied
    stages = list(awaited_stages(submission).select_related(*WITH_NOMINEE).order_by("dossier__group", "pk"))
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ResultForm(*posted, stages=stages)
    if posted and form.is_valid() and (document := entered(form, submission, request.user)):
        messages.success(request, f"Đã ghi kết quả theo {document}.")
        return redirect(submission)
    return render(request, "nominations/forwarding_result.html", {"submission": submission, "form": form})


def entered(form: ResultForm, submission: Submission, user):
    """The paper with its results; a refusal stands on the form."""
    with refusals_on(form):
        return enter_result(submission, by=user, **form.chosen())
    return None
