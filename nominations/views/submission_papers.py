"""The unit's own letter and minutes as files: uploaded, taken off, handed out."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from councils.enums import SessionState
from councils.printing import minutes_paper
from documents.files import attachment, pdf_response
from documents.pdf.render import render_pdf
from documents.services.uploads import store_upload
from nominations.enums import SubmissionState
from nominations.models import Submission
from nominations.services.submissions import attach_to_submission
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.vietnamese.text import slug_ascii
from thiduakt.web import refusals_as_messages
from units.enums import UNIT_ROLES

from .papers import chosen_file
from .submissions import visible

WHAT = ("letter", "minutes")


def submission_of(request: HttpRequest, pk: int, what: str) -> Submission:
    if what not in WHAT:
        raise Http404("no such paper")
    return get_object_or_404(visible(request), pk=pk)


@require_POST
def submission_upload(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """A signed letter or minutes as a file, or (`remove`) the file off again."""
    submission = submission_of(request, pk, what)
    with refusals_as_messages(request):
        file = None if "remove" in request.POST else kept_upload(request, submission)
        attach_to_submission(submission, what, file, by=request.user)
        messages.success(request, "Đã tải tệp lên." if file else "Đã bỏ tệp.")
    return redirect(submission)


def kept_upload(request: HttpRequest, submission: Submission):
    """The checked file; nothing is kept of what could not be attached anyway."""
    acts = request.user.roles_at(submission.unit_id, today()) & set(UNIT_ROLES)
    if submission.state != SubmissionState.DRAFT or not acts:
        raise Refused("Tờ trình đã gửi hoặc không thuộc đơn vị anh/chị phụ trách, nên không thêm được tệp.")
    return store_upload(chosen_file(request), by=request.user)


@require_safe
def submission_file(request: HttpRequest, pk: int, what: str) -> FileResponse:
    """An uploaded letter or minutes, to those who see the list."""
    file = getattr(submission_of(request, pk, what), f"{what}_file")
    if file is None:
        raise Http404("no file")
    return attachment(file)


@require_safe
def submission_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes of the unit's session that go along, to those who see the list."""
    session = get_object_or_404(visible(request), pk=pk).session
    if session is None or session.state != SessionState.CLOSED:
        raise Http404("no minutes")
    name = slug_ascii(f"bien-ban-{session.held_on:%Y-%m-%d}")
    return pdf_response(render_pdf("minutes.html", minutes_paper(session)), f"{name}.pdf")
