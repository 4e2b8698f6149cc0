"""One person once: asked about, moved, leaving, merged; the citizen number apart."""

import datetime as dt

import pytest

from nominations.models import Award
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from units.models import Appointment, CitizenNumber, Membership, Person, PersonEvent
from units.services import identity, people

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

DAY = dt.timedelta(days=1)
SOON = today() + 10 * DAY


@pytest.fixture
def world():
    return w.make_world()


def create(world, name: str = "Trịnh Thị Mới", **changes) -> Person:
    values = {"unit": world.economy, "position": "Chuyên viên", "since": w.START, "full_name": name}
    return people.create_person(by=world.officer, **(values | changes))


def actions(person: Person) -> list[str]:
    return [event.action for event in PersonEvent.objects.filter(person=person).order_by("seq")]


def held(person: Person, on: dt.date) -> list[str]:
    posts = Appointment.objects.on(on).filter(person=person).select_related("unit").order_by("pk")
    return [f"{post.position}, {post.unit.code}" for post in posts]


def test_new_person_has_a_position_and_a_trail(world):
    made = create(world, birth_date=dt.date(1990, 2, 3))
    assert (held(made, today()), actions(made)) == (["Chuyên viên, kt"], ["create"])


@pytest.mark.parametrize("name", ["Đặng Thị Ngọc Ánh", "dang thi ngoc anh", "ĐẶNG THỊ NGỌC ÁNH"])
def test_same_name_is_asked_not_guessed(world, name):
    with pytest.raises(Refused, match=r"^Đã có Đặng Thị Ngọc Ánh trong hệ thống: xác nhận là người khác"):
        create(world, name)
    made = create(world, name, apart_from={world.staff.person.pk})
    assert made.events.get().data["apart_from"] == [world.staff.person.pk]


def test_same_name_with_another_birth_date_is_another_person(world):
    assert create(world, "Đặng Thị Ngọc Ánh", birth_date=dt.date(1991, 1, 1)).pk != world.staff.person.pk


@pytest.mark.parametrize("birth", [dt.date(1800, 1, 1), today()])
def test_birth_that_cannot_be_is_refused(world, birth):
    with pytest.raises(Refused, match=r"không hợp lý; kiểm tra lại năm sinh\.$"):
        create(world, birth_date=birth)


@pytest.mark.parametrize("who", ["clerk", "staff", "stranger"])
def test_only_who_keeps_people_creates_them(world, who):
    with pytest.raises(Refused, match=r"^Anh/chị không phụ trách đơn vị này: Phòng Kinh tế\.$"):
        people.create_person(
            by=getattr(world, who), unit=world.economy, position="X", since=w.START, full_name="Ai Đó"
        )


def test_correction_keeps_what_stood_before(world):
    person = people.edit_person(world.staff.person, by=world.officer, full_name="Đặng Thị Ngọc Ánh Em")
    (event,) = person.events.all()
    assert event.data == {"full_name": ["Đặng Thị Ngọc Ánh", "Đặng Thị Ngọc Ánh Em"]}
    assert Person.objects.found("anh em").get() == person


def test_move_ends_the_position_and_the_roles_it_carried(world):
    people.move_person(world.clerk.person, world.culture, "Phó Trưởng phòng", since=SOON, by=world.officer)
    assert held(world.clerk.person, SOON - DAY) == ["Chuyên viên, kt"]
    assert held(world.clerk.person, SOON) == ["Phó Trưởng phòng, vh"]
    assert Membership.objects.get(user=world.clerk).until == SOON - DAY


def test_second_position_beside_the_first(world):
    people.move_person(world.clerk.person, world.culture, "Kế toán", since=SOON, by=world.officer, leaves=[])
    assert held(world.clerk.person, SOON) == ["Chuyên viên, kt", "Kế toán, vh"]
    assert Membership.objects.get(user=world.clerk).until is None


def test_second_head_is_refused_and_nothing_ends(world):
    with pytest.raises(Refused, match=r"đã có người đứng đầu trong thời gian này: Trần Quốc Bảo\.$"):
        people.move_person(
            world.clerk.person, world.culture, "Trưởng phòng", since=SOON, by=world.officer, is_head=True
        )
    assert held(world.clerk.person, SOON) == ["Chuyên viên, kt"]


def test_leave_ends_every_position_and_role_and_keeps_the_history(world):
    people.leave_person(world.clerk.person, last_day=SOON, by=world.officer, note="Nghỉ hưu")
    assert held(world.clerk.person, SOON + DAY) == []
    assert Membership.objects.get(user=world.clerk).until == SOON
    assert Person.objects.visible_to(world.officer, SOON + DAY).filter(pk=world.clerk.person_id).exists()


