"""The list shows how many criteria have each word; counted once for what is kept already."""

from collections import Counter

from django.db import migrations, models


def count(apps, schema_editor):
    rows = apps.get_model("nominations", "DossierStage").objects.exclude(verdicts=[]).order_by("pk")
    for stage in rows.only("verdicts").iterator(chunk_size=500):
        of_plan = [row["outcome"] for row in stage.verdicts if row.get("kind", "plan") == "plan"]
        stage.outcomes = dict(Counter(of_plan))
        stage.save(update_fields=["outcomes"])


class Migration(migrations.Migration):
    dependencies = [("nominations", "0007_place_requests")]

    operations = [
        migrations.AddField(
            model_name="dossierstage",
            name="outcomes",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.RunPython(count, migrations.RunPython.noop),
    ]
