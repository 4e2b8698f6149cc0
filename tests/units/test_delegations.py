"""A role lent for a time: in force then and only then, told everywhere, never more than the giver has."""

import datetime as dt

import pytest
from django.urls import reverse

from nominations.facts.words import dossier_story
from nominations.services import steps
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from units.enums import AccessKind, Role
from units.facts import signature_lines
from units.models import AccessEvent, Delegation, Membership, Notice, UnitEvent, User
from units.services.accounts import end_role
from units.services.delegations import delegate, take_back

from .pages import text

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

DAY = dt.timedelta(days=1)
PAPER = "Giấy ủy quyền số 03/GUQ-PKT ngày 05/12/2026"


@pytest.fixture
def world():
    return w.make_world()


def lend(world, giver="head", receiver="staff", *, since=0, until=7, paper=PAPER, by=None) -> Delegation:
    giver, receiver = getattr(world, giver), getattr(world, receiver)
    source = Membership.objects.filter(user=giver).latest("pk")
    span = {"since": today() + since * DAY, "until": today() + until * DAY}
    return delegate(source, receiver, **span, paper=paper, by=by or giver)


def roles(account: User, unit, after: int = 0) -> set[str]:
    return User.objects.get(pk=account.pk).roles_at(unit.pk, today() + after * DAY)


def test_role_is_held_in_its_time_and_by_both(world):
    lend(world, since=2, until=5)
    held = [roles(world.staff, world.economy, after) for after in (1, 2, 5, 6)]
    assert held == [set(), {Role.UNIT_HEAD}, {Role.UNIT_HEAD}, set()]
    assert roles(world.head, world.economy, 3) == {Role.UNIT_HEAD}


def test_act_names_in_whose_stead_it_was_done(world):
    dossier = w.submitted(world, w.colleague(world, "Bùi Văn Thêm"))
    lend(world)
    moved = steps.move_dossier(dossier, "unit_propose", by=User.objects.get(pk=world.staff.pk))
    assert dossier_story(moved)[0].who == "Đặng Thị Ngọc Ánh, Phòng Kinh tế, theo ủy quyền của Lê Minh Tuấn"


def test_own_role_is_named_before_a_lent_one(world):
    lend(world, "officer", "office_head")
    account = User.objects.get(pk=world.office_head.pk)
    used = account.membership_for(world.commune.pk, {Role.OFFICER, Role.OFFICE_HEAD}, today())
    assert (used.role, used.lent) == (Role.OFFICE_HEAD, "")


def test_trail_log_and_notices_tell_of_it(world):
    lent = lend(world)
    take_back(lent, by=world.head, note="về sớm")
    events = UnitEvent.objects.filter(unit=world.economy).order_by("seq")
    assert [(event.action, event.who) for event in events] == [
        ("delegate", "Lê Minh Tuấn"),
        ("undelegate", "Lê Minh Tuấn"),
    ]
    assert events[0].data["paper"] == PAPER
    lines = AccessEvent.objects.filter(kind__in=[AccessKind.DELEGATED, AccessKind.DELEGATION_ENDED])
    assert sorted(lines.values_list("account__username", "kind")) == [
        ("anh", "delegated"),
        ("anh", "delegation_ended"),
        ("tuan", "delegated"),
        ("tuan", "delegation_ended"),
    ]
    assert (
        list(Notice.objects.filter(user=world.staff).values_list("url", flat=True))
        == ["/tai-khoan/uy-quyen/"] * 2
    )


def test_taken_back_it_is_over_at_once(world):
    lent = lend(world)
    take_back(lent, by=world.admin)
    assert roles(world.staff, world.economy) == set()
    with pytest.raises(Refused, match="đã hết hiệu lực"):
        take_back(lent, by=world.head)
    assert lend(world).receiver == world.staff


def test_only_giver_and_administrator_take_it_back(world):
    lent = lend(world)
    with pytest.raises(Refused, match="Chỉ người đã ủy quyền"):
        take_back(lent, by=world.staff)


