"""Holding secret ballots: opened on screen, closed, cancelled, or entered from the record of a paper one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from councils.enums import RoundState
from councils.forms import CancelForm, CloseRoundForm, OpenRoundForm, PaperRoundForm
from councils.models import VotingRound
from councils.services import cancel_round, close_round, enter_paper_round, open_round
from thiduakt.errors import Refused
from thiduakt.web import refusals_as_messages

from .pages import session_page
from .voting import round_of
from .writing import kept

COUNTED = "Đã kiểm phiếu. Tiếp theo: xem xếp hạng, in biên bản kiểm phiếu."


@require_POST
def round_open(request: HttpRequest, pk: int) -> HttpResponse:
    session = kept(request, pk)
    form = OpenRoundForm(request.POST, items=session.items.all())
    if not form.is_valid():
        messages.error(request, "Chưa mở bỏ phiếu: chưa chọn đề nghị nào.")
        return redirect(session)
    with refusals_as_messages(request):
        open_round(session, [item.pk for item in form.cleaned_data["items"]], by=request.user)
        messages.success(request, "Đã mở bỏ phiếu trên màn hình. Thành viên thấy phiếu ở Việc cần làm.")
    return redirect(f"{session.get_absolute_url()}#bo-phieu")


def round_kept(request: HttpRequest, pk: int) -> VotingRound:
    """A round of a session one keeps; 404 and 403 as its session."""
    round_ = round_of(request, pk)
    kept(request, round_.session_id)
    return round_


@require_POST
def round_close(request: HttpRequest, pk: int) -> HttpResponse:
    """Count: who did not vote is told on the page before; a refusal stands with what was typed."""
    round_ = round_kept(request, pk)
    if round_.state != RoundState.OPEN:
        raise Refused("Lượt bỏ phiếu này đã đóng từ trước.")
    form = CloseRoundForm(request.POST, items=round_.items.all())
    if form.is_valid() and done(
        form, lambda: close_round(round_, form.counts(), **form.facts(), by=request.user)
    ):
        messages.success(request, COUNTED)
        return redirect(f"{round_.session.get_absolute_url()}#xep-hang")
    return session_page(request, round_.session, close_form=form)


@require_POST
def round_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    round_, form = round_kept(request, pk), CancelForm(request.POST)
    with refusals_as_messages(request):
        if not form.is_valid():
            raise Refused("Chưa ghi lý do hủy lượt bỏ phiếu.")
        cancel_round(round_, by=request.user, note=form.cleaned_data["note"])
        messages.success(request, f"Đã hủy lượt bỏ phiếu {round_.number}, không phiếu nào được tính.")
    return redirect(round_.session)


@require_http_methods(["GET", "HEAD", "POST"])
def paper_round(request: HttpRequest, pk: int) -> HttpResponse:
    """The record of a ballot on paper: what does not add up stands on the page with what was typed."""
    session = kept(request, pk)
    form = PaperRoundForm(request.POST or None, items=session.items.all())
    if request.method == "POST" and form.is_valid() and entered(form, session, by=request.user):
        messages.success(request, COUNTED)
        return redirect(f"{session.get_absolute_url()}#xep-hang")
    return render(request, "councils/round_paper.html", {"session": session, "form": form})


def entered(form: PaperRoundForm, session, *, by) -> bool:
    return done(form, lambda: enter_paper_round(session, form.counts(), **form.facts(), by=by))


def done(form, act) -> bool:
    """Whether the act was done; a refusal stands on the form."""
    try:
        act()
    except Refused as refused:
        form.add_error(None, refused.reasons)
        return False
    return True
