"""/don-vi/ in the browser: the tree on a day, one unit."""

import datetime as dt

import pytest

from tests import world as w
from tests.units.pages import queries, text, url
from thiduakt.clock import today
from units import services

pytestmark = [pytest.mark.page, pytest.mark.django_db]

DAY = dt.timedelta(days=1)


@pytest.fixture
def world():
    return w.make_world()


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