def test_giver_who_loses_the_role_lends_nothing(world):
    lend(world, until=20)
    end_role(Membership.objects.get(user=world.head), until=today() + 3 * DAY, by=world.admin)
    assert [roles(world.staff, world.economy, after) for after in (3, 4)] == [{Role.UNIT_HEAD}, set()]
    User.objects.filter(pk=world.head.pk).update(is_active=False)
    assert roles(world.staff, world.economy) == set()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"by": "admin"}, "Chỉ người đang giữ vai trò"),
        ({"since": -1}, "ngày đã qua"),
        ({"since": 3, "until": 2}, "không được trước ngày bắt đầu"),
        ({"until": 40}, "quá thời gian mình giữ vai trò"),
        ({"receiver": "head"}, "cho chính mình"),
        ({"receiver": "stranger"}, "không làm việc ở Phòng Kinh tế"),
        ({"paper": " "}, "khoản 4 Điều 13 Nghị định 30/2020/NĐ-CP"),
        ({"giver": "admin"}, "Không ủy quyền vai trò Quản trị"),
    ],
)
def test_nobody_lends_more_than_he_has(world, changes, sentence):
    Membership.objects.filter(user=world.head).update(until=today() + 30 * DAY)
    if "by" in changes:
        changes = changes | {"by": getattr(world, changes["by"])}
    with pytest.raises(Refused, match=sentence):
        lend(world, **changes)


def test_lent_role_is_not_lent_on_and_not_lent_twice(world):
    lend(world)
    with pytest.raises(Refused, match="không ủy quyền lại cho người khác"):
        lend(world, "staff", "clerk")
    with pytest.raises(Refused, match="đã có vai trò này trong thời gian đó"):
        lend(world, since=3, until=9)


def test_own_case_of_the_giver_is_the_receivers_too(world):
    """The head of the office wrote it; who stands in for him may not judge it, a colleague may."""
    (dossier,) = w.arrived(world)
    type(dossier).objects.filter(pk=dossier.pk).update(created_by=world.office_head)
    lend(world, "office_head", "officer")
    dossier = type(dossier).objects.get(pk=dossier.pk)
    officer = User.objects.get(pk=world.officer.pk)
    assert steps.check_step(dossier, "receive", by=officer) == [
        "Đây là hồ sơ của chính anh/chị hoặc do anh/chị lập hoặc của người đã ủy quyền cho anh/chị, "
        "nên anh/chị không được xét."
    ]
    assert steps.check_step(dossier, "receive", by=world.officer2) == []


def test_stand_in_does_not_propose_the_giver(world):
    dossier = w.submitted(world, world.head.person)
    lend(world)
    assert steps.check_step(dossier, "unit_propose", by=User.objects.get(pk=world.staff.pk)) == [
        "Anh/chị không quyết định việc đề nghị cho người đã ủy quyền cho mình; nhờ Hội đồng đơn vị."
    ]


def test_paper_signed_by_delegation_says_so(world):
    lend(world, "signer", "office_head")
    assert signature_lines(world.commune, world.office_head.person, today()) == [
        "TUQ. CHỦ TỊCH",
        "TRƯỞNG PHÒNG VĂN HÓA – XÃ HỘI",
    ]


def test_pages_lend_show_and_take_back(world, client):
    client.force_login(world.head)
    source = Membership.objects.get(user=world.head)
    typed = {
        "source": source.pk,
        "receiver": world.staff.pk,
        "since": f"{today():%d/%m/%Y}",
        "until": f"{today() + DAY:%d/%m/%Y}",
        "paper": PAPER,
    }
    client.post(reverse("delegation_new"), typed)
    lent = Delegation.objects.get()
    assert "Thủ trưởng đơn vị đang ủy quyền cho Đặng Thị Ngọc Ánh" in text(client.get(reverse("profile")))
    client.force_login(world.staff)
    shown = [text(client.get(reverse(name))) for name in ("inbox", "profile", "delegations")]
    assert ["heo ủy quyền của Lê Minh Tuấn" in page for page in shown] == [True] * 3
    assert client.post(reverse("delegation_end", args=[lent.pk])).status_code == 302
    assert not Delegation.objects.get().is_over(today())
    client.force_login(world.clerk)
    assert client.post(reverse("delegation_end", args=[lent.pk])).status_code == 404
    client.force_login(world.head)
    client.post(reverse("delegation_end", args=[lent.pk]))
    assert Delegation.objects.get().is_over(today())
