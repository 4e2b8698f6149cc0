"""The world of the permission table: built once for the tests of this folder, rolled back after them."""

import copy
import logging
from collections.abc import Callable

import pytest
import weasyprint
from django.db import transaction
from django.http import HttpResponse
from django.template.backends.django import Template

import thiduakt.urls
from documents.services import printing
from tests.world import catalogue, once_in_a_run
from thiduakt.admin_site import ThiduaktAdminSite
from units.sessions import SessionStore

from .world import Matrix, build


@pytest.fixture(scope="package")
def matrix(django_db_setup, django_db_blocker) -> Matrix:
    with django_db_blocker.unblock(), transaction.atomic():
        catalogue()
        yield once_in_a_run("matrix", build)
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def menu_as_it_was(settings):
    """The number in the menu is the one that each session began with: counting costs more than a page."""
    settings.MENU_COUNT_SECONDS = 24 * 60 * 60


def read_once(load: Callable) -> Callable:
    """A session as it was when it was first read: whatever a request writes into it is rolled back."""
    known = {}

    def loaded(session) -> dict:
        if session.session_key not in known:
            known[session.session_key] = load(session)
        return copy.deepcopy(known[session.session_key])

    return loaded


class Unpainted:
    """Stands for what was laid out: as many pieces as there are make one file of no pages."""

    pages = ()

    def copy(self, pages):
        return self

    def write_pdf(self, *args, **kwargs) -> bytes:
        return b"%PDF-"


@pytest.fixture
def unprinted(monkeypatch):
    """Who gets in does not depend on how a page looks: nothing is laid out where only the letter counts."""
    monkeypatch.setattr(logging.getLogger("django.request"), "disabled", True)
    monkeypatch.setattr(Template, "render", lambda *args, **kwargs: "")
    monkeypatch.setattr(weasyprint.HTML, "render", lambda *args, **kwargs: Unpainted())
    monkeypatch.setattr(printing, "render_docx", lambda *args, **kwargs: b"PK")
    monkeypatch.setattr(SessionStore, "load", read_once(SessionStore.load))
    monkeypatch.setattr(ThiduaktAdminSite, "each_context", lambda *args, **kwargs: {})
    for status in (400, 403, 404):
        plain = lambda request, exception=None, status=status: HttpResponse(status=status)  # noqa: E731
        monkeypatch.setattr(thiduakt.urls, f"handler{status}", plain, raising=False)
