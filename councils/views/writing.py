"""Writing a session: agenda, attendance, counts, the chair's order, the end."""

import re
from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from councils.enums import SessionState
from councils.facts import ballots, quorum
from councils.forms import ChairForm, SubstituteForm, VotesForm, WriteForm
from councils.models import CouncilSession
from councils.registry import BUSINESS
from councils.services import (
    close_session,
    may_keep,
    may_plan,
    order_ties,
    send_substitute,
    write_session,
    write_vote_counts,
)
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.web import refusals_as_messages, refusals_on
from units.models import Person, Unit

from .pages import about_of, agenda_form, by_hands, facts_of, session_page, visible

ROW = re.compile(r"^(?:presence|yes|no|blank|rank)_(\d+)$")


def keeping(request: HttpRequest, pk: int) -> CouncilSession:
    """The session one keeps; 404 for one not to be seen, 403 for who only sits in it."""
    session = get_object_or_404(visible(request), pk=pk)
    if not may_keep(session.council, request.user, today()):
        raise PermissionDenied
    return session


def kept(request: HttpRequest, pk: int) -> CouncilSession:
    """The session one keeps while it may be written."""
    session = keeping(request, pk)
    if session.state == SessionState.CLOSED:
        raise Refused("Phiên họp đã kết thúc, không sửa được.")
    return session


def only_own(request: HttpRequest, keys) -> None:
    """404 for a member or a proposal of another session."""
    named = {int(match[1]) for name in request.POST if (match := ROW.match(name))}
    if named - set(keys):
        raise Http404("of another session")


@require_POST
def session_agenda(request: HttpRequest, pk: int) -> HttpResponse:
    session = get_object_or_404(visible(request), pk=pk)
    if not may_plan(session.council, request.user, today()):
        raise PermissionDenied
    form = agenda_form(session, request.user, request.POST)
    if form is None or not form.is_valid():
        messages.error(request, "Chưa đưa vào chương trình: chưa chọn hồ sơ, hoặc hồ sơ vừa thay đổi.")
        return redirect(session)
    with refusals_as_messages(request):
        left_out = BUSINESS[session.council.kind].add(session, form.cleaned_data["keys"], by=request.user)
        tell_added(request, len(form.cleaned_data["keys"]) - len(left_out), left_out)
    return redirect(session)


def tell_added(request: HttpRequest, count: int, left_out) -> None:
    if count:
        messages.success(request, f"Đã đưa {count} đề nghị vào chương trình họp.")
    for name, reasons in left_out:
        messages.warning(request, f"{name}: {' '.join(reasons)}")


@require_POST
def session_write(request: HttpRequest, pk: int) -> HttpResponse:
    """Attendance and the facts of the meeting."""
    session = kept(request, pk)
    rows = session.attendances.select_related("member__person")
    form = WriteForm(request.POST, instance=kept(request, pk), attendances=rows)
    only_own(request, [row.member_id for row in rows])
    written = {"by": request.user, "seen": seen_in(request)}
    back = refused(request, form, "written", lambda: write_session(session, **written, **form.written()))
    if back is not None:
        return session_page(request, session, write_form=form, **back)
    messages.success(request, "Đã lưu điểm danh và diễn biến phiên họp. Tiếp theo: nhập số phiếu.")
    return redirect(session)


