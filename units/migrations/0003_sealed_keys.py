from django.db import migrations, models

from thiduakt.events.ddl import migration
from thiduakt.sealing import seal, unseal

forwards, _ = migration("units_accessevent")


def seal_keys(apps, schema_editor):
    rewrite(apps, seal)


def open_keys(apps, schema_editor):
    rewrite(apps, unseal)


def rewrite(apps, turn):
    for factor in apps.get_model("units", "SecondFactor").objects.all():
        factor.key = turn(factor.key)
        factor.save(update_fields=["key"])


class Migration(migrations.Migration):
    """Keys of phones are sealed; old lines of the log of access may go (its triggers are put anew)."""

    dependencies = [("units", "0002_search_index")]
    operations = [
        migrations.AlterField("secondfactor", "key", models.CharField(max_length=250)),
        migrations.RunPython(seal_keys, open_keys),
        migrations.RunPython(forwards, migrations.RunPython.noop),
    ]
