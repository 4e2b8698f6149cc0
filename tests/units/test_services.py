import datetime as dt

import pytest

from thiduakt.errors import Refused
from units import services
from units.models import Appointment, Membership, Person, Unit, User

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

D = dt.date
START, CHANGE = D(2000, 1, 1), D(2025, 7, 1)
LAST = D(2025, 6, 30)


def make(code: str, kind: str = "phong", parent: Unit | None = None, since: dt.date = START) -> Unit:
    return services.create_unit(
        code=code, name=f"Đơn vị {code}", short_name=code, kind=kind, valid_from=since, parent=parent
    )


def above(unit: Unit, on: dt.date) -> list[tuple[str, int]]:
    spans = unit.ancestor_spans.on(on).order_by("depth")
    return [(span.ancestor.code, span.depth) for span in spans.select_related("ancestor")]


def test_create_unit_below_its_parent():
    room = make("P", parent=make("S", "so", parent=make("T", "tinh")))
    assert above(room, START) == [("S", 1), ("T", 2)]
    assert above(room, START - services.DAY) == []


def test_set_parent_moves_everything_below():
    old, new = make("NT", "tinh"), make("KH", "tinh")
    so = make("S", "so", parent=old)
    room = make("P", parent=so)
    services.set_parent(so, new, since=CHANGE)
    assert above(room, LAST) == [("S", 1), ("NT", 2)]
    assert above(room, CHANGE) == [("S", 1), ("KH", 2)]
    assert [(link.parent.code, link.since, link.until) for link in so.parents.order_by("since")] == [
        ("NT", START, LAST),
        ("KH", CHANGE, None),
    ]


def test_set_parent_on_the_same_day_replaces():
    first, second = make("A", "tinh"), make("B", "tinh")
    so = make("S", "so", parent=first)
    services.set_parent(so, second, since=START)
    assert above(so, START) == [("B", 1)]
    assert so.parents.count() == 1


def test_set_parent_in_a_circle_changes_nothing():
    top = make("A", "tinh")
    low = make("B", "so", parent=top)
    with pytest.raises(Refused):
        services.set_parent(top, low, since=CHANGE)
    assert top.parents.count() == 0
    assert above(low, CHANGE) == [("A", 1)]


def test_set_parent_before_it_existed():
    late = make("KH", "tinh", since=CHANGE)
    with pytest.raises(
        Refused, match=r"^Đơn vị KH không có vào ngày 30/06/2025: đơn vị này có từ ngày 01/07/2025\.$"
    ):
        services.set_parent(make("S", "so"), late, since=LAST)


def test_closure_on_many_days_equals_the_links():
    old, new = make("NT", "tinh"), make("KH", "tinh")
    huyen = make("H", "huyen", parent=old)
    xa = make("X", "xa", parent=huyen)
    services.set_parent(xa, new, since=CHANGE)
    services.close_unit(huyen, last_day=LAST)
    expected = {D(1999, 12, 31): [], START: [("H", 1), ("NT", 2)], LAST: [("H", 1), ("NT", 2)]}
    expected |= {CHANGE: [("KH", 1)], D(2026, 11, 21): [("KH", 1)]}
    assert {on: above(xa, on) for on in expected} == expected
    assert list(Unit.objects.within([old.pk], LAST).order_by("code")) == [huyen, old, xa]
    assert list(Unit.objects.within([old.pk], CHANGE)) == [old]


def test_succeed_ends_the_predecessor_the_day_before():
    tinh = make("T", "tinh")
    huyen = make("H", "huyen", parent=tinh)
    room = make("P", parent=huyen)
    xa = make("X", "xa", parent=tinh, since=CHANGE)
    person = Person.objects.create(full_name="Đặng Thị Ngọc Ánh")
    user = User.objects.create_user("anh", full_name="Đặng Thị Ngọc Ánh", person=person)
    services.appoint(person, huyen, "Chủ tịch", START, is_head=True)
    services.grant(user, huyen, "signer", START)
    done = services.succeed(huyen, xa, "transfer", CHANGE, decision_number="1/NQ")
    assert (huyen.valid_to, done.effective_on, done.decision_number) == (LAST, CHANGE, "1/NQ")
    assert Appointment.objects.get().until == LAST
    assert Membership.objects.get().until == LAST
    assert above(room, LAST) == [("H", 1), ("T", 2)]
    assert above(room, CHANGE) == []


def test_succeed_twice_keeps_the_last_day():
    huyen, one, two = make("H", "huyen"), make("X", "xa"), make("Y", "xa")
    services.succeed(huyen, one, "split", CHANGE)
    services.succeed(huyen, two, "split", CHANGE)
    assert Unit.objects.get(code="H").valid_to == LAST
    assert huyen.successions.count() == 2


def test_appoint_second_head():
    unit = make("P")
    first, second = (Person.objects.create(full_name=name) for name in ("Lê Minh Tuấn", "Võ Thành Nhân"))
    services.appoint(first, unit, "Trưởng phòng", START, is_head=True, until=LAST)
    services.appoint(second, unit, "Trưởng phòng", CHANGE, is_head=True)
    with pytest.raises(Refused, match=r"^Đơn vị P đã có người đứng đầu trong thời gian này: Lê Minh Tuấn\.$"):
        services.appoint(second, unit, "Trưởng phòng", LAST, is_head=True, until=LAST)


def test_grant_before_the_unit_exists():
    unit = make("P", since=CHANGE)
    user = User.objects.create_user("oanh", full_name="Nguyễn Thị Kim Oanh")
    with pytest.raises(
        Refused, match=r"^Đơn vị P không có vào ngày 30/06/2025: đơn vị này có từ ngày 01/07/2025\.$"
    ):
        services.grant(user, unit, "unit_clerk", LAST)
