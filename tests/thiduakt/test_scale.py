"""What is written in bulk for measuring holds to the rules of what the services write."""

import pytest
from django.core.management import call_command

from nominations.models import DossierStage
from nominations.services.steps import move_dossier
from tests import world as w
from thiduakt.clock import today
from thiduakt.management.demo.bulk import AFTERWARDS, add_dossiers
from thiduakt.management.invariants import run_checks

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

# Two of each way that a dossier may have gone.
COUNT = 2 * len(AFTERWARDS)


@pytest.fixture
def world():
    """A commune with one list sent up, beside it the bulk."""
    world = w.make_world()
    w.arrived(world)
    assert add_dossiers(world.campaign, COUNT, today()) == COUNT
    return world


def test_bulk_passes_every_check_of_the_whole(world):
    assert [result.name for result in run_checks() if not result.ok] == []


def test_bulk_trails_verify(world, capsys):
    call_command("verify_events")
    assert capsys.readouterr().out.endswith("dòng sự kiện đều khớp.\n")


def test_bulk_dossier_takes_the_next_step_by_the_service(world):
    stage = DossierStage.objects.filter(state="arrived").order_by("pk").last()
    move_dossier(stage.dossier, "receive", by=world.officer)
    stage.refresh_from_db()
    assert (stage.state, stage.dossier.events.count()) == ("received", 4)
    assert [result.name for result in run_checks() if not result.ok] == []
