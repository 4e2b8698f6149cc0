"""Numbers of what waits: kept for `MENU_COUNT_SECONDS`, counted anew after an act of one's own.

Counting for the menu and the sidebar is a third of the work of a page. What others do shows after that
time; the list itself is always made from the rows.
"""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest

KEY = "waiting_numbers"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def kept(request: HttpRequest, name: str, count: Callable[[], Any]) -> Any:
    """What was counted under a name a moment ago in this login, else counted now; plain JSON."""
    number, at = request.session.get(KEY, {}).get(name, (None, 0))
    if number is not None and 0 <= time.time() - at < settings.MENU_COUNT_SECONDS:
        return number
    number = count()
    keep(request, name, number)
    return number


def keep(request: HttpRequest, name: str, number: Any) -> None:
    if settings.MENU_COUNT_SECONDS:
        known = request.session.get(KEY, {})
        request.session[KEY] = known | {name: [number, int(time.time())]}


class ForgetCounts:
    """Whoever sent something has changed what waits: the next page counts again."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method not in SAFE:
            request.session.pop(KEY, None)
        return response
