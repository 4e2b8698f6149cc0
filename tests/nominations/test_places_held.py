"""How many places of a plan a unit holds, as its pages say it."""

import pytest

from campaigns.facts import places_held
from nominations.enums import StageState as S
from nominations.models import Dossier, DossierStage
from tests import world as w

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

WAYS = (
    ("individual", S.SENT, S.PROPOSED),
    ("individual", S.SENT, S.FORWARDED, S.RECEIVED),
    ("individual", S.SENT, S.FORWARDED, S.REVOKED),
    ("individual", S.SENT, S.FORWARDED, S.UPPER_DECLINED),
    ("individual", S.SENT, S.COUNCIL_APPROVED),
    ("collective", S.SENT, S.PROPOSED),
)


def on_its_way(world, unit, group: str, *states) -> None:
    who = {"person": w.colleague(world, "Người Giữ Chỗ")} if group == "individual" else {"collective": unit}
    common = {"campaign": world.campaign, "award_type": world.award, "created_by": world.clerk}
    dossier = Dossier.objects.create(unit=unit, group=group, is_live=False, **who, **common)
    for level, state in enumerate(states):
        DossierStage.objects.create(dossier=dossier, unit=unit, level=level, state=state)


def test_each_dossier_that_no_level_lost_holds_one_place_for_its_unit_alone():
    world = w.make_world()
    for way in WAYS:
        on_its_way(world, world.economy, *way)
    on_its_way(world, world.commune, "individual", S.SENT, S.PROPOSED)
    assert places_held(world.campaign, [world.economy.pk]) == {"individual": 2, "collective": 1}
    assert places_held(world.campaign, []) == {}


def test_a_draft_holds_none_without_asking(django_assert_num_queries):
    world = w.make_world()
    world.campaign.state = "draft"
    with django_assert_num_queries(0):
        assert places_held(world.campaign, [world.economy.pk]) == {}
