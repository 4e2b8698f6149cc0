"""The number in the menu: kept for `MENU_COUNT_SECONDS`, counted anew after an act of one's own.

Counting is a third of the work of a page. What others do shows after that time; the list itself is
always made from the rows.
"""

import time

from django.conf import settings
from django.http import HttpRequest

KEY = "waiting"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def kept_count(request: HttpRequest) -> int | None:
    """The number counted a moment ago in this login; None when it has to be counted."""
    number, at = request.session.get(KEY) or (0, 0)
    return number if 0 <= time.time() - at < settings.MENU_COUNT_SECONDS else None


def keep_count(request: HttpRequest, number: int) -> None:
    if settings.MENU_COUNT_SECONDS:
        request.session[KEY] = [number, int(time.time())]


class ForgetCount:
    """Whoever sent something has changed what waits: the next page counts again."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method not in SAFE:
            request.session.pop(KEY, None)
        return response
