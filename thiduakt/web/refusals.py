"""What a page could not do, told in a sentence; what nobody can have meant, 404 or 400."""

import re
from contextlib import contextmanager
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import DataError
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.defaults import bad_request, page_not_found

from thiduakt.errors import Refused

NOT_ALLOWED = 405
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
SECRET = re.compile(r"password|code|token|secret")
BAD_LOOKUP = re.compile(r"^Field '\w+' expected ")


class RefusalMiddleware:
    """Turns what a page could not do into a sentence, and what nobody can have meant into 404 or 400.

    A `Refused` that no view caught: the sentence goes back to the page it came from, as a fragment (422) when
    htmx asked, or stands on a page of its own (409). Values that no row can have are never an error of ours.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        bare = response.status_code == NOT_ALLOWED and not response.content
        return render(request, "405.html", status=NOT_ALLOWED) if bare else response

    def process_view(self, request, view, args, kwargs):
        return bad_request(request, None) if has_nul(request) else None

    def process_exception(self, request, exception):
        if isinstance(exception, Refused):
            return refusal_response(request, exception.reasons)
        if isinstance(exception, ValidationError) and request.method not in SAFE:
            return refusal_response(request, exception.messages)
        if is_bad_lookup(exception):
            return no_such_thing(request, exception)
        return None


def has_nul(request: HttpRequest) -> bool:
    """Whether the address holds a NUL; what was typed into a form is refused there, with its word."""
    return any("\0" in value for value in (request.path, *_texts(request.GET)))


def _texts(query) -> list[str]:
    return [text for key, values in query.lists() for text in (key, *values)]


def is_bad_lookup(exception: Exception) -> bool:
    """A value in the address that the column cannot hold: a word for a number, a number past 64 bits."""
    if isinstance(exception, ValueError):
        return bool(BAD_LOOKUP.match(str(exception))) or "NUL (0x00)" in str(exception)
    return isinstance(exception, (ValidationError, OverflowError, DataError))


def no_such_thing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 for a page asked for, 400 for a form sent; neither tells what exists."""
    if request.method in SAFE:
        return page_not_found(request, Http404())
    return bad_request(request, exception)


def refusal_response(request: HttpRequest, reasons: list[str]) -> HttpResponse:
    """The refusal where the user will read it; `reasons` are whole Vietnamese sentences."""
    if is_fragment(request):
        response = render(request, "components/refusal.html", {"reasons": reasons}, status=422)
        response["HX-Retarget"], response["HX-Reswap"] = "#messages", "innerHTML"
        return response
    back = came_from(request)
    if not back:
        return render(request, "409.html", {"reasons": reasons, "typed": words_in(request)}, status=409)
    _tell(request, reasons)
    tell_typed(request)
    return redirect(back)


def is_fragment(request: HttpRequest) -> bool:
    htmx = getattr(request, "htmx", None)
    return bool(htmx) and not htmx.boosted


def came_from(request: HttpRequest) -> str:
    """The address on this site that the request came from, or ""; a page that refuses itself has none."""
    referer = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(referer, {request.get_host()}, require_https=request.is_secure()):
        return ""
    parts = urlsplit(referer)
    if request.method in SAFE and parts.path == request.path:
        return ""
    return parts._replace(scheme="", netloc="", fragment="").geturl() if parts.path.startswith("/") else ""


@contextmanager
def refusals_as_messages(request: HttpRequest, *, shown_again: bool = False):
    """Around one call of a service: its refusal becomes messages, and the view goes on to its redirect.

    The words that were sent are told along, or the redirect would lose them; not where the page that
    comes shows them again.
    """
    try:
        yield
    except Refused as refusal:
        _tell(request, refusal.reasons)
        if not shown_again:
            tell_typed(request)


@contextmanager
def refusals_on(form: BaseForm, field: str | None = None):
    """Around one call of a service: its refusal stands on the form (at `field`), which is then not valid."""
    try:
        yield
    except Refused as refusal:
        form.add_error(field, refusal.reasons)


def tell_typed(request: HttpRequest, *, but: tuple[str, ...] = ()) -> None:
    """What was typed and not kept, to be copied; `but`: beginnings of names whose words were kept."""
    if words := words_in(request, but):
        lines = "\n".join(f"“{text}”" for text in words)
        messages.warning(request, f"Chữ vừa gõ chưa được lưu, có thể chép lại:\n{lines}", "typed")


def words_in(request: HttpRequest, but: tuple[str, ...] = ()) -> list[str]:
    """The words of a form that was sent: keys, numbers and choices are none, a secret is nobody's to show."""
    if request.method in SAFE or hasattr(request, "sensitive_post_parameters"):
        return []
    sent = [(name, text.strip()) for name, texts in request.POST.lists() for text in texts]
    sent = [(name, text) for name, text in sent if not (SECRET.search(name) or name.startswith(but))]
    return list(dict.fromkeys(text for _, text in sent if " " in text or not text.isascii()))


def _tell(request: HttpRequest, reasons: list[str]) -> None:
    for reason in reasons:
        messages.error(request, reason)
