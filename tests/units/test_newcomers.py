"""Many people of one file: few queries however many they are, by the rules of one."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.events.base import broken_rows
from thiduakt.sheets.table import Row, Table
from units.models import Appointment, CitizenNumber, Person, PersonEvent
from units.resources import OWN_LISTS
from units.services.imports import run
from units.services.newcomers import Newcomer, create_people

pytestmark = [pytest.mark.unit, pytest.mark.django_db]
PEOPLE = next(kind for kind in OWN_LISTS if kind.key == "people")
BORN = dt.date(1980, 3, 5)


@pytest.fixture
def world():
    return w.make_world()


def row(number: int, name: str, **values) -> Row:
    usual = {"birth_date": BORN, "unit": "kt", "position": "Chuyên viên", "since": w.START}
    blank = dict.fromkeys(column.key for column in PEOPLE.columns)
    return Row(number, blank | usual | {"full_name": name} | values)


def taken_in(world, *rows: Row) -> list[str]:
    report = run(PEOPLE, Table("", list(rows), [], []), by=world.admin, on=today())
    return [f"{told['fate']} {' '.join(told['faults'])}".strip() for told in report["rows"]]


def many(first: int, count: int) -> list[Row]:
    words = "An Bình Chi Dũng Giang Hà Khoa Lan Minh Nga".split()
    names = (
        f"Trịnh {words[n // 100 % 10]} {words[n // 10 % 10]} {words[n % 10]}" for n in range(first, 1000)
    )
    numbers = range(first, first + count)
    return [row(n, name, citizen_number=f"{n:012d}") for n, name in zip(numbers, names, strict=False)]


def queries(world, rows) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert set(taken_in(world, *rows)) == {"new"}
    return len(caught)


def test_three_times_as_many_ask_as_often(world):
    queries(world, many(900, 1))  # what the account itself asks for
    assert queries(world, many(0, 20)) == queries(world, many(100, 60))


def test_each_has_position_number_and_a_whole_trail(world):
    taken_in(world, *many(0, 3))
    people = Person.objects.filter(full_name__startswith="Trịnh An An")
    trail = PersonEvent.objects.filter(person__in=people).values_list("person", "seq", "action", "by")
    assert sorted(trail) == sorted(
        (person.pk, *told, world.admin.pk) for person in people for told in ((1, "create"), (2, "set_number"))
    )
    assert Appointment.objects.filter(person__in=people, unit=world.economy).count() == 3
    assert CitizenNumber.objects.filter(person__in=people).count() == 3
    assert list(broken_rows(PersonEvent)) == []


def test_row_about_somebody_of_a_row_above_is_met_as_if_it_were_there(world):
    assert taken_in(
        world,
        row(2, "Trịnh Văn Một", citizen_number="012345678901"),
        row(3, "Trịnh Văn Một", birth_date=dt.date(1991, 1, 1)),
        row(4, "Trịnh Văn Một", birth_date=None),
        row(5, "Trịnh Văn Một", birth_date=dt.date(1970, 1, 1), another=True),
        row(6, "Trịnh Khác", citizen_number="012345678901", position="Kế toán", since=today()),
        row(7, "Trịnh Trưởng", unit="th", is_head=True),
    ) == [
        "new",
        "new",
        "wrong Dòng 4: Đã có người cùng tên Trịnh Văn Một trong hệ thống (Trịnh Văn Một, sinh 05/03/1980; "
        "Trịnh Văn Một, sinh 01/01/1991). Ghi ngày sinh hoặc số định danh cho đúng người ấy, hoặc ghi “x” "
        "ở cột “Là người khác cùng tên”.",
        "new",
        "changed",
        "new",
    ]
    assert Appointment.objects.get(unit=world.school).is_head
    renamed = Person.objects.get(citizen_number__number="012345678901")
    assert (renamed.full_name, renamed.appointment_on(today()).position) == ("Trịnh Khác", "Kế toán")


def test_same_number_again_is_no_event(world):
    taken_in(world, *many(0, 1))
    assert taken_in(world, row(2, "Trịnh An An An", citizen_number="000000000000", gender="nam")) == [
        "changed"
    ]
    assert list(
        PersonEvent.objects.filter(person__full_name="Trịnh An An An").values_list("action", flat=True)
    ) == [
        "create",
        "set_number",
        "edit",
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"birth_date": dt.date(1800, 1, 1)}, "không hợp lý"),
        ({"since": dt.date(2000, 1, 1)}, "không có vào ngày"),
        ({"number": "12"}, "12 chữ số"),
        ({"full_name": "dang thi ngoc anh"}, "Đã có Đặng Thị Ngọc Ánh trong hệ thống"),
    ],
)
def test_one_that_may_not_be_keeps_all_out(world, changes, sentence):
    usual = {"unit": world.economy, "position": "Chuyên viên", "since": w.START, "full_name": "Trịnh Văn Một"}
    good = Newcomer(**usual | {"full_name": "Trịnh Văn Hai"})
    with pytest.raises(Refused, match=sentence):
        create_people([good, Newcomer(**usual | changes)], by=world.admin)
    assert not Person.objects.filter(full_name__startswith="Trịnh").exists()


def test_only_who_keeps_the_unit_enters_people(world):
    one = Newcomer(unit=world.economy, position="X", since=w.START, full_name="Trịnh Văn Một")
    with pytest.raises(Refused, match="không phụ trách đơn vị này"):
        create_people([one], by=world.stranger)
