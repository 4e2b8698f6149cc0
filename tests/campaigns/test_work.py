"""Tasks of a work plan: whose they are, reported, taken back, in the list of what is to be done."""

import datetime as dt

import pytest

from campaigns.facts.feed import feed_days
from campaigns.facts.work import board_rows
from campaigns.models import TaskReport
from campaigns.services.clone import clone_for_year
from campaigns.services.work import report_task, take_back_report
from tests import world as w
from tests.campaigns.work_plan import ALL, ECONOMY, LATE, running_work_plan, task
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.inbox import tasks_for

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


@pytest.fixture
def plan(world):
    return running_work_plan(world)


def rows(plan) -> dict:
    return {row.task.number: row for row in board_rows(plan, today())}


def words(plan) -> dict[str, str]:
    return {number: row.badge.label for number, row in rows(plan).items()}


def inbox(user) -> list[str]:
    return sorted(item.title.split(":")[0] for item in tasks_for(user, today()) if item.kind == "work")


def test_board_says_whose_and_how_far(world, plan):
    found = rows(plan)
    assert found[ECONOMY].owners.named == [world.economy]
    assert found[ALL].owners.keys == {world.economy.pk, world.culture.pk, world.school.pk}
    assert words(plan) == {ECONOMY: "Sắp đến hạn", ALL: "Sắp đến hạn", LATE: "Quá hạn"}


def test_owner_reports_and_the_task_is_done(world, plan):
    report_task(task(plan, ECONOMY), world.economy, note="Đã ký giao ước.", by=world.clerk)
    event = plan.events.get(action="task_done")
    assert (event.by, event.membership.unit) == (world.clerk, world.economy)
    assert words(plan)[ECONOMY] == f"Xong {today():%d/%m/%Y}"


def test_task_for_all_units_is_done_when_all_or_the_office_reported(world, plan):
    report_task(task(plan, ALL), world.economy, by=world.clerk)
    assert (rows(plan)[ALL].done, rows(plan)[ALL].reported) == (False, (1, 3))
    report_task(task(plan, ALL), world.commune, by=world.officer)
    assert rows(plan)[ALL].done is True


def test_late_report_says_late(world, plan):
    report_task(task(plan, LATE), world.economy, by=world.head)
    assert words(plan)[LATE].startswith("Xong muộn")


@pytest.mark.parametrize("who", ["staff", "stranger", "records", "signer"])
def test_others_do_not_report(world, plan, who):
    with pytest.raises(Refused, match="Chỉ đơn vị có trách nhiệm"):
        report_task(task(plan, ECONOMY), world.economy, by=getattr(world, who))


@pytest.mark.parametrize(
    ("days", "why"), [(1, "không được sau hôm nay"), (-90, "không được trước ngày ban hành")]
)
def test_impossible_day_is_refused(world, plan, days, why):
    with pytest.raises(Refused, match=why):
        report_task(
            task(plan, ECONOMY), world.economy, done_on=today() + dt.timedelta(days=days), by=world.clerk
        )


def test_report_twice_is_one(world, plan):
    report_task(task(plan, ECONOMY), world.economy, by=world.clerk)
    with pytest.raises(Refused, match="đã báo xong"):
        report_task(task(plan, ECONOMY), world.economy, by=world.head)
    assert TaskReport.objects.count() == 1


def test_taken_back_stays_in_the_trail_and_opens_the_task(world, plan):
    report = report_task(task(plan, ECONOMY), world.economy, by=world.clerk)
    take_back_report(report, note="Nhầm nhiệm vụ.", by=world.officer)
    assert rows(plan)[ECONOMY].done is False
    assert [event.action for event in plan.events.all()] == ["enter", "task_done", "task_undone"]
    report_task(task(plan, ECONOMY), world.economy, by=world.clerk)
    assert TaskReport.objects.count() == 2


def test_take_back_asks_for_right_and_reason(world, plan):
    report = report_task(task(plan, ECONOMY), world.economy, by=world.clerk)
    with pytest.raises(Refused, match="Chỉ đơn vị đã báo"):
        take_back_report(report, note="x", by=world.staff)
    with pytest.raises(Refused, match="Chưa ghi lý do"):
        take_back_report(report, note=" ", by=world.clerk)


def test_tasks_stand_in_what_the_unit_has_to_do_until_reported(world, plan):
    assert inbox(world.clerk) == ["Nhiệm vụ 1.1", "Nhiệm vụ 1.2", "Nhiệm vụ 1.3"]
    report_task(task(plan, ALL), world.economy, by=world.clerk)
    report_task(task(plan, LATE), world.economy, by=world.clerk)
    assert inbox(world.clerk) == ["Nhiệm vụ 1.1"]
    assert inbox(world.staff) == []


def test_calendar_holds_titles_and_days_of_open_tasks(world, plan):
    report_task(task(plan, LATE), world.economy, by=world.clerk)
    due = today() + dt.timedelta(days=10)
    keys = {f"viec-{row.pk}@thiduakt" for row in plan.task_set.all()}
    own = [day.on for day in feed_days(world.economy, today()) if day.uid in keys]
    other = [day.on for day in feed_days(world.school, today()) if day.uid in keys]
    assert [own, other] == [[due, due], [due]]
    assert feed_days(world.far, today()) == []


def test_tasks_go_to_the_next_year_without_their_reports(world, plan):
    report_task(task(plan, ECONOMY), world.economy, by=world.clerk)
    copy = clone_for_year(plan, plan.year + 1, issuer=world.commune, by=world.officer)
    moved = task(copy, ECONOMY)
    assert int(moved.due[:4]) == int(task(plan, ECONOMY).due[:4]) + 1
    assert (copy.task_set.count(), moved.reports.count()) == (3, 0)
