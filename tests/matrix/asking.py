"""One request, and its answer as one letter of the table."""

import copy

from django.conf import settings
from django.contrib.messages import WARNING
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished
from django.db import close_old_connections, connection, transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from thiduakt.clock import today
from thiduakt.inbox.views import MENU
from thiduakt.web.kept import KEY as WAITING
from thiduakt.web.limits import now, stamp
from units.models import User

LETTERS = {
    "R": "the page or the file",
    "W": "let in, and something was written",
    ">": "sent on to another page, nothing written",
    "n": "a sentence that refuses, nothing written",
    "L": "sent to the sign-in page",
    "x": "403",
    ".": "404, or 410 for what is gone",
    "!": "405, the method is not taken",
    "?": "400",
    "5": "500",
}
BY_STATUS = {200: "R", 400: "?", 403: "x", 404: ".", 410: ".", 405: "!", 409: "n", 422: "n"}
WRITES = ("INSERT", "UPDATE", "DELETE")
# Written by signing in and by telling something, not by what was asked.
ASIDE = ("django_session", "units_usersession", "django_content_type")


class Writes:
    """Counts the statements that change rows, but those that were rolled back again."""

    def __init__(self):
        self.count, self.marks = 0, {}

    def __call__(self, execute, sql, params, many, context):
        if sql.startswith("SAVEPOINT"):
            self.marks[sql.split()[-1]] = self.count
        if sql.startswith("ROLLBACK TO SAVEPOINT"):
            self.count = self.marks[sql.split()[-1]]
        if sql.startswith(WRITES) and not any(table in sql for table in ASIDE):
            self.count += 1
        return execute(sql, params, many, context)


class Undone(Exception):
    """Rolls back what a request wrote."""


def signed_in(user: User | None) -> str:
    """The session key of an account; "" for nobody."""
    if user is None:
        return ""
    client = Client()
    client.force_login(user)
    session = client.session
    stamp(session)
    session[WAITING] = {MENU: (0, now())}
    session.save()
    return session.session_key


def finish(response: HttpResponse) -> None:
    """The end of a request, but for closing the connection: on it stands the world."""
    request_finished.disconnect(close_old_connections)
    try:
        response.close()
    finally:
        request_finished.connect(close_old_connections)


def asked_of_itself(user):
    """The account with its units read: copies share what is known of them."""
    if user and user.is_authenticated:
        user.belonging_unit_ids(today())
    return user


class Asker:
    """Asks as one account. Whatever a request writes is rolled back before the next one.

    The first request finds its account by the session, as all do outside tests; the others get a copy
    of it, with what it has asked about itself (its units, its roles): nothing of that changes.
    """

    handler = WSGIHandler()
    handler.load_middleware()

    def __init__(self, user: User | None = None, **headers):
        self.session, self.headers, self.account = signed_in(user), headers, None

    def respond(self, method: str, url: str, data: dict | None = None) -> tuple[HttpResponse, int]:
        """(response, number of statements that wrote); `told` are its messages, `answer` its bytes."""
        factory, writes = RequestFactory(), Writes()
        if self.session:
            factory.cookies[settings.SESSION_COOKIE_NAME] = self.session
        request = getattr(factory, method.lower())(url, data or {}, **self.headers)
        request._dont_enforce_csrf_checks = True
        if self.account:
            request._cached_user = copy.copy(self.account)
        try:
            with transaction.atomic(), connection.execute_wrapper(writes):
                response = self.handler.get_response(request)
                response.told = getattr(getattr(request, "_messages", None), "_queued_messages", [])
                response.answer = response.getvalue() if response.streaming else response.content
                finish(response)
                self.account = self.account or asked_of_itself(getattr(request, "_cached_user", None))
                raise Undone
        except Undone:
            return response, writes.count

    def letter(self, method: str, url: str, data: dict | None = None) -> str:
        response, written = self.respond(method, url, data)
        return letter_of(response, written)


def letter_of(response: HttpResponse, written: int) -> str:
    status = response.status_code
    if status not in (301, 302, 303, 307, 308):
        return BY_STATUS.get(status, "5") if not (status == 200 and written) else "W"
    if response["Location"].startswith((reverse("login"), reverse("admin:login"))):
        return "L"
    if written:
        return "W"
    return "n" if any(message.level >= WARNING for message in response.told) else ">"
