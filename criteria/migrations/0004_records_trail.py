"""The trail of facts, scores, assignments and holds cannot be changed or removed."""

from django.db import migrations

from thiduakt.events import ddl

forwards, backwards = ddl.migration(
    "criteria_factevent", "criteria_scoreevent", "criteria_assignmentevent", "criteria_holdevent"
)


class Migration(migrations.Migration):
    dependencies = [("criteria", "0003_records")]
    operations = [migrations.RunPython(forwards, backwards)]
