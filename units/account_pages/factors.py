"""The pages of the second factor: what it is, turning it on, codes for a lost phone, turning it off."""

from urllib.parse import quote, urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from thiduakt.web import needs_proof, refusals_as_messages, seen_from
from units.account_forms import CodeForm, done_or_told
from units.accounts.duties import duty_of, needs_factor
from units.accounts.factors import (
    begin_factor,
    confirm_factor,
    confirmed_factor,
    drop_factor,
    plain_key,
    renew_codes,
)
from units.accounts.pictures import qr
from units.models import SecondFactor

from .sign_in import DUTY

ISSUER = "Thi đua khen thưởng"


@never_cache
@require_safe
def factor(request: HttpRequest) -> HttpResponse:
    held = confirmed_factor(request.user)
    context = {
        "factor": held,
        "left": held and held.recovery_codes.filter(used_at=None).count(),
        "obligatory": needs_factor(request.user),
    }
    return render(request, "accounts/factor.html", context)


@require_POST
@needs_proof
def factor_begin(request: HttpRequest) -> HttpResponse:
    """The key as a picture and in letters, and the field for the first code."""
    with refusals_as_messages(request):
        return key_page(request, begin_factor(request.user), CodeForm())
    return redirect("factor")


def key_page(request: HttpRequest, held: SecondFactor, form: CodeForm) -> HttpResponse:
    key = plain_key(held)
    groups = [key[start : start + 4] for start in range(0, len(key), 4)]
    context = {"qr": qr(otp_address(held)), "key": " ".join(groups), "form": form}
    return render(request, "accounts/factor_key.html", context)


def otp_address(held: SecondFactor) -> str:
    issuer = f"{ISSUER} {settings.SITE_OWNER}".strip()
    query = urlencode({"secret": plain_key(held), "issuer": issuer}, quote_via=quote)
    return f"otpauth://totp/{quote(f'{issuer}:{held.user.username}')}?{query}"


@require_POST
@needs_proof
def factor_confirm(request: HttpRequest) -> HttpResponse:
    """The first code turns it on; the recovery codes are shown now and never again."""
    form = CodeForm(request.POST)
    if form.is_valid():
        code = form.cleaned_data["code"]
        codes = done_or_told(form, "code", confirm_factor, request.user, code, **seen_from(request))
        if codes:
            request.session[DUTY] = duty_of(request.user)
            return render(request, "accounts/factor_codes.html", {"codes": codes, "fresh": True})
    with refusals_as_messages(request):
        return key_page(request, begin_factor(request.user), form)
    return redirect("factor")


@require_POST
@needs_proof
def factor_codes(request: HttpRequest) -> HttpResponse:
    with refusals_as_messages(request):
        codes = renew_codes(request.user, **seen_from(request))
        return render(request, "accounts/factor_codes.html", {"codes": codes})
    return redirect("factor")


@require_POST
@needs_proof
def factor_off(request: HttpRequest) -> HttpResponse:
    """Where the role asks for it, another phone is the only way on."""
    key = request.session.session_key
    with refusals_as_messages(request):
        drop_factor(request.user, by=request.user, keep=key, **seen_from(request))
        request.session[DUTY] = duty_of(request.user)
        messages.success(request, "Đã tắt xác thực hai lớp. Các phiên khác đã kết thúc.")
    return redirect("factor")
