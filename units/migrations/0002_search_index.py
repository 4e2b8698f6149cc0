import logging

from django.db import migrations, transaction
from django.db.utils import DatabaseError

NAMES = ("units_person", "units_unit")


def index_words(apps, schema_editor):
    """On PostgreSQL words inside names are found by their threes of letters; without it, by reading all."""
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            for table in NAMES:
                cursor.execute(
                    f'CREATE INDEX IF NOT EXISTS "{table}_search_trgm" ON "{table}" USING gin (search_key gin_trgm_ops)'
                )
    except DatabaseError:
        logging.getLogger(__name__).warning("pg_trgm is not there: searching reads every name.")


def drop_index(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for table in NAMES:
        schema_editor.execute(f'DROP INDEX IF EXISTS "{table}_search_trgm"')


class Migration(migrations.Migration):
    replaces = [("units", "0006_search_index")]
    dependencies = [("units", "0001_squashed")]
    operations = [migrations.RunPython(index_words, drop_index)]
