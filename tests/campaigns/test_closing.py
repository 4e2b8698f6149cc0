"""Closing a plan: what is open is said, kept in the trail, and only dossiers under way stop it."""

import pytest
from django.urls import reverse

from campaigns.services.flow import move_campaign
from campaigns.services.work import report_task
from tests import world as w
from tests.campaigns.work_plan import ECONOMY, running_work_plan, task
from thiduakt.errors import Refused

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def test_open_tasks_are_said_and_kept(client, world):
    plan = running_work_plan(world)
    report_task(task(plan, ECONOMY), world.economy, by=world.clerk)
    client.force_login(world.office_head)
    page = client.get(reverse("campaigns:step", args=[plan.pk, "close"]))
    assert page.context["left_open"] == ["2 nhiệm vụ chưa báo xong."]
    closed = move_campaign(plan, "close", by=world.office_head)
    assert closed.events.get(action="close").data == {"open": ["2 nhiệm vụ chưa báo xong."]}


def test_drafts_and_missing_plans_are_said(world):
    w.draft(world)
    closed = move_campaign(world.campaign, "close", by=world.office_head)
    units = "Phòng Kinh tế, Phòng Văn hóa – Xã hội, Trường Tiểu học Phước Thuận"
    assert closed.events.get(action="close").data["open"] == [
        f"{closed.task_set.count()} nhiệm vụ chưa báo xong.",
        f"3 đơn vị chưa gửi kế hoạch riêng: {units}.",
        "1 hồ sơ còn ở đơn vị, chưa gửi.",
    ]


def test_dossier_under_way_still_stops_the_closing(world):
    w.arrived(world)
    with pytest.raises(Refused, match="Còn 1 hồ sơ đã gửi chưa có kết quả"):
        move_campaign(world.campaign, "close", by=world.office_head)
