"""Trả lời của cấp trên về số lượng: the answer to the places asked with a list, by its paper."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from nominations.forms.place_requests import AnswerForm
from nominations.models import Submission
from nominations.permissions import APPRAISERS
from nominations.services.place_requests import answer_requests, why_not_answer
from thiduakt.clock import today
from thiduakt.web import for_roles, needs_proof, refusals_on

from .registration_lists import list_of


@for_roles(*APPRAISERS)
@needs_proof
def registration_list_answer(request: HttpRequest, pk: int) -> HttpResponse:
    submission = list_of(request, pk)
    if reason := why_not_answer(submission, request.user, today()):
        messages.warning(request, reason)
        return redirect(submission)
    rows = list(submission.requests.filter(granted__isnull=True).select_related("quota__clause__campaign"))
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = AnswerForm(*sent, requests=rows)
    if sent and form.is_valid() and (document := answered(form, submission, request.user)):
        messages.success(request, f"Đã ghi trả lời theo {document}. Số lượng của kế hoạch theo số được cho.")
        return redirect(submission)
    return render(request, "nominations/registration_answer.html", {"submission": submission, "form": form})


def answered(form: AnswerForm, submission: Submission, user):
    """The paper with its numbers; a refusal stands on the form."""
    with refusals_on(form):
        return answer_requests(submission, by=user, **form.chosen())
    return None
