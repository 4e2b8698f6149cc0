"""The board, the report with its file, the calendar's secret address."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaigns.models import CalendarFeed, TaskReport
from campaigns.services.calendars import renew_feed
from campaigns.services.work import report_task
from tests import world as w
from tests.campaigns.work_plan import ALL, ECONOMY, running_work_plan, task
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.inbox import tasks_for

pytestmark = [pytest.mark.page, pytest.mark.django_db]
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 64 + b"IEND\xaeB`\x82"


@pytest.fixture
def world():
    return w.make_world()


@pytest.fixture
def plan(world):
    return running_work_plan(world)


def get(client, user, name, *args, **query):
    client.force_login(user)
    return client.get(reverse(f"campaigns:{name}", args=args), query)


def post(client, user, name, *args, **data):
    client.force_login(user)
    return client.post(reverse(f"campaigns:{name}", args=args), data)


@pytest.mark.parametrize(
    ("who", "expected"), [("clerk", 200), ("staff", 200), ("officer", 200), ("stranger", 404)]
)
def test_board_opens_for(client, world, plan, who, expected):
    assert get(client, getattr(world, who), "work", plan.pk).status_code == expected


def test_board_shows_late_in_word_and_colour(client, world, plan):
    text = get(client, world.clerk, "work", plan.pk).content.decode()
    drawing = '<svg class="icon" aria-hidden="true"><use href="#i-alert"/></svg>'
    assert text.count(f'<span class="tag is-bad">{drawing}Quá hạn</span>') == 2


@pytest.mark.parametrize(
    ("query", "shown"),
    [({}, 3), ({"quy": "1"}, 0), ({"quy": "x"}, 3), ({"don_vi": "school"}, 1), ({"don_vi": "far"}, 3)],
)
def test_board_filters(client, world, plan, query, shown):
    if "don_vi" in query:
        query = {"don_vi": getattr(world, query["don_vi"]).pk}
    response = get(client, world.clerk, "work", plan.pk, **query)
    assert sum(len(rows) for _, rows in response.context["quarters"]) == shown


def test_report_with_a_file_by_the_page(client, world, plan):
    data = {
        "unit": world.economy.pk,
        "done_on": f"{today():%d/%m/%Y}",
        "note": "Xong.",
        "file": SimpleUploadedFile("anh.png", PNG),
    }
    post(client, world.clerk, "task", plan.pk, task(plan, ECONOMY).pk, **data)
    report = TaskReport.objects.get()
    assert (report.unit, report.note, report.file.original_name) == (world.economy, "Xong.", "anh.png")
    expected = {"clerk": 200, "officer": 200, "staff": 200, "admin": 404, "stranger": 404}
    found = {
        who: get(client, getattr(world, who), "task-file", plan.pk, report.pk).status_code for who in expected
    }
    assert found == expected


def test_bad_file_is_a_sentence_and_nothing_is_kept(client, world, plan):
    data = {"unit": world.economy.pk, "done_on": f"{today():%d/%m/%Y}"}
    data["file"] = SimpleUploadedFile("virus.exe", b"MZ")
    response = post(client, world.clerk, "task", plan.pk, task(plan, ECONOMY).pk, **data)
    assert "Không nhận tệp" in response.content.decode()
    assert TaskReport.objects.count() == 0


def test_report_for_another_unit_is_no_choice(client, world, plan):
    data = {"unit": world.school.pk, "done_on": f"{today():%d/%m/%Y}"}
    assert post(client, world.clerk, "task", plan.pk, task(plan, ALL).pk, **data).status_code == 200
    assert TaskReport.objects.count() == 0


@pytest.mark.parametrize(("who", "expected"), [("staff", 403), ("records", 403), ("stranger", 404)])
def test_report_is_refused_for(client, world, plan, who, expected):
    data = {"unit": world.economy.pk, "done_on": f"{today():%d/%m/%Y}"}
    response = post(client, getattr(world, who), "task", plan.pk, task(plan, ECONOMY).pk, **data)
    assert response.status_code == expected


@pytest.mark.parametrize(
    ("who", "expected"), [("clerk", 200), ("officer", 200), ("staff", 403), ("stranger", 404)]
)
def test_take_back_page_opens_for(client, world, plan, who, expected):
    report = report_task(task(plan, ECONOMY), world.economy, by=world.clerk)
    assert get(client, getattr(world, who), "task-undo", plan.pk, report.pk).status_code == expected


def test_take_back_by_the_page(client, world, plan):
    report = report_task(task(plan, ECONOMY), world.economy, by=world.clerk)
    post(client, world.clerk, "task-undo", plan.pk, report.pk, note="Nhầm.")
    report.refresh_from_db()
    assert report.undone_at is not None


def test_board_query_count_does_not_grow_with_tasks(client, world, plan):
    def queries():
        client.force_login(world.clerk)
        with CaptureQueriesContext(connection) as found:
            client.get(reverse("campaigns:work", args=[plan.pk]))
        return len(found)

    queries()
    report_task(task(plan, ECONOMY), world.economy, by=world.clerk)
    queries()
    before = queries()
    for number in "789":
        made = plan.task_set.create(number=number, text="Việc thêm.", owners=["Phòng Kinh tế"])
        report_task(made, world.economy, by=world.clerk)
    assert queries() == before


# The calendar


def test_feed_needs_no_login_and_dies_with_its_address(client, world, plan):
    old = renew_feed(world.economy, by=world.clerk).token
    response = client.get(reverse("campaigns:feed", args=[old]))
    assert (response.status_code, response["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert response.content.count(b"BEGIN:VEVENT") == len(response.content.decode().split("UID:")) - 1 > 0
    new = renew_feed(world.economy, by=world.head).token
    found = [client.get(reverse("campaigns:feed", args=[token])).status_code for token in (old, new, "x")]
    assert found == [404, 200, 404]


def test_feed_tells_titles_and_days_only(client, world, plan):
    token = renew_feed(world.economy, by=world.clerk).token
    text = client.get(reverse("campaigns:feed", args=[token])).content.decode().replace("\r\n ", "")
    names = {line.split(":")[0].split(";")[0] for line in text.splitlines()}
    assert names == {
        *("BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME"),
        *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "TRANSP"),
    }


def test_address_is_renewed_by_those_of_the_unit(client, world):
    post(client, world.clerk, "calendar-renew", world.economy.pk)
    assert CalendarFeed.objects.get().unit == world.economy
    assert post(client, world.clerk, "calendar-renew", world.school.pk).status_code == 404
    with pytest.raises(Refused, match="Chỉ cán bộ đầu mối"):
        renew_feed(world.economy, by=world.staff)


@pytest.mark.parametrize(
    ("who", "expected"), [("clerk", 200), ("officer", 200), ("staff", 403), ("admin", 403)]
)
def test_calendar_page_opens_for(client, world, who, expected):
    assert get(client, getattr(world, who), "calendars").status_code == expected


def test_office_is_told_of_late_tasks_in_one_line(world):
    plan = running_work_plan(world)
    found = [(item.title, item.url) for item in tasks_for(world.officer, today()) if item.kind == "late_work"]
    assert found == [("Đôn đốc 1 nhiệm vụ quá hạn", reverse("campaigns:work", args=[plan.pk]))]
