"""The office's queue: what waits too long, whose work it is, lists kept under a name."""

import datetime as dt

import pytest

from nominations.facts.waiting import is_slow, last_slow_day
from nominations.facts.words import dossier_story
from nominations.models import DossierStage, SavedFilter
from nominations.services.assigning import assign
from nominations.services.saved_filters import only
from tests import world as w
from thiduakt.clock import database_now

LIST = "/quan-tri/nominations/dossierstage/"


@pytest.fixture
def world():
    return w.make_world()


def stage_of(dossier) -> DossierStage:
    return DossierStage.objects.get(dossier=dossier, level=1)


def listed(client, query: str) -> list[str]:
    rows = client.get(f"{LIST}?{query}").context["cl"].result_list
    return [stage.dossier.nominee_name for stage in rows]


def said(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


@pytest.mark.pure
@pytest.mark.parametrize(
    ("on", "slow"),
    [("2026-11-20", "2026-11-16"), ("2026-11-21", "2026-11-16"), ("2026-11-23", "2026-11-17")],
)
def test_last_slow_day_counts_working_days(on, slow):
    on, slow = dt.date.fromisoformat(on), dt.date.fromisoformat(slow)
    assert (last_slow_day(on), is_slow(slow, on), is_slow(slow + dt.timedelta(1), on)) == (slow, True, False)


@pytest.mark.pure
def test_only_filters_of_an_address_are_kept():
    assert (
        only("p=2&q=an%20b&state=arrived&x=1&waiting=", ("state", "waiting", "q")) == "state=arrived&q=an+b"
    )


@pytest.mark.page
@pytest.mark.django_db
def test_late_ones_are_counted_and_found(client, world):
    late, fresh = w.arrived(world, world.staff.person, w.colleague(world, "Trần Văn Bình"))
    DossierStage.objects.filter(dossier=late).update(changed_at=database_now() - dt.timedelta(days=10))
    client.force_login(world.officer)
    page = client.get(LIST).context
    assert [(box["note"], box["late"]) for box in page["counts"][:1]] == [("1 quá 3 ngày làm việc", True)]
    assert [(one["label"], one["n"]) for one in page["lists"]] == [
        ("Tất cả", 2),
        ("Của tôi", 0),
        ("Chưa giao", 2),
        ("Quá hạn", 1),
    ]
    assert (listed(client, "waiting=tre"), listed(client, "waiting=trong-han")) == (
        [late.nominee_name],
        [fresh.nominee_name],
    )


@pytest.mark.page
@pytest.mark.django_db
def test_many_are_given_to_a_colleague_who_finds_them(client, world):
    first, second = w.arrived(world, world.staff.person, w.colleague(world, "Trần Văn Bình"))
    client.force_login(world.officer)
    chosen = {"action": "assign", "_selected_action": [stage_of(first).pk, stage_of(second).pk], "index": 0}
    preview = client.post(LIST, chosen)["Location"]
    assert client.get(preview).context["title"] == "Giao thụ lý: sẽ giao 2, bỏ qua 0"
    client.post(preview, {"assignee": world.officer2.pk})
    client.post(f"{LIST}{stage_of(first).pk}/buoc/assign/", {"assignee": ""})
    assert [event.note for event in first.events.filter(action="assign")] == [
        "Hồ Thị Dung",
        "thôi giao Hồ Thị Dung",
    ]
    client.force_login(world.officer2)
    assert listed(client, "assignee=toi") == [second.nominee_name]
    assert listed(client, "assignee=chua-giao") == [first.nominee_name]


@pytest.mark.unit
@pytest.mark.django_db
def test_assigning_says_why_one_stays_and_the_unit_reads_nothing_of_it(world):
    nominee = w.colleague(world, "Trần Văn Bình")
    own, other = w.arrived(world, nominee, world.staff.person)
    world.officer2.person = nominee
    world.officer2.save()
    outcome = assign([own.pk, other.pk], world.officer2, by=world.officer)
    assert [(dossier.pk, reasons) for dossier, reasons in outcome.skipped] == [
        (own.pk, ["Hồ Thị Dung liên quan đến hồ sơ này nên không thụ lý được."])
    ]
    assert assign([other.pk], world.stranger, by=world.officer).skipped[0][1] == [
        "Lý Xa Lạ không thẩm định ở UBND xã Ninh Phước."
    ]
    assert assign([other.pk], None, by=world.clerk).skipped[0][1] == [
        "Anh/chị không có quyền giao thụ lý hồ sơ này."
    ]
    labels = [next(iter(dossier_story(other, office=office))).label for office in (None, 1, 2)]
    assert labels == ["Gửi theo tờ trình", "Giao thụ lý", "Gửi theo tờ trình"]


@pytest.mark.page
@pytest.mark.django_db
def test_list_is_kept_under_a_name_for_its_owner_alone(client, world):
    client.force_login(world.officer)
    kept = client.post(f"{LIST}bo-loc/", {"name": " Mới  đến ", "query": "state=arrived&p=2"}, follow=True)
    assert kept.context["lists"][-1] == {"label": "Mới đến", "url": "?state=arrived", "current": True}
    saved = SavedFilter.objects.get()
    empty = client.post(f"{LIST}bo-loc/", {"name": "Rỗng", "query": "p=2"}, follow=True)
    assert said(empty)[0] == "Chưa lọc gì nên không có gì để lưu: chọn bộ lọc trước."
    client.force_login(world.officer2)
    assert [one["label"] for one in client.get(LIST).context["lists"]][4:] == []
    assert client.post(f"{LIST}bo-loc/{saved.pk}/xoa/").status_code == 404
    client.force_login(world.officer)
    client.post(f"{LIST}bo-loc/{saved.pk}/xoa/")
    assert SavedFilter.objects.count() == 0
