"""Lists from Excel: tried out, shown, taken in whole, once, or not at all."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.sheets import table
from thiduakt.sheets.content import cells_of
from thiduakt.sheets.writing import workbook
from units.enums import Fate, ImportState
from units.models import Headcount, ImportJob, Person, PersonEvent, Unit, UnitEvent
from units.services import imports, people

pytestmark = [pytest.mark.page, pytest.mark.django_db]
UNIT_HEAD = ["Mã đơn vị", "Tên đơn vị", "Loại đơn vị", "Đơn vị cấp trên", "Thành lập từ ngày"]
PERSON_HEAD = ["Họ và tên", "Ngày sinh", "Đơn vị", "Chức vụ", "Giữ chức vụ từ ngày", "Là người khác cùng tên"]
NEW_UNITS = [
    ["tm", "Trường Mới", "Đơn vị trực thuộc", "np", "01/09/2026"],
    ["tm-1", "Tổ Một", "Phòng, ban", "Trường Mới", "01/09/2026"],
]
AN = ["Lê Văn An", "5/3/1980", "kt", "Chuyên viên", "01/09/2026", None]


@pytest.fixture
def world(monkeypatch):
    # A process of its own for each file would be half of the time; tests/thiduakt/confined has them.
    monkeypatch.setattr(table, "run_confined", lambda name, data, **limits: cells_of(data))
    return w.make_world()


def file_of(head: list[str], rows: list[list], name: str = "danh-sach.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, workbook("Danh sách", head, rows))


def sent(world, key: str, head: list[str], rows: list[list], by=None) -> ImportJob:
    return imports.upload_list(key, file_of(head, rows), by=by or world.admin)


def fates(job: ImportJob) -> list[str]:
    return [row["fate"] for row in job.report["rows"]]


def faults(job: ImportJob) -> list[str]:
    return [fault for row in job.report["rows"] for fault in row["faults"]]


def test_units_are_shown_first_and_made_on_confirmation(world):
    job = sent(world, "units", UNIT_HEAD, NEW_UNITS)
    assert (fates(job), Unit.objects.filter(code__startswith="tm").count()) == (["new", "new"], 0)
    imports.confirm_list(job, by=world.admin)
    part = Unit.objects.get(code="tm-1")
    assert (part.parents.get().parent.code, part.valid_from, ImportJob.objects.get().state) == (
        "tm",
        dt.date(2026, 9, 1),
        ImportState.DONE,
    )


def test_same_file_again_changes_nothing(world):
    imports.confirm_list(sent(world, "units", UNIT_HEAD, NEW_UNITS), by=world.admin)
    again = sent(world, "units", UNIT_HEAD, NEW_UNITS)
    assert fates(again) == ["same", "same"]


def test_second_confirmation_is_refused(world):
    job = sent(world, "units", UNIT_HEAD, NEW_UNITS)
    imports.confirm_list(job, by=world.admin)
    with pytest.raises(Refused) as refused:
        imports.confirm_list(job, by=world.admin)
    assert refused.value.reasons == ["Tệp này đã được nhập."]


def test_one_wrong_row_keeps_all_out(world):
    job = sent(world, "units", UNIT_HEAD, [*NEW_UNITS, ["x", "X", "Phòng, ban", "không có", None]])
    assert fates(job) == ["new", "new", "wrong"]
    assert faults(job) == [
        "Trang “Danh sách”, ô D4: Không có đơn vị “không có” trong phạm vi anh/chị phụ trách. "
        "Ghi đúng mã hoặc tên đơn vị."
    ]
    with pytest.raises(Refused) as refused:
        imports.confirm_list(job, by=world.admin)
    assert refused.value.reasons == ["Tệp còn dòng sai nên chưa nhập được. Sửa trong Excel rồi tải lên lại."]
    assert Unit.objects.filter(code__startswith="tm").count() == 0


def test_renaming_a_unit_is_left_to_its_act(world):
    job = sent(world, "units", UNIT_HEAD, [["kt", "Phòng Khác", "Phòng, ban", "np", None]])
    assert faults(job) == [
        "Trang “Danh sách”, ô B2: Đổi tên đơn vị là một biến động tổ chức: ghi ở trang của Phòng Kinh tế."
    ]


def test_part_waits_for_the_row_of_what_stands_above_it(world):
    late = ["tm", "Trường Mới", "Đơn vị trực thuộc", "np", "01/09/1900"]
    job = sent(world, "units", UNIT_HEAD, [late, NEW_UNITS[1]])
    assert [fault.split(": ", 1)[0] for fault in faults(job)] == [
        "Trang “Danh sách”, ô E2",
        "Trang “Danh sách”, ô D3",
    ]
    assert "phải đứng phía trên dòng này và không còn sai" in faults(job)[1]


def test_first_day_entered_too_late_goes_back(world):
    """And so does where the unit stood at first; never forward, never before what stands above it."""
    imports.confirm_list(sent(world, "units", UNIT_HEAD, NEW_UNITS), by=world.admin)
    back = [[*NEW_UNITS[0][:4], "01/07/2026"]]
    imports.confirm_list(sent(world, "units", UNIT_HEAD, back), by=world.admin)
    school = Unit.objects.get(code="tm")
    since = dt.date(2026, 7, 1)
    spans = list(school.ancestor_spans.values_list("since", flat=True))
    assert (school.valid_from, school.parents.get().since, set(spans)) == (since, since, {since})
    later = [[*NEW_UNITS[0][:4], "01/08/2026"], [*NEW_UNITS[1][:4], "01/06/2026"]]
    assert [fault[:23] for fault in faults(sent(world, "units", UNIT_HEAD, later))] == [
        "Trang “Danh sách”, ô E2",
        "Trang “Danh sách”, ô E3",
    ]


def test_person_comes_with_position_and_trail(world):
    imports.confirm_list(sent(world, "people", PERSON_HEAD, [AN]), by=world.admin)
    person = Person.objects.get(full_name="Lê Văn An")
    post = person.appointments.get()
    assert (post.unit.code, post.position, post.since) == ("kt", "Chuyên viên", dt.date(2026, 9, 1))
    assert list(PersonEvent.objects.filter(person=person).values_list("action", "by__username")) == [
        ("create", world.admin.username)
    ]
    assert fates(sent(world, "people", PERSON_HEAD, [AN])) == ["same"]


def test_new_position_is_a_move_with_before_and_after(world):
    imports.confirm_list(sent(world, "people", PERSON_HEAD, [AN]), by=world.admin)
    job = sent(world, "people", PERSON_HEAD, [[*AN[:3], "Phó Trưởng phòng", None, None]])
    assert [row["changes"] for row in job.report["rows"]] == [
        [["Chức vụ", "Chuyên viên", "Phó Trưởng phòng"]]
    ]
    imports.confirm_list(job, by=world.admin)
    person = Person.objects.get(full_name="Lê Văn An")
    assert person.appointment_on(today()).position == "Phó Trưởng phòng"


def test_same_name_is_asked_and_not_guessed(world):
    imports.confirm_list(sent(world, "people", PERSON_HEAD, [AN]), by=world.admin)
    unsure = sent(world, "people", PERSON_HEAD, [["Lê Văn An", None, "vh", "Chuyên viên", None, None]])
    assert (fates(unsure), faults(unsure)[0][:92]) == (
        ["wrong"],
        "Trang “Danh sách”, ô A2: Đã có người cùng tên Lê Văn An trong hệ thống (Lê Văn An, sinh 05/0",
    )
    other = sent(world, "people", PERSON_HEAD, [["Lê Văn An", None, "vh", "Chuyên viên", None, "x"]])
    imports.confirm_list(other, by=world.admin)
    assert Person.objects.filter(full_name="Lê Văn An").count() == 2


def test_same_name_elsewhere_tells_nothing_of_that_person(world):
    people.create_person(
        by=world.admin,
        unit=world.far,
        position="Kế toán",
        since=dt.date(2026, 9, 1),
        full_name="Lê Văn An",
        birth_date=dt.date(1980, 3, 5),
    )
    row = ["Lê Văn An", None, "kt", "Chuyên viên", None, None]
    assert faults(sent(world, "people", PERSON_HEAD, [row], by=world.officer)) == [
        "Trang “Danh sách”, ô A2: Đã có người cùng tên Lê Văn An trong hệ thống (một người ở cơ quan khác). "
        "Ghi ngày sinh hoặc số định danh cho đúng người ấy, hoặc ghi “x” ở cột “Là người khác cùng tên”."
    ]


def test_row_twice_in_the_file_is_told(world):
    job = sent(world, "people", PERSON_HEAD, [AN, AN])
    assert (fates(job), faults(job)) == (
        ["new", "wrong"],
        ["Trang “Danh sách”, ô A3: Lê Văn An ở kt đã có ở dòng khác của tệp. Bỏ một dòng."],
    )


def test_change_meanwhile_stops_and_shows_anew(world):
    job = sent(world, "people", PERSON_HEAD, [AN])
    people.create_person(
        by=world.admin,
        unit=world.economy,
        position="Kế toán",
        since=today(),
        full_name="Lê Văn An",
        birth_date=dt.date(1980, 3, 5),
    )
    job = imports.confirm_list(job, by=world.admin)
    assert (job.state, job.refusal, fates(job)) == (ImportState.SHOWN, imports.MEANWHILE, ["wrong"])
    assert Person.objects.filter(full_name="Lê Văn An").count() == 1


def test_headcounts_by_unit_and_year(world):
    head = ["Tên đơn vị", "Năm", "Biên chế được giao"]
    imports.confirm_list(sent(world, "headcounts", head, [["Phòng Kinh tế", "2026", 12]]), by=world.admin)
    assert Headcount.objects.get(unit=world.economy, year=2026).posts == 12
    assert fates(sent(world, "headcounts", head, [["kt", 2026, 12], ["kt", 2025, 11]]))[0] == "same"


def test_long_list_is_left_to_the_worker(world, monkeypatch):
    monkeypatch.setattr(imports, "AT_ONCE", 1)
    job = sent(world, "units", UNIT_HEAD, NEW_UNITS)
    assert (job.state, imports.imports_pending()) == (ImportState.READING, 1)
    job = imports.confirm_list(job, by=world.admin)
    assert (job.state, imports.imports_pending(), imports.imports_pending()) == (ImportState.WRITING, 1, 0)
    assert (ImportJob.objects.get().state, Unit.objects.filter(code__startswith="tm").count()) == (
        ImportState.DONE,
        2,
    )


def test_clerk_may_send_no_list_of_the_office(client, world):
    """Only what a unit reports of itself is offered."""
    client.force_login(world.clerk)
    with pytest.raises(Refused):
        sent(world, "units", UNIT_HEAD, NEW_UNITS, by=world.clerk)
    assert [kind.key for kind in client.get(reverse("units:imports")).context["kinds"]] == ["facts"]
    assert client.get(reverse("units:import-new", args=["people"])).status_code == 403


def test_office_sees_units_of_its_own_only(world):
    job = sent(world, "people", PERSON_HEAD, [[*AN[:2], "xa", "Chuyên viên", None, None]], by=world.officer)
    assert faults(job) == [
        "Trang “Danh sách”, ô C2: Không có đơn vị “xa” trong phạm vi anh/chị phụ trách. "
        "Ghi đúng mã hoặc tên đơn vị."
    ]


def test_pages_from_template_to_done(client, world):
    client.force_login(world.admin)
    template = client.get(reverse("units:import-template", args=["units"]))
    assert template["Content-Disposition"] == 'attachment; filename="mau-don-vi.xlsx"'
    page = client.post(
        reverse("units:import-new", args=["units"]), {"file": file_of(UNIT_HEAD, NEW_UNITS)}, follow=True
    )
    job = page.context["job"]
    assert (page.context["may_confirm"], job.count(Fate.NEW)) == (True, 2)
    done = client.post(reverse("units:import-confirm", args=[job.pk]), follow=True)
    assert [str(message) for message in done.context["messages"]] == [
        "Đã nhập tệp: ghi mới 2 dòng, sửa 0 dòng."
    ]
    assert client.get(reverse("units:imports")).status_code == 200


def test_file_that_is_no_list_is_told_on_the_form(client, world):
    client.force_login(world.admin)
    page = client.post(
        reverse("units:import-new", args=["units"]), {"file": SimpleUploadedFile("a.xlsx", b"PK\x03\x04")}
    )
    assert (page.context["form"].errors["file"], ImportJob.objects.count()) == (
        ["Tệp không phải là bảng tính đọc được. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi tải lên."],
        0,
    )


def test_report_is_shown_to_its_sender_and_the_administrator(client, world):
    job = sent(world, "people", PERSON_HEAD, [AN], by=world.officer)
    seen = {}
    for name in ("officer", "admin", "officer2"):
        client.force_login(getattr(world, name))
        seen[name] = client.get(reverse("units:import", args=[job.pk])).status_code
    assert seen == {"officer": 200, "admin": 200, "officer2": 404}


def test_units_of_a_list_leave_a_trail(world):
    imports.confirm_list(sent(world, "units", UNIT_HEAD, NEW_UNITS), by=world.admin)
    head = [*UNIT_HEAD, "Địa danh"]
    imports.confirm_list(sent(world, "units", head, [[*NEW_UNITS[0], "Phước Dân"]]), by=world.admin)
    trail = UnitEvent.objects.filter(unit__code="tm").values_list("action", "by__username", "data")
    assert list(trail) == [
        ("found", "quantri", {"parent": "np", "valid_from": "2026-09-01"}),
        ("correct", "quantri", {"place_name": ["", "Phước Dân"]}),
    ]


def test_unit_is_put_right_on_its_page(client, world):
    client.force_login(world.officer)
    page = reverse("units:unit-edit", args=[world.economy.pk])
    fields = {name: getattr(world.economy, name) for name in ("name", "short_name", "symbol", "place_name")}
    fields["valid_from"] = f"{world.economy.valid_from:%d/%m/%Y}"
    refused = client.post(page, fields | {"head_title": "Trưởng phòng", "symbol": "PKT2", "note": ""})
    assert refused.context["form"].errors["note"] == ["Ghi lý do sửa, ví dụ: nhập thiếu địa danh."]
    client.post(page, fields | {"head_title": "Trưởng phòng", "symbol": "PKT2", "note": "Ghi nhầm"})
    event = UnitEvent.objects.get(unit=world.economy, action="correct")
    assert (event.data, event.note, event.by) == ({"symbol": ["PKT", "PKT2"]}, "Ghi nhầm", world.officer)