def seen_in(request: HttpRequest) -> int | None:
    """Up to which act of the trail the page knew."""
    text = request.POST.get("seen", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def refused(request: HttpRequest, form, name: str, act: Callable) -> dict | None:
    """Do it; None when it was done, else what the page needs to come back with what was typed.

    Back for a misprint it knows no more of the others' acts (`name`) than it did before.
    """
    if not form.is_valid():
        return {name: seen_in(request)}
    with refusals_on(form):
        act()
    return {} if form.errors else None


@require_POST
def session_substitute(request: HttpRequest, pk: int) -> HttpResponse:
    """Who comes for a member, by the paper that sends him."""
    session = kept(request, pk)
    people = Person.objects.of_units(Unit.objects.within([session.council.unit_id], today()), today())
    form = SubstituteForm(request.POST, session=session, people=people)
    if form.is_valid():
        with refusals_on(form):
            row = send_substitute(session, **form.cleaned_data, by=request.user)
            messages.success(request, f"Đã ghi {row.substitute} dự thay {row.member.person}.")
    if form.errors:
        return session_page(request, session, substitute_form=form)
    return redirect(f"{session.get_absolute_url()}#diem-danh")


@require_POST
def session_votes(request: HttpRequest, pk: int) -> HttpResponse:
    """All counts are kept or none: what was typed stays on the page."""
    session = kept(request, pk)
    open_items = by_hands(facts_of(session, request.user))
    form = VotesForm(request.POST, items=open_items)
    only_own(request, session.items.values_list("pk", flat=True))
    refuse_balloted(request, session, open_items)
    seen = {"by": request.user, "seen": seen_in(request)}
    back = refused(request, form, "counted", lambda: write_vote_counts(session, form.counts(), **seen))
    if back is not None:
        return session_page(request, session, votes_form=form, **back)
    told = f"Đã lưu số phiếu của {len(form.counts())} đề nghị. Tiếp theo: kết thúc phiên họp."
    messages.success(request, told)
    return redirect(f"{session.get_absolute_url()}#xep-hang")


def refuse_balloted(request: HttpRequest, session: CouncilSession, open_items: list) -> None:
    """Raises Refused for counts of proposals that a secret ballot took over since the page was opened."""
    typed = {
        item: [request.POST.get(f"{name}_{item.pk}", "").strip() or "–" for name in ("yes", "no", "blank")]
        for item in session.items.all()
        if item not in open_items
    }
    if lost := [f"{item}: {', '.join(three)}" for item, three in typed.items() if set(three) != {"–"}]:
        raise Refused(
            "Chưa lưu số phiếu nào: đã có lượt bỏ phiếu kín, số phiếu lấy từ biên bản kiểm phiếu. "
            f"Số anh/chị ghi (đồng ý, không đồng ý, không hợp lệ): {'; '.join(lost)}."
        )


def ballots_of(session: CouncilSession, user) -> list:
    return ballots(session.items.all(), quorum(session)["total"], about_of(session, user))


@require_POST
def session_ties(request: HttpRequest, pk: int) -> HttpResponse:
    """The chair's order among those with equal votes at the cut."""
    session = kept(request, pk)
    only_own(request, session.items.values_list("pk", flat=True))
    tied = tied_in(request, session)
    if not tied:
        return nothing_equal(request, session)
    form = ChairForm(request.POST, items=tied)
    if form.is_valid():
        with refusals_on(form):
            order_ties(session, form.ranks(), by=request.user, note=form.cleaned_data["note"])
    if form.errors:
        return session_page(request, session, ties_form=form)
    messages.success(request, "Đã ghi thứ tự Chủ tịch Hội đồng quyết định.")
    return redirect(f"{session.get_absolute_url()}#xep-hang")


def tied_in(request: HttpRequest, session: CouncilSession) -> list:
    """The equal ones that were sent, those of one list of places; none when they are no more."""
    named = {int(match[1]) for name in request.POST if (match := ROW.match(name))}
    for ballot in ballots_of(session, request.user):
        if named & {item.pk for item in ballot.ties}:
            return ballot.ties
    return []


def nothing_equal(request: HttpRequest, session: CouncilSession) -> HttpResponse:
    """Back to the page as it is now, with what was typed."""
    with refusals_as_messages(request):
        raise Refused("Không còn đề nghị nào bằng phiếu ở vạch chỉ tiêu: số phiếu hoặc thứ tự vừa được ghi.")
    return redirect(session)


@require_POST
def session_close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close with results; what keeps the session open is said in sentences. Pressed twice it is told."""
    session = keeping(request, pk)
    if session.state == SessionState.CLOSED:
        messages.info(request, "Phiên họp đã kết thúc từ trước, không đổi gì thêm.")
        return redirect(session)
    business = BUSINESS.get(session.council.kind)
    with refusals_as_messages(request):
        (business.close if business else close_session)(session, by=request.user)
        messages.success(request, "Đã kết thúc phiên họp: kết quả ghi vào từng đề nghị, biên bản in được.")
    return redirect(session)
