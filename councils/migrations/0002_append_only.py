"""The trail cannot be changed or removed, whoever asks."""

from django.db import migrations

from thiduakt.events import ddl

forwards, backwards = ddl.migration("councils_councilsessionevent")


class Migration(migrations.Migration):
    dependencies = [("councils", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
