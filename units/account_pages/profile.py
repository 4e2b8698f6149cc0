"""One's own account: who one is here, the second factor, the sessions, and who is there once more."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thiduakt.clock import today
from thiduakt.web import needs_proof, prove, seen_from
from units.account_forms import ConfirmForm
from units.accounts.factors import confirmed_factor
from units.accounts.sessions import end_other_sessions
from units.models import AccessEvent, Delegation, UserSession
from units.models.accounts import LENT

from .sign_in import note_failure

SHOWN = 10


@never_cache
@require_safe
def profile(request: HttpRequest) -> HttpResponse:
    on = today()
    context = {
        "memberships": request.user.memberships.select_related("unit", *LENT).order_by("-since", "pk"),
        "lent": Delegation.objects.on(on).filter(source__user=request.user).select_related("receiver"),
        "appointment": request.user.person and request.user.person.appointment_on(on),
        "on": on,
        "factor": confirmed_factor(request.user),
        "lines": AccessEvent.objects.visible_to(request.user, on).select_related("by")[:SHOWN],
    }
    return render(request, "accounts/profile.html", context)


@never_cache
@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    """Where this account is signed in, this very session first."""
    rows = UserSession.objects.filter(user=request.user).order_by("-seen_at")
    own = request.session.session_key
    listed = sorted(rows, key=lambda row: row.session_key != own)
    return render(request, "accounts/sessions.html", {"rows": listed, "own": own})


@require_POST
@needs_proof
def sessions_end(request: HttpRequest) -> HttpResponse:
    done = end_other_sessions(request.user, keep=request.session.session_key, **seen_from(request))
    messages.success(request, f"Đã kết thúc {done} phiên khác." if done else "Không có phiên nào khác.")
    return redirect("sessions")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """The password once more, then back to what asked for it."""
    form = ConfirmForm(request.POST or None, request=request)
    if request.method == "POST":
        if form.is_valid():
            prove(request)
            return redirect(way_back(request))
        note_failure(request, request.user.username)
    return render(request, "accounts/confirm.html", {"form": form, "next": way_back(request)})


def way_back(request: HttpRequest) -> str:
    """An address on this site, or the start page."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    good = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if good else resolve_url("inbox")
