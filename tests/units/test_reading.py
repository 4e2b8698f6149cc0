"""Who reads what after a unit has closed: its own account, its successor, nobody else."""

import datetime as dt

import pytest
from django.urls import reverse

from nominations.models import Award, Dossier
from nominations.services.dossiers import create_dossier
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from units import services
from units.enums import Role, UnitKind
from units.models import Membership, Unit, UnitHeir

pytestmark = [pytest.mark.page, pytest.mark.django_db]

DAY = dt.timedelta(days=1)


@pytest.fixture
def world():
    return w.make_world()


def end(unit: Unit, successor: Unit | None) -> None:
    """The unit's last day was yesterday."""
    if successor:
        services.succeed(unit, successor, "merge", today())
    else:
        services.close_unit(unit, last_day=today() - DAY)


def fresh(user):
    return type(user).objects.get(pk=user.pk)


def sees(user, dossier: Dossier) -> bool:
    return Dossier.objects.visible_to(fresh(user), today()).filter(pk=dossier.pk).exists()


def clerk_of_culture(world):
    who = w.person("Lê Kế Thừa", world.culture, "Chuyên viên")
    return w.account("keo", who, (world.culture, Role.UNIT_CLERK))


def test_closed_units_clerk_reads_and_writes_nothing(client, world):
    dossier = w.draft(world)
    end(world.economy, world.culture)
    assert sees(world.clerk, dossier)
    client.force_login(world.clerk)
    assert client.get(dossier.get_absolute_url()).status_code == 200
    told = client.post(reverse("nominations:dossier-step", args=[dossier.pk, "submit"]), {}, follow=True)
    last = today() - DAY
    assert (
        f"Phòng Kinh tế đã kết thúc hoạt động, ngày cuối là {last:%d/%m/%Y}. "
        "Tài khoản của đơn vị chỉ còn xem, không ghi được."
    ) in told.content.decode()
    assert client.post(reverse("logout")).status_code == 302


def test_account_with_another_role_goes_on_writing(client, world):
    end(world.economy, world.culture)
    services.grant(world.clerk, world.culture, Role.UNIT_CLERK, today())
    assert fresh(world.clerk).closed_unit(today()) is None


def test_successor_and_those_above_it_read_what_the_closed_unit_left(world):
    dossier = w.draft(world)
    heir = w.account(
        "keo", w.person("Lê Kế Thừa", world.culture, "Chuyên viên"), (world.culture, Role.UNIT_CLERK)
    )
    assert not sees(heir, dossier)
    end(world.economy, world.culture)
    assert sees(heir, dossier)
    assert not sees(world.stranger, dossier)


def test_unit_without_successor_leaves_its_records_to_the_one_above(world):
    w.draft(world)
    end(world.economy, None)
    assert [(row.unit, row.heir) for row in UnitHeir.objects.select_related("unit", "heir")] == [
        (world.economy, world.commune)
    ]


def test_records_of_a_dissolved_huyen_pass_on_with_those_of_its_rooms(world):
    """The huyện had a room that nobody succeeded; both are read by who keeps the huyện's records."""
    old = w.unit("h", "Ủy ban nhân dân huyện Cũ", UnitKind.HUYEN)
    room = w.unit("hp", "Phòng Tư pháp", UnitKind.PHONG, parent=old)
    services.close_unit(room, last_day=today() - DAY)
    end(old, world.commune)
    reading = world.officer.reading_unit_ids(today())
    assert reading == sorted([world.commune.pk, old.pk, room.pk])
    assert world.stranger.reading_unit_ids(today()) == [world.far.pk]
    assert world.officer.acting_unit_ids(today()) == [world.commune.pk]


def test_role_ended_before_its_unit_reads_no_more(world):
    Membership.objects.filter(user=world.clerk).update(until=today() - 3 * DAY)
    end(world.economy, world.culture)
    assert fresh(world.clerk).reading_unit_ids(today()) == []


def test_closed_unit_cannot_be_nominated(world):
    end(world.economy, world.culture)
    with pytest.raises(Refused, match=r"^Phòng Kinh tế đã kết thúc hoạt động, ngày cuối là .*15/2025/TT-BNV"):
        create_dossier(
            world.campaign,
            award_type=world.award,
            unit=world.commune,
            collective=world.economy,
            by=world.office_head,
        )


def test_award_of_the_predecessor_is_read_by_the_successor(world):
    document = w.awarded(world, world.economy)
    heir = w.account(
        "keo", w.person("Lê Kế Thừa", world.culture, "Chuyên viên"), (world.culture, Role.UNIT_CLERK)
    )
    end(world.economy, world.culture)
    seen = Award.objects.visible_to(fresh(heir), today())
    assert [award.name for award in seen] == ["Phòng Kinh tế"]
    assert [award.decision for award in seen] == [document]
