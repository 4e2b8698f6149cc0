"""Awards from before the system, by the file: tried out, whole or not at all, the same file once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from criteria.models import AwardType
from nominations.facts.continuity import continuity
from nominations.facts.history import award_history
from nominations.models import PastAward
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.sheets.writing import workbook
from units.services import imports

pytestmark = [pytest.mark.unit, pytest.mark.django_db]
HEAD = ["STT", "Họ và tên", "Danh hiệu", "Năm", "Số quyết định", "Ngày quyết định", "Cơ quan quyết định"]


@pytest.fixture
def world():
    return w.make_world()


def rows(world) -> list[list]:
    award = AwardType.objects.order_by("pk").first().name
    paper = ["315/QĐ-UBND", "26/01/2021", "UBND huyện Ninh Phước"]
    return [[1, world.officer.person.full_name, award, 2020, *paper], [2, "kt", award, "2020", *paper]]


def sent(world, lines: list[list]):
    upload = SimpleUploadedFile("khen-thuong.xlsx", workbook("Khen thưởng", HEAD, lines))
    return imports.upload_list("past-awards", upload, by=world.admin)


def told(job) -> list[tuple]:
    return [(row["fate"], *row["faults"]) for row in job.report["rows"]]


def test_awards_of_people_and_units_are_shown_then_entered_once(world):
    job = sent(world, rows(world))
    assert (told(job), PastAward.objects.count()) == ([("new",), ("new",)], 0)
    imports.confirm_list(job, by=world.admin)
    assert list(PastAward.objects.order_by("pk").values_list("name", "year", "source")) == [
        (world.officer.person.full_name, 2020, "Danh sách Excel của đơn vị"),
        ("Phòng Kinh tế", 2020, "Danh sách Excel của đơn vị"),
    ]
    assert told(sent(world, rows(world))) == [("same",), ("same",)]


def test_decision_of_a_list_stands_in_the_register_once_with_its_list(client, world):
    imports.confirm_list(sent(world, rows(world)), by=world.admin)
    (decision,) = {past.decision for past in PastAward.objects.all()}
    assert (decision.origin, decision.reference, decision.issuer_name, decision.number) == (
        "received",
        "315/QĐ-UBND",
        "UBND huyện Ninh Phước",
        None,
    )
    client.force_login(world.office_head)
    found = client.get("/van-ban/", {"q": "315", "tu": "26/01/2021", "den": "26/01/2021"})
    assert list(found.context["page"]) == [decision]
    page = client.get(decision.get_absolute_url())
    listed = [(heading, [line[1] for line in lines]) for heading, lines in page.context["listed"]]
    assert listed == [("Tập thể", ["Phòng Kinh tế"]), ("Cá nhân", [world.officer.person.full_name])]
    past = PastAward.objects.first()
    assert client.get(past.get_absolute_url()).context["decision"] == decision


def test_three_years_running_are_counted_from_the_file(world):
    who, year = world.officer.person, today().year
    lines = [
        [back, who.full_name, "CSTDCS", year - back, f"{back}/QĐ", None, "UBND huyện Ninh Phước"]
        for back in (3, 2, 1)
    ]
    imports.confirm_list(sent(world, lines), by=world.admin)
    runs = {run.title: run.finding.outcome for run in continuity(who, today())}
    assert runs["3 năm liên tục Chiến sĩ thi đua cơ sở"] == "met"
    shown = award_history(who, world.officer, today())
    assert [(line.year, line.source) for line in shown] == [(year - back, "paper") for back in (1, 2, 3)]


def test_one_wrong_award_keeps_all_out(world):
    good, other = rows(world)
    job = sent(world, [good, [2, "Không Ai Cả", *other[2:]], [3, "kt", "Huy hiệu lạ", *other[3:]]])
    assert told(job) == [
        ("new",),
        (
            "wrong",
            "Trang “Khen thưởng”, ô B3: Không có cá nhân, đơn vị “Không Ai Cả” trong phạm vi anh/chị "
            "phụ trách. Xem lại tên.",
        ),
        (
            "wrong",
            "Trang “Khen thưởng”, ô C4: Danh mục không có danh hiệu, hình thức “Huy hiệu lạ”. "
            "Ghi đúng tên hoặc mã.",
        ),
    ]
    with pytest.raises(Refused):
        imports.confirm_list(job, by=world.admin)
    assert PastAward.objects.count() == 0


def test_year_to_come_is_refused_by_the_service(world):
    good = rows(world)[0]
    job = sent(world, [[*good[:3], 2199, *good[4:]]])
    assert told(job)[0][0] == "wrong"
