"""/don-vi/ca-nhan/ in the browser: the list, one person, what is kept of people."""

import datetime as dt

import pytest

from tests import world as w
from tests.units.pages import queries, text, url
from thiduakt.clock import today
from units.facts.search import found_people, shown
from units.models import Appointment, CitizenNumber, Person
from units.services import identity
from units.views import reading

pytestmark = [pytest.mark.page, pytest.mark.django_db]

DAY = dt.timedelta(days=1)


@pytest.fixture
def world():
    return w.make_world()


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


def test_search_finds_exactly_whom_one_may_see(world):
    """At work here, gone, moved elsewhere, still to come, merged away, oneself without a position."""
    on = today()
    gone, moved, coming, merged = (w.colleague(world, f"Bùi Văn {name}") for name in ("An", "Ba", "Cu", "Du"))
    gone.appointments.update(until=on - DAY)
    moved.appointments.update(until=on - DAY)
    Appointment.objects.create(person=moved, unit=world.school, position="Giáo viên", since=on)
    coming.appointments.update(since=on + DAY)
    Person.objects.filter(pk=merged.pk).update(merged_into=gone)
    for name in ("clerk", "officer", "staff", "stranger", "admin"):
        user = getattr(world, name)
        seen = Person.objects.all() if name == "admin" else Person.objects.visible_to(user, on)
        for words in ("", "bui", "van an"):
            rows = seen.filter(merged_into=None).found(words).order_by("sort_key", "pk")
            keys = list(rows.values_list("pk", flat=True))
            assert (name, words, found_people(user, on, words, 1000)) == (name, words, keys)
            assert list(shown(keys, user, on)) == list(rows)


def test_search_that_finds_more_than_is_shown_says_so(client, world, monkeypatch):
    monkeypatch.setattr(reading, "FOUND", 2)
    for name in ("An", "Ba", "Cu"):
        w.colleague(world, f"Bùi Văn {name}")
    client.force_login(world.officer)
    page = client.get(url("people"), {"q": "bui van"})
    names = [person.full_name for person in page.context["page"]]
    assert (names, "1–2 trong hơn 2 cá nhân" in text(page)) == (["Bùi Văn An", "Bùi Văn Ba"], True)


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


def test_stranger_of_the_same_name_is_asked_about_without_a_word_of_him(client, world):
    client.force_login(world.officer)
    data = {
        "full_name": "Lý Xa Lạ",
        "unit": world.economy.pk,
        "position": "Chuyên viên",
        "since": "05/12/2025",
    }
    asked = text(client.post(url("person-new"), data))
    assert "Một người cùng tên ở đơn vị anh/chị không phụ trách" in asked
    assert "Thuận Nam" not in asked
    client.post(url("person-new"), data | {"apart_from": [world.stranger.person_id]})
    assert Person.objects.found("ly xa la").count() == 2


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