def test_leave_without_reason_or_position_is_refused(world):
    with pytest.raises(Refused, match=r"^Chưa ghi lý do thôi việc"):
        people.leave_person(world.clerk.person, last_day=SOON, by=world.officer, note=" ")
    with pytest.raises(Refused, match=r"không giữ chức vụ nào vào ngày"):
        people.leave_person(world.clerk.person, last_day=w.START - 9 * DAY, by=world.officer, note="Nhầm")


# The citizen number


def test_number_is_masked_and_every_full_view_is_recorded(world):
    person = world.staff.person
    made = identity.set_citizen_number(person, "058 085 001 234", by=world.officer)
    assert (made.number, made.masked, str(made)) == ("058085001234", "•••••••••234", "•••••••••234")
    assert identity.reveal_citizen_number(person, by=world.officer, note="Đối chiếu hồ sơ") == "058085001234"
    assert actions(person) == ["set_number", "reveal_number"]
    assert "058085001234" not in str([event.data for event in person.events.all()])


@pytest.mark.parametrize("who", ["staff", "clerk", "stranger", "records", "signer"])
def test_number_is_shown_to_nobody_without_the_need(world, who):
    identity.set_citizen_number(world.staff.person, "058085001234", by=world.officer)
    with pytest.raises(Refused, match=r"^Anh/chị không phụ trách cá nhân này"):
        identity.reveal_citizen_number(world.staff.person, by=getattr(world, who), note="Xem")


@pytest.mark.parametrize("number", ["", "123", "0580850012345", "05808500123x", "０５８０８５００１２３４"])
def test_number_of_another_shape_is_refused(world, number):
    with pytest.raises(Refused, match=r"^Số định danh gồm 12 chữ số"):
        identity.set_citizen_number(world.staff.person, number, by=world.officer)
    assert CitizenNumber.objects.count() == 0


def test_number_of_somebody_else_is_refused(world):
    identity.set_citizen_number(world.staff.person, "058085001234", by=world.officer)
    with pytest.raises(Refused, match=r"^Số này đã ghi cho Đặng Thị Ngọc Ánh\. Nếu là cùng một người"):
        identity.set_citizen_number(world.clerk.person, "058085001234", by=world.officer)


# Two rows of one person


def merge(world, kept: Person, other: Person, **changes) -> Person:
    return identity.merge_people(kept, other, **({"by": world.officer, "note": "Cùng số CCCD"} | changes))


def test_merged_row_gives_everything_away_and_stays_as_a_pointer(world):
    document = w.awarded(world)
    twin = create(world, "Đặng Thị Ngọc Ánh", apart_from={world.staff.person.pk})
    merge(world, twin, world.staff.person)
    assert Award.objects.get(decision=document).person == twin
    assert (twin.appointments.count(), world.staff.person.appointments.count()) == (2, 0)
    old = Person.objects.get(pk=world.staff.person_id)
    assert (old.merged_into, Person.objects.get(pk=twin.pk).birth_date) == (twin, old.birth_date)
    assert type(world.staff).objects.get(pk=world.staff.pk).person == twin
    (event,) = old.events.filter(action="merge")
    assert event.data["moved"]["nominations.award.person"] == [Award.objects.get().pk]


def test_merge_of_two_accounts_numbers_or_dossiers_is_refused(world):
    with pytest.raises(Refused, match=r"^Cả hai dòng đều có tài khoản"):
        merge(world, world.staff.person, world.clerk.person)
    twin = w.colleague(world, "Đặng Thị Ngọc Ánh")
    w.draft(world, world.staff.person)
    w.draft(world, twin)
    with pytest.raises(Refused, match=r"^Cả hai dòng đều có hồ sơ đề nghị của cùng một kỳ"):
        merge(world, twin, world.staff.person)
    identity.set_citizen_number(twin, "058085001234", by=world.officer)
    identity.set_citizen_number(world.staff.person, "058085001235", by=world.officer)
    with pytest.raises(Refused, match=r"^Hai dòng có số định danh khác nhau"):
        merge(world, twin, world.staff.person)
    assert Person.objects.filter(merged_into__isnull=False).count() == 0


def test_merge_twice_or_with_itself_is_refused(world):
    twin = create(world, "Đặng Thị Ngọc Ánh", apart_from={world.staff.person.pk})
    with pytest.raises(Refused, match=r"^Chọn hai dòng khác nhau\.$"):
        merge(world, twin, twin)
    merge(world, world.staff.person, twin)
    with pytest.raises(Refused, match=r"đã được gộp trước đó\.$|không phụ trách"):
        merge(world, world.staff.person, twin)
