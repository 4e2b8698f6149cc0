"""The demonstration, loaded as `make run` loads it, and taken back after the last journey."""

import pytest
from django.db import transaction

from tests import world

from .journey import Journey


@pytest.fixture(scope="package")
def demonstration(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setenv("THIDUAKT_DEMO", "1")
        world.demonstration()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def journey(demonstration, db):
    return Journey()
