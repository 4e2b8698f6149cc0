"""Most tests stand on tables made from the models: here every step is run, and must lead to the same."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import quote

import psycopg2
import pytest
from django.conf import settings
from django.db import connection

from tests.thiduakt.shape import shape

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

# For each new model Django makes every model that it leads to anew, 9,600 times for our 127; nothing leads
# to a new one yet, so here it alone is made. The tables are the same, in a third of the time.
RUN_ALL = """
import django, json
django.setup()
from django.core.management import call_command
from django.db import connection
from django.db.migrations.state import ProjectState
from tests.thiduakt.shape import shape

plain = ProjectState.add_model

def add_model(state, model):
    apps = state.__dict__.pop("apps", None)
    plain(state, model)
    if apps is not None:
        state.__dict__["apps"] = apps
        apps.render_multiple([model])

ProjectState.add_model = add_model
call_command("migrate", verbosity=0)
print(json.dumps(shape(connection)))
"""
# Made by a step alone, where PostgreSQL has the extension for it.
OF_STEPS_ONLY = "type=gin"


def on_postgresql(statement: str) -> None:
    """One statement outside every transaction, from a database that is always there."""
    server = connection.settings_dict
    line = psycopg2.connect(host=server["HOST"], user=server["USER"], dbname="postgres")
    line.autocommit = True
    try:
        line.cursor().execute(statement)
    finally:
        line.close()


@pytest.fixture
def empty(tmp_path) -> Iterator[str]:
    """The address of a database of the same kind without any table."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path}/steps.sqlite3"
        return
    server = connection.settings_dict
    name = f"{server['NAME']}_steps"
    on_postgresql(f'CREATE DATABASE "{name}"')
    try:
        yield f"postgres://{server['USER']}@{quote(server['HOST'], safe='')}/{name}"
    finally:
        on_postgresql(f'DROP DATABASE "{name}"')


def test_all_steps_lead_to_the_tables_of_the_models(empty):
    asked = os.environ | {"DATABASE_URL": empty, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    done = subprocess.run(
        [sys.executable, "-c", RUN_ALL], env=asked, cwd=settings.BASE_DIR, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    by_steps = json.loads(done.stdout)
    assert {table: without_search(words) for table, words in by_steps.items()} == {
        table: without_search(words) for table, words in shape(connection).items()
    }
    searched = {table for table, words in by_steps.items() if without_search(words) != words}
    assert searched == ({"units_person", "units_unit"} if connection.vendor == "postgresql" else set())


def without_search(words: list[str]) -> list[str]:
    return [word for word in words if OF_STEPS_ONLY not in word]
