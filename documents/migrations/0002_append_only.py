"""The trail cannot be changed or removed, whoever asks."""

from django.db import migrations

from thiduakt.events import ddl

forwards, backwards = ddl.migration("documents_documentevent")


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
