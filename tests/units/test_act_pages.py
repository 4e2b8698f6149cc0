"""Acts of organisation in the browser: asked for, shown, recorded with consent."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import world as w
from tests.units.pages import text, url
from thiduakt.clock import today
from units.models import Unit, UnitAct

pytestmark = [pytest.mark.page, pytest.mark.django_db]

DAY = dt.timedelta(days=1)


@pytest.fixture
def world():
    return w.make_world()


PAPER = {
    "effective_on": f"{today() + 40 * DAY:%d/%m/%Y}",
    "decision_number": "12/QĐ-UBND",
    "decision_date": f"{today():%d/%m/%Y}",
    "decision_issuer": "UBND tỉnh Khánh Hòa",
}


def test_act_is_shown_first_and_recorded_with_consent(client, world):
    w.draft(world)
    client.force_login(world.office_head)
    address = url("act-new", world.economy.pk, "merge")
    data = PAPER | {"others": [world.culture.pk], "code_0": "ktvh", "name_0": "Phòng Kinh tế – Văn hóa"}
    assert client.get(address).status_code == 200
    shown = client.get(address, data)
    assert (shown.context["reasons"], UnitAct.objects.count()) == ([], 0)
    assert "Hồ sơ HS-" in text(shown)
    sent = client.post(address, data | {"consent": "1"})
    act = UnitAct.objects.get()
    assert sent.url == url("act", act.pk)
    assert Unit.objects.get(code="ktvh").valid_from == today() + 40 * DAY
    assert "Phòng Kinh tế – Văn hóa" in text(client.get(sent.url))


def test_act_is_not_recorded_without_consent_or_against_objections(client, world):
    client.force_login(world.office_head)
    address = url("act-new", world.economy.pk, "merge")
    data = PAPER | {"code_0": "kt"}
    client.post(address, data)
    refused = client.post(address, data | {"consent": "1"})
    assert "Sáp nhập cần ít nhất hai đơn vị." in text(refused)
    assert UnitAct.objects.count() == 0


def test_split_through_its_page_places_everybody(client, world):
    client.force_login(world.office_head)
    address = url("act-new", world.economy.pk, "split")
    data = PAPER | {"code_0": "a", "name_0": "Phòng A", "code_1": "b", "name_1": "Phòng B"}
    rows = client.get(address, data).context["consent"].rows
    placed = {field.name: 1 for field in rows}
    client.post(address, data | placed | {"consent": "1"})
    assert Unit.objects.get(code="b").appointments.count() == len(rows) == 3


def test_unit_to_come_gets_its_head_before_its_day(client, world):
    client.force_login(world.office_head)
    data = PAPER | {"others": [world.culture.pk], "code_0": "ktvh", "name_0": "Phòng Kinh tế – Văn hóa"}
    client.post(url("act-new", world.economy.pk, "merge"), data | {"consent": "1"})
    made = Unit.objects.get(code="ktvh")
    assert client.get(url("unit", made.pk)).context["coming"] is True
    since = f"{today() + 41 * DAY:%d/%m/%Y}"
    post = {"unit": made.pk, "position": "Trưởng phòng", "since": since, "is_head": "on", "note": "QĐ 20"}
    later = world.head.person.appointments.get(unit=made)
    client.post(url("person-move", world.head.person_id), post)
    assert [row.person for row in made.appointments.filter(is_head=True)] == [world.head.person]
    assert later.since == today() + 40 * DAY


def test_unit_is_entered_below_another(client, world):
    client.force_login(world.office_head)
    data = {"parent": world.economy.pk, "name": "Tổ Nông nghiệp", "short_name": "Tổ NN", "code": "kt-1"}
    data |= {"kind": "don_vi", "valid_from": "05/12/2025"}
    client.post(url("unit-new"), data)
    made = Unit.objects.get(code="kt-1")
    assert (made.valid_from, made.parents.get().parent) == (dt.date(2025, 12, 5), world.economy)
    assert [event.action for event in made.events.all()] == ["found"]
    again = client.post(url("unit-new"), data | {"code": "kt-2", "parent": ""})
    assert "Chọn đơn vị cấp trên." in text(again)
    assert "Từ ngày 01/07/2025 không còn cấp huyện." in text(
        client.post(url("unit-new"), data | {"code": "kt-2", "kind": "huyen"})
    )
    client.force_login(world.clerk)
    assert client.get(url("unit-new")).status_code == 403


@pytest.mark.parametrize("kind", ["dissolve", "move", "rename", "split", "merge"])
def test_act_pages_are_for_who_keeps_the_unit(client, world, kind):
    address = url("act-new", world.school.pk, kind)
    answers = []
    for name in ("stranger", "clerk", "officer", "admin"):
        client.force_login(getattr(world, name))
        answers.append(client.get(address).status_code)
    assert answers == [404, 404, 200, 200]


def test_act_of_another_kind_is_404(client, world):
    client.force_login(world.admin)
    assert client.get(url("act-new", world.school.pk, "sell")).status_code == 404


def test_scan_that_is_no_pdf_is_told_and_the_act_stands(client, world):
    client.force_login(world.admin)
    address = url("act-new", world.school.pk, "dissolve")
    bad = SimpleUploadedFile("qd.pdf", b"not a pdf", "application/pdf")
    response = client.post(address, PAPER | {"consent": "1", "scan": bad}, follow=True)
    assert "chưa giữ được bản chụp" in text(response)
    assert UnitAct.objects.count() == 1


def test_acts_are_listed_to_who_sees_the_units(client, world):
    client.force_login(world.admin)
    client.post(url("act-new", world.school.pk, "dissolve"), PAPER | {"consent": "1"})
    told = []
    for name in ("officer", "stranger"):
        client.force_login(getattr(world, name))
        file = b"".join(client.get(url("acts"), {"tep": "csv"}).streaming_content).decode()
        told.append((client.get(url("acts")).context["page"].total, file.count(world.school.name)))
    assert told == [(1, 1), (0, 0)]
    assert client.get(url("act", UnitAct.objects.get().pk)).status_code == 404
