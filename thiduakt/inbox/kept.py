"""The number in the menu of every page: counted at most once a minute, and anew after an act of one's own.

Counting is a third of the work of a page. What others do shows within a minute; the list itself is
always made from the rows.
"""

import time

from django.http import HttpRequest

KEY, SECONDS = "waiting", 60
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def kept_count(request: HttpRequest) -> int | None:
    """The number counted less than a minute ago in this login; None when it has to be counted."""
    number, at = request.session.get(KEY) or (0, 0)
    return number if 0 <= time.time() - at < SECONDS else None


def keep_count(request: HttpRequest, number: int) -> None:
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
