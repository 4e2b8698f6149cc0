"""Setting a password: by a link or a slip for who has none, by the old one for who has."""

from django.contrib import messages
from django.contrib.auth import authenticate, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from thiduakt.web import refusals_as_messages, seen_from
from thiduakt.web.limits import stamp
from units.account_forms import ChangePasswordForm, NewPasswordForm, ResetForm, SlipForm, why_not
from units.accounts.duties import duty_of
from units.accounts.invitations import GONE, accept, ask_reset, invitation_by_token, is_open
from units.accounts.passwords import set_password
from units.models import Invitation

from .sign_in import DUTY, note_failure

INVITED = "invitation"
BAD_CODE = "Tên đăng nhập hoặc mã không đúng, hoặc phiếu đã hết hạn."
page = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@login_not_required
@page
def slip(request: HttpRequest) -> HttpResponse:
    """Name and code of a printed slip."""
    form = SlipForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        name, code = form.cleaned_data["username"], form.cleaned_data["code"]
        if user := authenticate(request, username=name, slip_code=code):
            return invited(request, user.invitations.exclude(code="").first())
        note_failure(request, name)
        form.add_error(None, why_not(request, BAD_CODE))
    return render(request, "accounts/slip.html", {"form": form})


@never_cache
@login_not_required
@require_safe
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The link of a mail or of a slip's QR: it goes into the session, out of the address."""
    found = invitation_by_token(token)
    if found is None:
        return render(request, "accounts/gone.html", {"sentence": GONE}, status=410)
    return invited(request, found)


def invited(request: HttpRequest, found: Invitation) -> HttpResponse:
    request.session.cycle_key()
    request.session[INVITED] = found.pk
    return redirect("invitation_password")


@never_cache
@login_not_required
@page
def invitation_password(request: HttpRequest) -> HttpResponse:
    """Two times the new password; then to the sign-in page, whose second step nobody skips."""
    found = Invitation.objects.select_related("user").filter(pk=request.session.get(INVITED)).first()
    if found is None or not is_open(found):
        return render(request, "accounts/gone.html", {"sentence": GONE}, status=410)
    form = NewPasswordForm(found.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        accept(found, form.cleaned_data["new_password1"], **seen_from(request))
        request.session.flush()
        messages.success(request, f"Đã đặt mật khẩu cho tài khoản {found.user.username}. Xin đăng nhập.")
        return redirect("login")
    return render(request, "accounts/set_password.html", {"form": form, "account": found.user})


@never_cache
@login_not_required
@page
def forgotten(request: HttpRequest) -> HttpResponse:
    """The same answer whether name and address belong together or not."""
    form = ResetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_as_messages(request):
            ask_reset(form.cleaned_data["username"], form.cleaned_data["email"], **seen_from(request))
        return render(request, "accounts/forgotten_done.html")
    return render(request, "accounts/forgotten.html", {"form": form})


@never_cache
@page
def password_change(request: HttpRequest) -> HttpResponse:
    """By the old password; this session goes on, every other one ends."""
    form = ChangePasswordForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        key = request.session.session_key
        set_password(request.user, form.cleaned_data["new_password1"], keep=key, **seen_from(request))
        update_session_auth_hash(request, request.user)
        stamp(request.session)
        request.session[DUTY] = duty_of(request.user)
        return redirect("password_change_done")
    return render(request, "registration/password_change_form.html", {"form": form})


@require_safe
def password_change_done(request: HttpRequest) -> HttpResponse:
    return render(request, "registration/password_change_done.html")
