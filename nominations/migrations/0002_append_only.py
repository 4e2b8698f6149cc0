"""The trail cannot be changed or removed, whoever asks."""

from django.db import migrations

from thiduakt.events import ddl

forwards, backwards = ddl.migration("nominations_dossierevent", "nominations_registrationevent", "nominations_submissionevent")


class Migration(migrations.Migration):
    dependencies = [("nominations", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
