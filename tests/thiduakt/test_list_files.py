"""Lists as files: the rows and filters of the page, read row by row, with nothing in them that runs."""

import csv
import datetime as dt
import io

import openpyxl
import pytest
from django.urls import reverse

from tests import world as w
from thiduakt.clock import today
from units.models import Person
from units.services import people

pytestmark = [pytest.mark.page, pytest.mark.django_db]
NAMES = ["Lê Văn Dạt", "=1+1 Đạt", "Trần Thị Ân"]


@pytest.fixture
def world():
    made = w.make_world()
    for name in NAMES:
        people.create_person(
            by=made.admin,
            unit=made.economy,
            position="Chuyên viên",
            since=dt.date(2026, 9, 1),
            full_name=name,
            birth_date=dt.date(1980, 3, 5),
        )
    return made


def csv_rows(response) -> list[list[str]]:
    text = b"".join(response.streaming_content).decode("utf-8")
    assert text[0] == "\ufeff"
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def xlsx_rows(response) -> list[list]:
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_people_as_on_the_page_by_name_and_filter(client, world):
    client.force_login(world.admin)
    shown = client.get(reverse("units:people"), {"don_vi": world.economy.pk})
    file = client.get(reverse("units:people"), {"don_vi": world.economy.pk, "tep": "xlsx"})
    rows = xlsx_rows(file)
    assert [row[1] for row in rows[1:]] == [person.full_name for person in shown.context["page"]]
    an = next(row for row in rows if row[1] == "Trần Thị Ân")
    post = ["kt", "Phòng Kinh tế", "Chuyên viên", None, dt.datetime(2026, 9, 1)]
    assert an[2:] == [dt.datetime(1980, 3, 5), None, None, *post]
    assert file["Content-Disposition"] == 'attachment; filename="danh-sach-ca-nhan.xlsx"'


def test_people_in_csv_run_nothing_and_days_are_written_our_way(client, world):
    client.force_login(world.admin)
    response = client.get(reverse("units:people"), {"q": "dat", "tep": "csv"})
    assert (response.streaming, response["Cache-Control"]) == (True, "private, no-store")
    assert [row[1:3] for row in csv_rows(response)] == [
        ["Họ và tên", "Ngày sinh"],
        ["Lê Văn Dạt", "05/03/1980"],
        ["'=1+1 Đạt", "05/03/1980"],
    ]


def test_file_holds_no_more_people_than_the_page(client, world):
    for name in ("clerk", "officer", "officer2"):
        client.force_login(getattr(world, name))
        seen = Person.objects.visible_to(getattr(world, name), today()).order_by("sort_key", "pk")
        rows = csv_rows(client.get(reverse("units:people"), {"tep": "csv"}))
        names = [row[1].removeprefix("'") for row in rows[1:]]
        assert names == list(seen.filter(merged_into__isnull=True).values_list("full_name", flat=True))


def test_units_with_the_one_above(client, world):
    client.force_login(world.admin)
    rows = csv_rows(client.get(reverse("units:tree"), {"tep": "csv"}))
    assert [row[5] for row in rows if row[1] == "kt"] == ["np"]


def test_lists_of_the_flow_leave_with_the_rows_of_their_pages(client, world):
    """Each for three roles: as many rows as the page tells, of what it shows."""
    w.draft(world)
    named = {
        "nominations:dossiers": 5,
        "nominations:registrations": 5,
        "campaigns:list": 3,
        "documents:list": 3,
    }
    for name in ("clerk", "officer", "stranger"):
        client.force_login(getattr(world, name))
        for url, place in named.items():
            page = client.get(reverse(url)).context["page"]
            rows = csv_rows(client.get(reverse(url), {"tep": "csv"}))[1:]
            titles = {row.campaign.title if hasattr(row, "campaign") else row.title for row in page}
            assert (url, len(rows), {row[place] for row in rows}) == (url, page.total, titles)


def test_awards_and_other_endings(client, world):
    client.force_login(world.officer)
    rows = csv_rows(client.get(reverse("nominations:awards"), {"tep": "csv"}))
    assert (rows[0][1], len(rows)) == ("Tập thể, cá nhân", 1)
    assert (
        client.get(reverse("nominations:awards"), {"tep": "exe"}).templates[0].name
        == "nominations/awards.html"
    )


def test_people_are_read_as_often_for_many_as_for_one(client, world, django_assert_max_num_queries):
    client.force_login(world.admin)
    client.get(reverse("units:people"), {"tep": "csv"})
    with django_assert_max_num_queries(20):
        csv_rows(client.get(reverse("units:people"), {"tep": "csv"}))
