"""What every test stands on: one kind each, no skips, armed event tables, a browser."""

import gc
from collections import Counter

import pytest
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.test import override_settings

from tests import world
from tests.world.kept import Ground
from thiduakt.events import ddl

pytest_plugins = ["tests.chromium"]

# Seconds for all tests of a kind together: printed at the end, not asserted.
BUDGET = {"pure": 45, "unit": 180, "page": 180, "race": 60, "journey": 90, "e2e": 150}


def kinds_of(item) -> set[str]:
    return {mark.name for mark in item.iter_markers() if mark.name in BUDGET}


TABLE = "tests/matrix/"
# The catalogue as it was loaded, for tests that come after one that emptied the database.
GROUND = pytest.StashKey[Ground]()


def on_sqlite() -> bool:
    return settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    # SQLite has one writer at a time: there is no race to see.
    races = [item for item in items if on_sqlite() and "race" in kinds_of(item)]
    config.hook.pytest_deselected(items=races)
    items[:] = [item for item in items if item not in races]


def pytest_runtest_setup(item):
    # Not while collecting: under xdist an error there hides behind an internal one.
    if len(kinds_of(item)) != 1:
        pytest.fail(f"needs exactly one kind marker of {', '.join(BUDGET)}", pytrace=False)
    if item.get_closest_marker("table") and not item.nodeid.startswith(TABLE):
        pytest.fail(f"`make test` looks for the permission table in {TABLE} only", pytrace=False)
    if ground := item.session.stash.get(GROUND, None):
        ground.restore()


def pytest_collection_finish(session):
    """What was loaded so far stays to the end: the collector of garbage need not look at it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def skip_to_failure(report):
    """A test that did not run must not look like one that passed."""
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} did not run ({reason}); a skipped test fails the run."
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item, call):
    return skip_to_failure((yield))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report(collector):
    return skip_to_failure((yield))


def pytest_terminal_summary(terminalreporter):
    spent = Counter()
    reports = [entry for entries in terminalreporter.stats.values() for entry in entries]
    for report in reports:
        for kind in BUDGET.keys() & getattr(report, "keywords", {}).keys():
            spent[kind] += getattr(report, "duration", 0)
    line = ", ".join(f"{kind} {spent[kind]:.1f} ({BUDGET[kind]})" for kind in BUDGET if spent[kind])
    terminalreporter.write_line(f"seconds by kind (budget): {line}")


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_setup, django_db_blocker):
    """The catalogue once for the run: no test changes it, and most of them need it.

    Made without migrations (`--no-migrations`), the event tables still want their triggers, and the
    steps their record.
    """
    with django_db_blocker.unblock():
        ddl.arm(connection)
        record_steps()
        request.session.stash[GROUND] = Ground(world.catalogue, django_db_blocker.unblock)
    yield
    with django_db_blocker.unblock():
        send_others_away()


def record_steps():
    """All migrations stand on record as run, and those that they replace."""
    with override_settings(MIGRATION_MODULES={}):
        steps = MigrationLoader(None)
    recorder = MigrationRecorder(connection)
    recorder.ensure_schema()
    replaced = [name for step in steps.replacements.values() for name in step.replaces]
    for name in {*steps.disk_migrations, *replaced} - recorder.applied_migrations().keys():
        recorder.record_applied(*name)


def send_others_away():
    """PostgreSQL drops no database somebody is in: a request the browser gave up may still be at work."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def commits(request) -> bool:
    """Whether the test ends in a flush instead of a rollback."""
    mark = request.node.get_closest_marker("django_db")
    by_mark = bool(mark and (mark.kwargs.get("transaction") or mark.args[:1] == (True,)))
    return by_mark or bool({"transactional_db", "live_server"} & set(request.fixturenames))


@pytest.fixture(autouse=True)
def event_triggers(request):
    """Tests that commit keep the event tables append-only, yet may be flushed afterwards.

    The flush happens in the teardown of `transactional_db`, requested here and so undone after us.
    """
    if not commits(request):
        yield
        return
    request.getfixturevalue("transactional_db")
    ddl.arm(connection)
    yield
    ddl.disarm(connection)
    request.session.stash[GROUND].gone = True
