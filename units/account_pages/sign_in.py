"""Signing in: name and password, then the code of the phone; and out again."""

from django.conf import settings
from django.contrib.auth import authenticate, login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from thiduakt.web import seen_from
from thiduakt.web.limits import ENDED, now, stamp
from units.account_forms import CodeForm, why_not
from units.accounts.access import record
from units.accounts.duties import duty_of
from units.accounts.factors import WRONG, confirmed_factor
from units.enums import AccessKind
from units.models import User

BACKEND = "units.backends.MembershipBackend"
# Of the session: who has given the right password and not yet the code; what is owed before going on.
HALF, DUTY = "half", "duty"
HALF_SECONDS = 300


def enter(request: HttpRequest, user: User, url: str) -> HttpResponse:
    """The whole way in, once everything asked for was right."""
    login(request, user, backend=BACKEND)
    stamp(request.session)
    request.session.update({**seen_from(request), DUTY: duty_of(user)})
    record(AccessKind.SIGNED_IN, user, **seen_from(request))
    return redirect(url)


def note_failure(request: HttpRequest, username: str) -> None:
    """One line for each try that was looked at; tries of who is already shut out are not counted here."""
    if getattr(request, "axes_failures_since_start", None) is None:
        return
    kind = AccessKind.LOCKED_OUT if getattr(request, "axes_locked_out", False) else AccessKind.FAILED
    record(kind, User.objects.filter(username=username).first(), **seen_from(request))


class SignIn(LoginView):
    redirect_authenticated_user = True

    def form_valid(self, form):
        user, url = form.get_user(), self.get_success_url()
        if confirmed_factor(user) is None:
            return enter(self.request, user, url)
        self.request.session[HALF] = {"user": user.pk, "at": now(), "next": url}
        return redirect("login_code")

    def form_invalid(self, form):
        note_failure(self.request, form.data.get("username", "")[:150])
        return super().form_invalid(form)

    def get_context_data(self, **kwargs):
        more = {
            "mail_on": settings.MAIL_ON,
            "locked_out": why_not(self.request, ""),
            "ended": self.request.session.pop(ENDED, "") if self.request.method == "GET" else "",
        }
        return super().get_context_data(**kwargs, **more)


def half_signed_in(request: HttpRequest) -> User | None:
    """Who gave the right password within the last minutes; such a session may do nothing else."""
    half = request.session.get(HALF)
    if not half or now() - half["at"] > HALF_SECONDS:
        return None
    return User.objects.filter(pk=half["user"], is_active=True).first()


@never_cache
@login_not_required
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """The second step: six digits, or a recovery code."""
    user = half_signed_in(request)
    if user is None:
        return redirect("login")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data["code"]
        if authenticate(request, username=user.username, factor_code=typed):
            return enter(request, user, request.session.pop(HALF)["next"])
        note_failure(request, user.username)
        form.add_error("code", why_not(request, WRONG))
    return render(request, "accounts/code.html", {"form": form})


@method_decorator(login_not_required, name="dispatch")
class SignOut(LogoutView):
    def post(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            record(AccessKind.SIGNED_OUT, request.user, **seen_from(request))
        return super().post(request, *args, **kwargs)
