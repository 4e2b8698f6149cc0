"""The organisation when two people change it at the same moment."""

import datetime as dt

import pytest

from tests import world as w
from tests.races.together import at_once, refused
from thiduakt.clock import today
from units.enums import ActKind
from units.models import Appointment, Unit, UnitAct
from units.services import people
from units.services.acts import record_act
from units.services.reform import Decision, Reform

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

SOON = today() + dt.timedelta(days=30)


def test_unit_dissolved_twice_at_once_ends_once():
    world = w.make_world()
    paper = Decision("12/QĐ-UBND", today(), "UBND tỉnh Khánh Hòa")

    def act():
        return record_act(Reform(ActKind.DISSOLVE, [world.school], SOON, paper), by=world.admin)

    results = at_once([act, act])
    assert len(refused(results)) == 1
    assert UnitAct.objects.count() == 1
    assert Unit.objects.get(pk=world.school.pk).valid_to == SOON - dt.timedelta(days=1)


def test_two_heads_named_at_once_is_one():
    world = w.make_world()
    both = [w.colleague(world, name) for name in ("Trịnh Văn Hai", "Vũ Văn Ba")]

    def act(who):
        return lambda: people.appoint(who, world.school, "Hiệu trưởng", SOON, is_head=True)

    results = at_once([act(who) for who in both])
    assert len(refused(results)) == 1
    assert Appointment.objects.filter(unit=world.school, is_head=True).count() == 1
