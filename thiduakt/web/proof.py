"""Acts that ask who is there once more: the password was typed a short while ago, or is typed again."""

import functools

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from .limits import PROVED, now
from .refusals import SAFE, came_from

ASKED = "Việc này cần xác nhận đúng người: xin nhập lại mật khẩu, rồi bấm lại nút vừa bấm."


def is_proved(request: HttpRequest) -> bool:
    """A page is asked for in the first half of the time, so that its form can be filled in and sent."""
    lasts = settings.PROOF_SECONDS // (2 if request.method in SAFE else 1)
    return now() - request.session.get(PROVED, 0) <= lasts


def prove(request: HttpRequest) -> None:
    request.session[PROVED] = now()


def needs_proof(view):
    """A view that only who has lately proved to be the owner of the account may use.

    The page that asks leads back: to the view itself, or to the page whose button was pressed.
    """

    @functools.wraps(view)
    def wrapper(request, *args, **kwargs):
        return view(request, *args, **kwargs) if is_proved(request) else ask_proof(request)

    wrapper.needs_proof = True
    return wrapper


def ask_proof(request: HttpRequest) -> HttpResponse:
    back = request.get_full_path() if request.method in SAFE else came_from(request) or "/"
    if request.method not in SAFE:
        messages.warning(request, ASKED)
    return redirect(f"{reverse('confirm')}?{urlencode({'next': back})}")
