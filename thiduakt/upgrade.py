"""A database left between two releases is told so before anything is done to it."""

from django.core.checks import Error
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def half_way(alias: str) -> list[str]:
    """The apps of whose replaced migrations some were run and some not: nothing leads on from there.

    Django itself then finds nothing left to run, and the site would miss columns.
    """
    run = MigrationRecorder(connections[alias]).applied_migrations()
    steps = MigrationLoader(None).replacements.values()
    return sorted(
        {step.app_label for step in steps if 0 < len(run.keys() & set(step.replaces)) < len(step.replaces)}
    )


def check_not_half_way(app_configs=None, databases=None, **kwargs) -> list[Error]:
    """A check of databases: `migrate` asks it first, so does `check --database default`."""
    return [
        Error(
            f"Cơ sở dữ liệu dừng giữa hai phiên bản ({', '.join(apps)}): hãy chạy `manage.py migrate` của"
            " phiên bản trước rồi mới nâng cấp; nếu là dữ liệu dùng thử thì xóa cơ sở dữ liệu và làm lại.",
            id="thiduakt.E001",
        )
        for alias in databases or []
        if (apps := half_way(alias))
    ]
