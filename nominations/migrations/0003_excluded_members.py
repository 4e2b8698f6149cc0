"""Who steps out of a vote is kept by name: the nominee, or the head of the nominated collective."""

from django.db import migrations
from django.db.models import Q


def people_of(apps, dossier, day) -> list[int]:
    if dossier.person_id:
        return [dossier.person_id]
    heads = apps.get_model("units", "Appointment").objects.filter(
        Q(until__isnull=True) | Q(until__gte=day), unit=dossier.collective_id, is_head=True, since__lte=day
    )
    return list(heads.values_list("person", flat=True))


def fill(apps, editor):
    members = apps.get_model("councils", "CouncilMember").objects
    stages = apps.get_model("nominations", "DossierStage").objects.filter(item__isnull=False)
    for stage in stages.select_related("item__session", "dossier"):
        session = stage.item.session
        people = people_of(apps, stage.dossier, session.held_on)
        stage.item.excluded.set(members.filter(attendances__session=session, person__in=people))


class Migration(migrations.Migration):
    dependencies = [
        ("councils", "0003_excluded_members"),
        ("nominations", "0002_append_only"),
        ("units", "0001_initial"),
    ]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
