"""The trails of units and people cannot be changed or removed; units are found by their short names too."""

from django.db import migrations

from thiduakt.events import ddl
from thiduakt.vietnamese.text import search_key

forwards, backwards = ddl.migration("units_unitevent", "units_personevent")


def fill_keys(apps, editor):
    units = apps.get_model("units", "Unit")
    for unit in units.objects.using(editor.connection.alias):
        unit.search_key = search_key(f"{unit.name} {unit.short_name}")
        unit.save(update_fields=["search_key"])


class Migration(migrations.Migration):
    dependencies = [("units", "0002_organisation")]
    operations = [
        migrations.RunPython(forwards, backwards),
        migrations.RunPython(fill_keys, migrations.RunPython.noop),
    ]
