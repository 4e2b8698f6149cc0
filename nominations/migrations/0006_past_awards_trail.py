"""The trail of awards from before the system cannot be changed or removed."""

from django.db import migrations

from thiduakt.events import ddl

forwards, backwards = ddl.migration("nominations_pastawardevent")


class Migration(migrations.Migration):
    dependencies = [("nominations", "0005_past_awards")]
    operations = [migrations.RunPython(forwards, backwards)]
