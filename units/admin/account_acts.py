"""What an administrator does to accounts: slips, mail, locks, sessions, lost phones."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from thiduakt.errors import Refused
from thiduakt.web import ask_proof, is_proved, refusals_as_messages, seen_from
from units.accounts.factors import confirmed_factor, drop_factor
from units.accounts.invitations import invite, send_invitation
from units.accounts.pictures import qr
from units.accounts.sessions import end_all_sessions
from units.accounts.states import lock_account, unlock_account
from units.enums import InvitationKind
from units.models import User


@dataclass(frozen=True)
class Act:
    """`label` on the button, `tells` before it is pressed, `done` after; `when` it is offered."""

    name: str
    label: str
    tells: str
    done: str
    run: Callable | None
    when: Callable[[User], bool]
    needs_note: bool = False
    danger: bool = False


def is_open(user: User) -> bool:
    return user.is_active


def is_locked(user: User) -> bool:
    return not user.is_active


def may_be_mailed(user: User) -> bool:
    return user.is_active and bool(user.email) and settings.MAIL_ON


def has_factor(user: User) -> bool:
    return confirmed_factor(user) is not None


ACTS = (
    Act(
        "phieu",
        "In phiếu đặt mật khẩu",
        "Phiếu có mã QR và mã chữ để chủ tài khoản tự đặt mật khẩu, dùng một lần, trong 14 ngày. "
        "Phiếu, đường dẫn cấp trước đó hết hiệu lực; mật khẩu đang dùng vẫn còn đến khi đặt mật khẩu mới.",
        "",
        None,
        is_open,
    ),
    Act(
        "thu",
        "Gửi thư đặt mật khẩu",
        "Thư có đường dẫn để chủ tài khoản tự đặt mật khẩu, dùng một lần, trong 7 ngày.",
        "Thư đã vào hàng chờ gửi.",
        send_invitation,
        may_be_mailed,
    ),
    Act(
        "phien",
        "Kết thúc mọi phiên đăng nhập",
        "Mọi máy đang mở tài khoản này phải đăng nhập lại.",
        "Đã kết thúc mọi phiên đăng nhập của tài khoản.",
        end_all_sessions,
        is_open,
    ),
    Act(
        "hai-lop",
        "Tắt xác thực hai lớp",
        "Dùng khi chủ tài khoản mất điện thoại và mất cả mã dự phòng. Gặp mặt hoặc gọi lại số đã biết "
        "để chắc đúng người rồi mới tắt.",
        "Đã tắt xác thực hai lớp của tài khoản.",
        drop_factor,
        has_factor,
        needs_note=True,
        danger=True,
    ),
    Act(
        "khoa",
        "Khóa tài khoản",
        "Tài khoản không đăng nhập được nữa, các phiên đang mở kết thúc ngay. Hồ sơ, văn bản vẫn còn nguyên.",
        "Đã khóa tài khoản.",
        lock_account,
        is_open,
        needs_note=True,
        danger=True,
    ),
    Act(
        "mo-khoa",
        "Mở khóa tài khoản",
        "Tài khoản đăng nhập lại được bằng mật khẩu cũ.",
        "Đã mở khóa tài khoản.",
        unlock_account,
        is_locked,
        needs_note=True,
    ),
)


def offered(user: User) -> list[Act]:
    return [act for act in ACTS if act.when(user)]


def account_act(page, request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Tells what an act does, then does it; for who keeps the accounts."""
    if not page.has_change_permission(request):
        raise PermissionDenied
    user = get_object_or_404(User, pk=pk)
    act = next((act for act in offered(user) if act.name == name), None)
    if act is None:
        raise Http404
    if request.method != "POST":
        context = {**page.admin_site.each_context(request), "title": act.label, "act": act, "account": user}
        return render(request, "admin/units/user/act.html", context)
    if act.run is None:
        return slips_page(page, request, [user])
    return done(request, user, act)


def act_named(name: str) -> Act:
    return next(act for act in ACTS if act.name == name)


def bulk(page, request: HttpRequest, users, name: str) -> HttpResponse | None:
    """First who will have it and who not; then, asked once more, it is done for those who may."""
    if not is_proved(request):
        return ask_proof(request)
    act = act_named(name)
    will = [user for user in users if act.when(user)]
    if "confirmed" in request.POST:
        return send_links(request, will) if act.run else slips_page(page, request, will)
    skipped = [user for user in users if not act.when(user)]
    context = {**page.admin_site.each_context(request), "title": act.label, "act": act}
    told = {"will": will, "skipped": skipped, "action": request.POST.get("action", "")}
    return render(request, "admin/units/user/bulk.html", context | told)


def done(request: HttpRequest, user: User, act: Act) -> HttpResponse:
    note = request.POST.get("note", "").strip()
    with refusals_as_messages(request):
        if act.needs_note and not note:
            raise Refused("Chưa ghi lý do.")
        given = {"note": note} if act.needs_note else {}
        act.run(user, by=request.user, **given, **seen_from(request))
        messages.success(request, act.done)
    return redirect("admin:units_user_change", user.pk)


def slips_page(page, request: HttpRequest, users) -> HttpResponse:
    """Slips to print, shown this once; a locked account has none, and is told."""
    slips = []
    for user in users:
        with refusals_as_messages(request):
            slip = invite(user, InvitationKind.SLIP, by=request.user, **seen_from(request))
            slips.append({"slip": slip, "qr": qr(slip.link)})
    host = urlsplit(settings.SITE_URL).netloc
    context = {
        **page.admin_site.each_context(request),
        "title": "Phiếu đặt mật khẩu",
        "slips": slips,
        "host": host,
    }
    return render(request, "admin/units/user/slips.html", context)


def send_links(request: HttpRequest, users) -> None:
    sent = 0
    for user in users:
        with refusals_as_messages(request):
            send_invitation(user, by=request.user, **seen_from(request))
            sent += 1
    if sent:
        messages.success(request, f"{sent} thư đã vào hàng chờ gửi.")
