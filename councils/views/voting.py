"""The ballot on screen: marked, read once more, cast. What was chosen stands in no address and no log."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from councils.forms import BallotForm
from councils.models import VotingRound
from councils.services import cast_ballot, items_for, seat_in
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.web import refusals_as_messages


def round_of(request: HttpRequest, pk: int) -> VotingRound:
    seen = VotingRound.objects.visible_to(request.user, today())
    return get_object_or_404(seen.select_related("session__council__unit"), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def ballot(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own ballot; only who has a vote in the room may open it."""
    round_ = round_of(request, pk)
    seat = seat_in(round_.session, request.user)
    if seat is None:
        raise PermissionDenied
    form = BallotForm(request.POST or None, items=items_for(round_, seat))
    if request.method == "POST" and form.is_valid():
        return marked(request, round_, form)
    voted = round_.voters.filter(member=seat.member_id).first()
    context = {"round": round_, "session": round_.session, "form": form, "voted": voted}
    return render(request, "councils/ballot.html", context)


def marked(request: HttpRequest, round_: VotingRound, form: BallotForm) -> HttpResponse:
    """First the page that repeats every choice, then the act."""
    if "confirmed" not in request.POST:
        context = {"round": round_, "session": round_.session, "marked": form.marked()}
        return render(request, "councils/ballot_review.html", context)
    with refusals_as_messages(request):
        if not form.items:
            raise Refused("Mọi đề nghị của lượt này là việc của anh/chị: anh/chị không bỏ phiếu.")
        cast_ballot(round_, form.choices(), by=request.user)
        messages.success(request, "Đã ghi nhận phiếu của anh/chị. Không ai xem được anh/chị đã chọn gì.")
    return redirect("councils:ballot", round_.pk)
