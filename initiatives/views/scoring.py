"""Scoring: the session's board, and the sheet of one member."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from councils.enums import CouncilKind, SessionState
from councils.models import CouncilMember, CouncilSession
from initiatives.facts.board import board
from initiatives.forms.results import PointsForm
from initiatives.models import Initiative, Score
from initiatives.services.scores import why_not_score, write_scores
from initiatives.services.sessions import on_agenda, scores_url
from thiduakt.clock import today
from thiduakt.errors import Refused

from .asked import initiative_of, posted


@require_safe
def session_scores(request: HttpRequest, pk: int) -> HttpResponse:
    """Every initiative of the session: one's own sheets, and for who keeps the session all of them."""
    seen = CouncilSession.objects.visible_to(request.user, today()).select_related("council__unit")
    session = get_object_or_404(seen, pk=pk, council__kind=CouncilKind.INITIATIVE)
    context = {"session": session, **board(session, on_agenda(session), request.user, today())}
    return render(request, "initiatives/scores.html", context)


def initiative_score(request: HttpRequest, pk: int, member_pk: int) -> HttpResponse:
    """The sheet of one member: filled in by himself, or from paper by who keeps the session."""
    initiative, member = scored(request, pk, member_pk)
    rows = list(initiative.sheet.rows.all())
    given = dict(Score.objects.filter(item=initiative.item_id, member=member).values_list("row", "points"))
    form = PointsForm(posted(request), rows=rows, given=given)
    if request.method == "POST" and form.is_valid() and kept(form, initiative, member, by=request.user):
        messages.success(request, f"Đã lưu phiếu chấm “{initiative.name}” của {member.person.full_name}.")
        return redirect(scores_url(initiative.item.session))
    closed = initiative.item.session.state == SessionState.CLOSED
    context = {"initiative": initiative, "member": member, "form": form, "closed": closed}
    return render(request, "initiatives/score.html", context)


def scored(request: HttpRequest, pk: int, member_pk: int) -> tuple[Initiative, CouncilMember]:
    """404 for what is on no agenda or of another council, 403 for a sheet that is not one's to fill in."""
    initiative = initiative_of(request, pk)
    if initiative.item_id is None:
        raise Http404("on no agenda")
    seated = CouncilMember.objects.filter(attendances__session=initiative.item.session)
    member = get_object_or_404(seated.select_related("person"), pk=member_pk)
    if why_not_score(initiative, member, request.user, on=today()):
        raise PermissionDenied
    return initiative, member


def kept(form: PointsForm, initiative: Initiative, member: CouncilMember, *, by) -> bool:
    """Whether the points were kept; a refusal stands on the form."""
    try:
        write_scores(initiative, member, form.points(), by=by)
    except Refused as refused:
        form.add_error(None, refused.reasons)
        return False
    return True
