"""Bulk steps: frozen choice, preview with who stays and why, confirm, applied once."""

import pytest

from nominations.enums import StageState
from nominations.models import Dossier, DossierStage, Registration
from nominations.services import registrations, steps
from tests import world as w
from tests.world.kept import once
from thiduakt.flow_admin import bulk

pytestmark = [pytest.mark.page, pytest.mark.django_db]
LIST = "/quan-tri/nominations/dossierstage/"
REGISTRATIONS = "/quan-tri/nominations/registration/"


@pytest.fixture
def world():
    return w.make_world()


def choose(client, address: str, action: str, pks: list[int], *, everything: bool = False) -> str:
    """Press “Xem trước” and give the address of the preview."""
    data = {"action": action, "_selected_action": pks, "select_across": int(everything), "index": 0}
    return client.post(address, data)["Location"]


def states(dossiers: list[Dossier]) -> list[str]:
    return [Dossier.objects.get(pk=dossier.pk).stage.state for dossier in dossiers]


def stages(dossiers: list[Dossier]) -> list[DossierStage]:
    return [Dossier.objects.get(pk=dossier.pk).stage for dossier in dossiers]


def said(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def three_arrived():
    """One of them is received already, so that it must stay behind."""
    world = w.make_world()
    people = (world.staff.person, w.colleague(world, "Trần Văn Bình"), w.colleague(world, "Lê Văn Cảnh"))
    world.dossiers = w.arrived(world, *people)
    steps.move_dossier(world.dossiers[0], "receive", by=world.officer)
    return world


@pytest.fixture
def queue():
    return once("three arrived", three_arrived)


def test_preview_apply_and_second_press(client, queue):
    dossiers = queue.dossiers
    client.force_login(queue.officer)
    preview = choose(client, LIST, "receive", [stage.pk for stage in stages(dossiers)])
    page = client.get(preview)
    assert page.context["title"] == "Tiếp nhận: sẽ chuyển 2, bỏ qua 1"
    assert [(row["name"], reasons) for _, row, reasons in page.context["skipped"]] == [
        ("Đặng Thị Ngọc Ánh", ["Không thể “Tiếp nhận” khi đang ở trạng thái “Đã tiếp nhận”."])
    ]
    assert [row["name"] for _, row in page.context["going"]] == ["Trần Văn Bình", "Lê Văn Cảnh"]
    assert states(dossiers) == [StageState.RECEIVED, StageState.ARRIVED, StageState.ARRIVED]
    done = client.post(preview, follow=True)
    assert said(done) == ["Đã tiếp nhận 2 hồ sơ. Tiếp theo: thẩm định. Bỏ qua 1 hồ sơ."]
    assert states(dossiers) == [StageState.RECEIVED] * 3
    again = client.post(preview, follow=True)
    assert said(again) == [
        "Lượt này đã thực hiện rồi: Đã tiếp nhận 2 hồ sơ. Tiếp theo: thẩm định. Bỏ qua 1 hồ sơ. "
        "Không đổi gì thêm."
    ]
    assert [dossier.events.filter(action="receive").count() for dossier in dossiers] == [1, 1, 1]


def test_everything_of_the_filter_is_frozen(client, queue):
    dossiers = queue.dossiers
    client.force_login(queue.officer)
    first = stages(dossiers)[1].pk
    preview = choose(client, f"{LIST}?state=arrived", "receive", [first], everything=True)
    client.get(preview)
    late = w.arrived(queue, w.colleague(queue, "Đến Sau"))
    client.post(preview)
    assert states([*dossiers, *late]) == [*[StageState.RECEIVED] * 3, StageState.ARRIVED]


def test_request_for_many_needs_reason_and_day(client, queue):
    dossiers = queue.dossiers
    client.force_login(queue.officer)
    preview = choose(client, LIST, "request_changes", [stage.pk for stage in stages(dossiers)])
    client.get(preview)
    errors = client.post(preview, {"note": "", "due_on": ""}).context["form"].errors
    assert errors == {"note": ["Chưa ghi lý do “Yêu cầu bổ sung”."], "due_on": ["Chưa ghi ngày."]}
    client.post(preview, {"note": "Thiếu chữ ký", "due_on": "05/12/2099"})
    assert [(s.state, f"{s.due_on:%d.%m.%Y}") for s in stages(dossiers)] == [
        ("changes_requested", "05.12.2099")
    ] * 3


def test_number_is_typed_above_the_limit(client, queue, monkeypatch):
    monkeypatch.setattr(bulk, "TYPE_NUMBER_ABOVE", 1)
    dossiers = queue.dossiers
    client.force_login(queue.officer)
    preview = choose(client, LIST, "receive", [stage.pk for stage in stages(dossiers)])
    client.get(preview)
    errors = client.post(preview, {"confirm": "3"}).context["form"].errors
    assert errors == {"confirm": ["Gõ đúng số 2 để xác nhận."]}
    client.post(preview, {"confirm": "2"})
    assert states(dossiers) == [StageState.RECEIVED] * 3


def test_too_many_at_once_are_refused(client, queue, monkeypatch):
    monkeypatch.setattr(bulk, "MOST_AT_ONCE", 2)
    dossiers = queue.dossiers
    client.force_login(queue.officer)
    data = {"action": "receive", "_selected_action": [s.pk for s in stages(dossiers)], "index": 0}
    assert said(client.post(LIST, data, follow=True)) == ["Mỗi lượt làm nhiều nhất 2 hồ sơ; hãy lọc bớt."]


def test_preview_counts_the_slots(client, world):
    """One slot is left: the first of the list takes it, the second stays with the clause."""
    dossiers = w.council_approved(world, world.staff.person, w.colleague(world, "Trần Văn Bình"))
    pool = world.campaign.quota_set.get(group="individual")
    world.campaign.quota_set.filter(pk=pool.pk).update(used=pool.limit - 1)
    client.force_login(world.office_head)
    preview = choose(client, LIST, "propose", [stage.pk for stage in stages(dossiers)])
    page = client.get(preview)
    assert page.context["title"] == "Trình ký: sẽ chuyển 1, bỏ qua 1"
    assert page.context["skipped"][0][2][0].startswith("Đã hết chỉ tiêu 10 cá nhân (Mục")
    client.post(preview)
    assert states(dossiers) == [StageState.PROPOSED, StageState.COUNCIL_APPROVED]


def test_agenda_for_many(client, world):
    dossiers = w.eligible(world, world.staff.person, w.colleague(world, "Trần Văn Bình"))
    session = w.councils.plan_session(world.council, held_on=w.today(), subject="xét", by=world.officer)
    client.force_login(world.officer)
    preview = choose(client, LIST, "to_council", [stage.pk for stage in stages(dossiers)])
    client.get(preview)
    client.post(preview, {"session": session.pk})
    assert (states(dossiers), session.items.count()) == ([StageState.IN_COUNCIL] * 2, 2)


def test_actions_offered_follow_the_role(client, world):
    w.arrived(world)
    offered = []
    for user in (world.officer, world.office_head, world.records):
        client.force_login(user)
        form = client.get(LIST).context["action_form"]
        offered.append([name for name, _ in form.fields["action"].choices if name] if form else [])
    officer = ["receive", "request_changes", "mark_eligible", "reappraise", "to_council", "hold", "resume"]
    head = [*officer[:5], "propose", "unpropose", *officer[5:]]
    assert offered == [[*officer, "assign"], [*head, "assign"], []]


def test_preview_of_another_account_is_not_found(client, queue):
    dossiers = queue.dossiers
    client.force_login(queue.officer)
    preview = choose(client, LIST, "receive", [stage.pk for stage in stages(dossiers)])
    client.force_login(queue.officer2)
    assert client.get(preview).status_code == 404


def registered(world, who) -> Registration:
    made = registrations.create_registration(
        world.campaign, award_type=world.award, unit=world.economy, by=world.clerk, person=who
    )
    return registrations.move_registration(made, "submit", by=world.clerk)


def test_registrations_accepted_many_and_returned_one(client, world):
    first, second = registered(world, world.staff.person), registered(world, w.colleague(world, "Trần Bình"))
    third = registered(world, w.colleague(world, "Lê Cảnh"))
    client.force_login(world.officer)
    client.post(f"{REGISTRATIONS}{third.pk}/buoc/request_changes/", {"note": "Ghi rõ nội dung"})
    preview = choose(client, REGISTRATIONS, "accept", [first.pk, second.pk, third.pk])
    assert client.get(preview).context["title"] == "Tiếp nhận đăng ký: sẽ chuyển 2, bỏ qua 1"
    assert said(client.post(preview, follow=True)) == [
        "Đã tiếp nhận 2 đăng ký. Tiếp theo: đơn vị lập hồ sơ khi có kết quả. Bỏ qua 1 đăng ký."
    ]
    kept = Registration.objects.order_by("pk").values_list("state", flat=True)
    assert list(kept) == ["accepted", "accepted", "changes_requested"]
    page = client.get(f"{REGISTRATIONS}{third.pk}/change/")
    assert (page.status_code, page.context["steps"]) == (200, [])
