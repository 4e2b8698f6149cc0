"""The demonstration, loaded as `make run` loads it, and taken back after the last journey."""

import pytest
from django.core.management import call_command
from django.db import transaction

from .journey import Journey


@pytest.fixture(scope="package")
def demonstration(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setenv("THIDUAKT_DEMO", "1")
        call_command("seed_demo", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def journey(demonstration, db):
    return Journey()
