"""Triggers that make event tables append-only; used by the migrations and by the tests alike.

UPDATE, DELETE and (PostgreSQL) TRUNCATE are refused by the database itself, whoever asks. A log that is kept
for a time says so (`KEPT_DAYS`: its column of time, and days): an older row may go.
"""

from django.apps import apps

from .base import Event

FUNCTION = """
CREATE OR REPLACE FUNCTION thiduakt_append_only() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END
$$ LANGUAGE plpgsql
"""
NAMES = ("no_update", "no_delete", "no_truncate")


def tables() -> list[str]:
    """Names of all event tables of the installed apps, and of what else says it is APPEND_ONLY."""
    return [model._meta.db_table for model in apps.get_models() if append_only(model)]


def append_only(model) -> bool:
    return issubclass(model, Event) or getattr(model, "APPEND_ONLY", False)


def kept_days() -> dict[str, tuple[str, int]]:
    """Column and days by table, of the logs that are kept for a time."""
    models = (model for model in apps.get_models() if append_only(model))
    return {model._meta.db_table: model.KEPT_DAYS for model in models if hasattr(model, "KEPT_DAYS")}


def arm(connection, names: list[str] | None = None) -> None:
    """Put the triggers on the event tables; safe to repeat."""
    create = postgresql if connection.vendor == "postgresql" else sqlite
    disarm(connection, names)
    with connection.cursor() as cursor:
        for statement in create(tables() if names is None else names):
            cursor.execute(statement)


def disarm(connection, names: list[str] | None = None) -> None:
    """Take the triggers away: only for a flush between tests and for a migration going back."""
    on = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for table in tables() if names is None else names:
            for name in NAMES:
                suffix = f' ON "{table}"' if on else ""
                cursor.execute(f'DROP TRIGGER IF EXISTS "{table}_{name}"{suffix}')


def postgresql(names: list[str]):
    yield FUNCTION
    for table in names:
        for name, event, each in (
            ("no_update", "UPDATE", "ROW"),
            ("no_delete", "DELETE", "ROW"),
            ("no_truncate", "TRUNCATE", "STATEMENT"),
        ):
            young = while_young(table, event, "CURRENT_TIMESTAMP - INTERVAL '{days} days'")
            yield (
                f'CREATE TRIGGER "{table}_{name}" BEFORE {event} ON "{table}" '
                f"FOR EACH {each} {young}EXECUTE FUNCTION thiduakt_append_only()"
            )


def sqlite(names: list[str]):
    for table in names:
        for name, event in (("no_update", "UPDATE"), ("no_delete", "DELETE")):
            young = while_young(table, event, "datetime('now', '-{days} days')")
            yield (
                f'CREATE TRIGGER "{table}_{name}" BEFORE {event} ON "{table}" '
                f"{young}BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
            )


def while_young(table: str, event: str, since: str) -> str:
    """The condition of a trigger that lets old rows go; nothing where rows stay for ever."""
    if event != "DELETE" or table not in kept_days():
        return ""
    column, days = kept_days()[table]
    return f'WHEN (OLD."{column}" > {since.format(days=days)}) '


def migration(*names: str):
    """The two functions of a RunPython that arms the named tables and disarms them going back.

    SQLite rebuilds a table that a migration alters and loses its triggers: such a migration
    ends with this operation again.
    """

    def forwards(_apps, editor):
        arm(editor.connection, list(names))

    def backwards(_apps, editor):
        disarm(editor.connection, list(names))

    return forwards, backwards
