"""Papers of a session as PDF: what goes out before it, the ballot, the records."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from councils.enums import RoundState, SessionState
from councils.models import VotingRound
from councils.printing import agenda_paper, ballot_sheet, invitation_paper, minutes_paper, round_record
from documents.files import pdf_response
from documents.pdf.render import render_pdf
from thiduakt.clock import today

from .pages import visible


@require_safe
def session_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes as PDF, marked as a draft until the session is closed."""
    session = get_object_or_404(visible(request), pk=pk)
    draft = session.state != SessionState.CLOSED
    content = render_pdf("minutes.html", minutes_paper(session), draft=draft)
    return pdf_response(content, f"bien-ban-{session.held_on:%Y-%m-%d}.pdf")


def meeting_pdf(session, paper: dict, name: str) -> HttpResponse:
    return pdf_response(render_pdf("meeting.html", paper), f"{name}-{session.held_on:%Y-%m-%d}.pdf")


@require_safe
def session_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    session = get_object_or_404(visible(request), pk=pk)
    return meeting_pdf(session, invitation_paper(session, on=today()), "giay-moi")


@require_safe
def session_agenda_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The order of the meeting and the list of proposals, before anything is voted."""
    session = get_object_or_404(visible(request), pk=pk)
    return meeting_pdf(session, agenda_paper(session, on=today()), "chuong-trinh")


@require_safe
def session_ballot(request: HttpRequest, pk: int) -> HttpResponse:
    session = get_object_or_404(visible(request), pk=pk)
    return meeting_pdf(session, ballot_sheet(session), "phieu-bau")


@require_safe
def record_of_round(request: HttpRequest, pk: int) -> HttpResponse:
    """The biên bản kiểm phiếu of a counted round."""
    rounds = VotingRound.objects.visible_to(request.user, today()).filter(state=RoundState.COUNTED)
    round_ = get_object_or_404(rounds.select_related("session__council__unit"), pk=pk)
    content = render_pdf("minutes.html", round_record(round_))
    return pdf_response(content, f"bien-ban-kiem-phieu-{round_.number}.pdf")
