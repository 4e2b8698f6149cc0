"""The trail of rules and regimes cannot be changed or removed."""

from django.db import migrations

from thiduakt.events import ddl

forwards, backwards = ddl.migration("criteria_awardruleevent", "criteria_regimeevent")


class Migration(migrations.Migration):
    dependencies = [("criteria", "0005_law_versions")]
    operations = [migrations.RunPython(forwards, backwards)]
