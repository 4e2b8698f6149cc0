"""What a closed unit left unfinished: nobody moves it, until it is handed over by a recorded act."""

import datetime as dt

import pytest

from campaigns.facts.page import head_line
from campaigns.models import Campaign
from campaigns.permissions import roles_on
from councils.models import Council
from initiatives.facts.open_work import open_work
from initiatives.facts.words import story
from initiatives.services import steps as initiatives
from nominations.models import DossierStage
from nominations.services import steps
from nominations.services.handover import hand_over
from tests import world as w
from tests.world import initiatives as walk
from thiduakt.clock import VIETNAM, today
from thiduakt.errors import Refused
from thiduakt.management.invariants import run_checks
from units import services
from units.enums import Role
from units.models import Unit, User
from units.services.acts import record_act
from units.services.reform import Decision, Reform

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

DAY = dt.timedelta(days=1)


@pytest.fixture
def world():
    return w.make_world()


def test_open_dossier_of_a_closed_unit_waits_and_goes_on_after_the_handover(world):
    dossier = w.submitted(world)
    services.succeed(world.economy, world.culture, "merge", today())
    services.appoint(world.staff.person, world.culture, "Chuyên viên", today())
    services.grant(world.head, world.culture, Role.UNIT_HEAD, today())
    head = type(world.head).objects.get(pk=world.head.pk)
    dossier.refresh_from_db()
    (sentence,) = steps.check_step(dossier, "unit_propose", by=head)
    assert sentence.startswith("Phòng Kinh tế đã kết thúc hoạt động, ngày cuối là ")
    assert hand_over(world.economy, world.culture, by=world.admin) == 2  # the unit's council goes along
    dossier = type(dossier).objects.get(pk=dossier.pk)
    assert (dossier.unit, dossier.stage.unit) == (world.culture, world.culture)
    assert dossier.events.order_by("-seq").first().note == "Phòng Kinh tế → Phòng Văn hóa – Xã hội."
    assert steps.check_step(dossier, "unit_propose", by=head) == []
    assert [check.name for check in run_checks() if not check.ok] == []


def test_plan_and_council_go_on_under_the_new_name(world):
    (dossier,) = w.arrived(world)
    soon = today() + 5 * DAY
    at = dt.datetime.combine(soon, dt.time(9), VIETNAM)
    name = "Ủy ban nhân dân xã Phước Mới"
    made = Unit(code="moi", name=name, short_name=name, kind="xa", symbol="UBND", head_title="Chủ tịch")
    paper = Decision("12/QĐ-UBND", dt.date(2026, 1, 5), "UBND tỉnh Khánh Hòa")
    record_act(Reform("rename", [world.commune], soon, paper, into=[made]), by=world.admin)
    heir, officer = Unit.objects.get(code="moi"), User.objects.get(pk=world.officer.pk)
    hand_over(Unit.objects.get(pk=world.commune.pk), heir, by=world.admin, at=at)
    plan = Campaign.objects.get(pk=world.campaign.pk)
    assert plan.events.order_by("-seq").first().note == (
        "Ủy ban nhân dân xã Ninh Phước → Ủy ban nhân dân xã Phước Mới. "
        "Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh Khánh Hòa."
    )
    assert (plan.issuer, Council.objects.get(pk=world.council.pk).unit) == (heir, heir)
    assert roles_on(plan, officer, soon) == {Role.OFFICER}
    assert steps.check_step(type(dossier).objects.get(pk=dossier.pk), "receive", by=officer, at=at) == []
    assert head_line(plan).endswith(
        " của Ủy ban nhân dân xã Ninh Phước, nay do Ủy ban nhân dân xã Phước Mới tiếp tục thực hiện"
    )
    assert [check.name for check in run_checks() if not check.ok] == []


def test_initiative_of_a_closed_unit_goes_on_under_its_heir(world):
    made = walk.submitted(world)
    services.succeed(world.economy, world.culture, "merge", today())
    services.grant(world.head, world.culture, Role.UNIT_HEAD, today())
    left = [line["what"] for line in open_work([world.economy])]
    assert made.code in " ".join(left)
    hand_over(world.economy, world.culture, by=world.admin)
    made = walk.again(made)
    assert (made.unit, made.office, story(made)[0].label) == (
        world.culture,
        world.commune,
        "Chuyển tiếp cho nơi kế thừa",
    )
    head = type(world.head).objects.get(pk=world.head.pk)
    assert initiatives.check_step(made, "forward", by=head) == []
    assert [check.name for check in run_checks() if not check.ok] == []


def test_dossier_waiting_at_a_closed_level_goes_to_its_successor(world):
    (dossier,) = w.arrived(world)
    made = w.unit("moi", "Ủy ban nhân dân xã Mới", "xa", symbol="UBND", head="Chủ tịch")
    services.grant(world.admin, made, Role.ADMIN, today())
    for child in (world.economy, world.culture, world.school):
        services.set_parent(child, made, since=today())
    services.succeed(world.commune, made, "merge", today())
    hand_over(world.commune, made, by=world.admin)
    assert DossierStage.objects.get(dossier=dossier, level=1).unit == made
    assert DossierStage.objects.get(dossier=dossier, level=0).unit == world.economy
    assert [check.name for check in run_checks() if not check.ok] == []


def test_handover_to_no_heir_or_of_a_living_unit_is_refused(world):
    with pytest.raises(Refused, match=r"^Phòng Kinh tế còn hoạt động, chưa phải chuyển tiếp\.$"):
        hand_over(world.economy, world.culture, by=world.admin)
    services.succeed(world.economy, world.culture, "merge", today())
    world.economy.refresh_from_db()
    with pytest.raises(Refused, match=r"không phải là nơi kế thừa của Phòng Kinh tế\.$"):
        hand_over(world.economy, world.school, by=world.admin)
    hand_over(world.economy, world.culture, by=world.admin)
    with pytest.raises(Refused, match=r"^Phòng Kinh tế không còn việc nào chưa xong\.$"):
        hand_over(world.economy, world.culture, by=world.admin)


@pytest.mark.parametrize("who", ["clerk", "staff", "stranger"])
def test_only_who_keeps_both_units_hands_over(world, who):
    w.draft(world)
    services.succeed(world.economy, world.culture, "merge", today())
    with pytest.raises(Refused, match=r"^Anh/chị không phụ trách đơn vị này"):
        hand_over(world.economy, world.culture, by=getattr(world, who))
