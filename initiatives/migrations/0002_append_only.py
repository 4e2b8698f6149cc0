"""The trail cannot be changed or removed, whoever asks."""

from django.db import migrations

from thiduakt.events import ddl

forwards, backwards = ddl.migration("initiatives_initiativeevent")


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
