"""How long a signed-in session lasts: without a sign of its owner, and at most."""

import time

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from .refusals import SAFE, came_from

# Of the session: signed in at, last seen at, password proved at (seconds), why the one before ended.
SINCE, SEEN, PROVED, ENDED = "since", "seen", "proved", "ended"
# To note every request would make a write of every reading.
NOTE_EVERY = 60
MINUTE = 60
IDLE = (
    "Phiên đăng nhập đã kết thúc vì quá {} phút không thao tác. Những gì đã lưu vẫn còn; xin đăng nhập lại."
)
TOO_LONG = "Phiên đăng nhập đã kết thúc vì đã kéo dài quá {} giờ. Những gì đã lưu vẫn còn; xin đăng nhập lại."


def now() -> int:
    return int(time.time())


def stamp(session) -> None:
    """Begin the time of a session; whoever has just signed in has just proved who he is."""
    session[SINCE] = session[SEEN] = session[PROVED] = now()


def overdue(session) -> str:
    """The sentence that ends the session, empty while it may go on."""
    if now() - session.get(SINCE, 0) > settings.SESSION_LONGEST:
        return TOO_LONG.format(settings.SESSION_LONGEST // MINUTE // MINUTE)
    if now() - session.get(SEEN, 0) > settings.SESSION_IDLE:
        return IDLE.format(settings.SESSION_IDLE // MINUTE)
    return ""


class SessionLimitsMiddleware:
    """Stands before authentication: who comes too late is a stranger to everything behind it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        session = request.session
        if SESSION_KEY in session:
            if sentence := overdue(session):
                session.flush()
                session[ENDED] = sentence
                if request.method not in SAFE:
                    return to_the_door(request)
            elif now() - session[SEEN] > NOTE_EVERY:
                session[SEEN] = now()
        return self.get_response(request)


def to_the_door(request: HttpRequest):
    """A form cannot be sent again by signing in: back to the page that it stood on."""
    return redirect(f"{reverse('login')}?{urlencode({'next': came_from(request) or '/'})}")
