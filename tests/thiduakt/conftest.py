import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder


@pytest.fixture
def recorder(settings) -> MigrationRecorder:
    """The record of steps, read as on a site that has them: `--no-migrations` hides them from Django."""
    settings.MIGRATION_MODULES = {}
    return MigrationRecorder(connection)
