"""/don-vi/ in the browser: the tree on a day, one unit, people, acts with their preview."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import world as w
from thiduakt.clock import today
from units import services
from units.models import CitizenNumber, Person, Unit, UnitAct
from units.services import identity

pytestmark = [pytest.mark.page, pytest.mark.django_db]

DAY = dt.timedelta(days=1)


@pytest.fixture
def world():
    return w.make_world()


def url(name: str, *args) -> str:
    return reverse(f"units:{name}", args=args)


def text(response) -> str:
    return response.content.decode().replace("\u00a0", " ")


def queries(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def drawn(response) -> list[str]:
    """Short names of every unit of the tree, in the order of the page."""

    def walk(nodes):
        for node in nodes:
            yield node.unit.short_name
            for branch in node.groups:
                yield from walk(branch.nodes)

    return list(walk(response.context["roots"]))


# The tree


def test_tree_draws_today_and_any_other_day(client, world):
    services.succeed(world.economy, world.culture, "merge", today())
    client.force_login(world.officer)
    now = client.get(url("tree"))
    before = client.get(url("tree"), {"ngay": f"{today() - DAY:%d/%m/%Y}"})
    assert drawn(now) == [
        "UBND tỉnh Khánh Hòa",
        "UBND xã Ninh Phước",
        "Phòng Văn hóa – Xã hội",
        "Trường Tiểu học Phước Thuận",
    ]
    assert drawn(before) == [
        "UBND tỉnh Khánh Hòa",
        "UBND xã Ninh Phước",
        "Phòng Kinh tế",
        "Phòng Văn hóa – Xã hội",
        "Trường Tiểu học Phước Thuận",
    ]


@pytest.mark.parametrize("day", ["31/02/2026", "mai", "2026", "05/13/2026"])
def test_tree_tells_what_is_wrong_with_a_day(client, world, day):
    client.force_login(world.officer)
    response = client.get(url("tree"), {"ngay": day})
    assert (response.status_code, response.context["on"]) == (200, today())
    assert "Ngày chưa đúng. Ghi ngày/tháng/năm" in text(response)


def test_tree_reads_the_fifth_of_december(client, world):
    client.force_login(world.officer)
    assert client.get(url("tree"), {"ngay": "05/12/2025"}).context["on"] == dt.date(2025, 12, 5)


@pytest.mark.parametrize("words", ["phong kinh te", "Phòng  Kinh tế", "PHONG KINH TE", "kt"])
def test_search_finds_units_without_marks(client, world, words):
    client.force_login(world.officer)
    found = client.get(url("tree"), {"q": words}).context["units"]
    assert [unit.name for unit in found] == ["Phòng Kinh tế"]


def test_search_finds_people_without_marks_and_none_of_a_stranger(client, world):
    client.force_login(world.officer)
    found = client.get(url("tree"), {"q": "ngoc anh"}).context["people"]
    assert [person.full_name for person in found] == ["Đặng Thị Ngọc Ánh"]
    client.force_login(world.stranger)
    response = client.get(url("tree"), {"q": "ngoc anh"})
    assert (list(response.context["people"]), list(response.context["units"])) == ([], [])


def test_tree_costs_the_same_with_more_units(client, world):
    client.force_login(world.officer)
    few = queries(client, url("tree"))
    for place in range(3):
        w.unit(f"n{place}", f"Tổ {place}", "don_vi", parent=world.economy)
    assert queries(client, url("tree")) == few


# One unit


def test_unit_page_tells_its_way_and_its_people(client, world):
    services.succeed(world.economy, world.culture, "merge", today(), decision_number="12/QĐ-UBND")
    client.force_login(world.officer)
    response = client.get(url("unit", world.culture.pk))
    turns = [(turn.words, [unit.name for unit in turn.units]) for turn in response.context["turns"]]
    assert turns == [
        ("Hình thành từ việc sáp nhập", ["Phòng Kinh tế"]),
        ("Trực thuộc", ["Ủy ban nhân dân xã Ninh Phước"]),
        ("Có từ ngày này trong hệ thống", []),
    ]
    assert [post.person.full_name for post in response.context["staff"]] == [
        "Trần Quốc Bảo",
        "Phan Văn Cường",
        "Hồ Thị Dung",
        "Võ Thị Thư",
    ]
    old = client.get(url("unit", world.economy.pk))
    assert (old.context["closed"], old.context["day"]) == (True, today() - DAY)
    assert [post.person.full_name for post in old.context["staff"]] == [
        "Lê Minh Tuấn",
        "Đặng Thị Ngọc Ánh",
        "Nguyễn Thị Kim Oanh",
    ]


def test_unit_page_of_a_stranger_is_404_and_of_the_parent_shows_no_inside(client, world):
    client.force_login(world.stranger)
    assert client.get(url("unit", world.economy.pk)).status_code == 404
    client.force_login(world.clerk)
    response = client.get(url("unit", world.commune.pk))
    assert (response.context["inside"], response.context["keeps"]) == (False, False)
    assert [post.person for post in response.context["staff"]] == []


def test_unit_page_costs_the_same_with_more_people(client, world):
    client.force_login(world.officer)
    few = queries(client, url("unit", world.economy.pk))
    for name in ("Trịnh Văn Hai", "Vũ Văn Ba", "Lò Thị Tư"):
        w.colleague(world, name)
    assert queries(client, url("unit", world.economy.pk)) == few


def test_headcount_is_kept_with_its_trail(client, world):
    client.force_login(world.officer)
    client.post(url("headcount", world.economy.pk), {"year": today().year, "posts": 12})
    client.post(url("headcount", world.economy.pk), {"year": today().year, "posts": 14})
    assert [(row.year, row.posts) for row in world.economy.headcounts.all()] == [(today().year, 14)]
    assert [event.data["before"] for event in world.economy.events.all()] == [None, 12]
    client.force_login(world.clerk)
    response = client.post(url("headcount", world.economy.pk), {"year": today().year, "posts": 1})
    assert response.status_code == 403


@pytest.mark.parametrize("data", [{}, {"year": "x", "posts": "y"}, {"year": 1900, "posts": 5}])
def test_headcount_of_nonsense_is_told(client, world, data):
    client.force_login(world.officer)
    response = client.post(url("headcount", world.economy.pk), data, follow=True)
    assert (response.status_code, world.economy.headcounts.count()) == (200, 0)
    assert [message.level_tag for message in response.context["messages"]] == ["error"]


# People


def test_people_are_listed_by_given_name_in_vietnamese_order(client, world):
    given = "An Ăn Ân Ba Bà Bả Bã Bá Bạ Dạt Đạt".split()
    for name in reversed(given):
        w.person(f"Trần Thị {name}", world.school, "Giáo viên")
    client.force_login(world.officer)
    rows = client.get(url("people"), {"don_vi": world.school.pk}).context["page"]
    assert [person.full_name.split()[-1] for person in rows] == given


def test_people_list_costs_the_same_with_more_people(client, world):
    client.force_login(world.officer)
    few = queries(client, url("people"))
    for name in ("Trịnh Văn Hai", "Vũ Văn Ba", "Lò Thị Tư"):
        w.colleague(world, name)
    assert queries(client, url("people")) == few


@pytest.mark.parametrize("data", [{"don_vi": "x"}, {"loai": "?"}, {"q": "'; --"}, {"don_vi": "9" * 30}])
def test_people_filters_of_nonsense_are_left_out(client, world, data):
    client.force_login(world.officer)
    assert client.get(url("people"), data).status_code in (200, 404)


def test_person_page_of_a_stranger_is_404_and_ones_own_is_there(client, world):
    client.force_login(world.stranger)
    assert client.get(url("person", world.staff.person_id)).status_code == 404
    client.force_login(world.staff)
    response = client.get(url("person", world.staff.person_id))
    assert (response.status_code, "keeps" in response.context) == (200, False)


def test_new_person_of_a_known_name_is_asked_about(client, world):
    client.force_login(world.officer)
    data = {
        "full_name": "dang thi ngoc anh",
        "birth_date": "",
        "unit": world.economy.pk,
        "position": "Chuyên viên",
        "since": "05/12/2025",
    }
    asked = client.post(url("person-new"), data)
    assert "Có phải là người này?" in text(asked)
    assert Person.objects.found("dang thi ngoc anh").count() == 1
    client.post(url("person-new"), data | {"apart_from": [world.staff.person_id]})
    made = Person.objects.found("dang thi ngoc anh").exclude(pk=world.staff.person_id).get()
    assert made.appointments.get().since == dt.date(2025, 12, 5)


def test_moves_and_leave_through_their_pages(client, world):
    client.force_login(world.officer)
    person = world.staff.person
    post = person.appointments.get()
    data = {"unit": world.culture.pk, "position": "Kế toán", "since": f"{today():%d/%m/%Y}", "note": "QĐ 15"}
    client.post(url("person-move", person.pk), data | {"leaves": [post.pk]})
    assert [row.unit for row in person.appointments.on(today())] == [world.culture]
    client.post(url("person-leave", person.pk), {"last_day": f"{today() + DAY:%d/%m/%Y}", "note": "Nghỉ hưu"})
    assert person.appointments.on(today() + 2 * DAY).count() == 0


@pytest.mark.parametrize(
    "page", ["person-edit", "person-move", "person-leave", "person-number", "person-merge"]
)
def test_pages_of_keeping_are_for_who_keeps(client, world, page):
    address = url(page, world.staff.person_id)
    client.force_login(world.clerk)
    assert client.get(address).status_code == 403
    client.force_login(world.stranger)
    assert client.get(address).status_code == 404
    client.force_login(world.officer)
    assert client.get(address).status_code == 200


def test_number_is_whole_only_after_saying_what_for(client, world):
    identity.set_citizen_number(world.staff.person, "058085001234", by=world.officer)
    client.force_login(world.officer)
    address = url("person-reveal", world.staff.person_id)
    pages = [client.get(url("person", world.staff.person_id)), client.get(address), client.post(address, {})]
    assert ["058085001234" in text(page) for page in pages] == [False, False, False]
    assert "•••••••••234" in text(pages[0])
    assert "058085001234" in text(client.post(address, {"note": "Đối chiếu"}))
    assert world.staff.person.events.filter(action="reveal_number").count() == 1
    assert CitizenNumber.objects.count() == 1


def test_merged_person_leads_to_the_one_kept(client, world):
    twin = w.person("Đặng Thị Ngọc Ánh", world.economy, "Chuyên viên")
    client.force_login(world.officer)
    client.post(url("person-merge", world.staff.person_id), {"other": twin.pk, "note": "Cùng ngày sinh"})
    assert client.get(url("person", twin.pk)).url == url("person", world.staff.person_id)


# Acts

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
    counts = []
    for name in ("officer", "stranger"):
        client.force_login(getattr(world, name))
        counts.append(client.get(url("acts")).context["page"].total)
    assert counts == [1, 0]
    assert client.get(url("act", UnitAct.objects.get().pk)).status_code == 404
