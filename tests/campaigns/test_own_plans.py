"""Units' own plans: sent, late, reminded once a day, in the unit's list of what is to be done."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from campaigns.facts.own_plans import own_plan_rows
from campaigns.services.own_plans import remind_own_plans, send_own_plan
from documents.services.uploads import store_upload
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.inbox import tasks_for
from units.models import Notice

pytestmark = [pytest.mark.page, pytest.mark.django_db]
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 64 + b"IEND\xaeB`\x82"


@pytest.fixture
def world():
    """Plan 002 asks for the units' own plans in ten days."""
    made = w.make_world()
    due_in(made, 10)
    return made


def due_in(world, days: int) -> None:
    day = (today() + dt.timedelta(days=days)).isoformat()
    world.campaign.deadline_set.filter(what="own_plan").update(on=day, recurring=False)


def upload(name: str = "ke-hoach.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PNG)


def send(world, by=None):
    by = by or world.clerk
    return send_own_plan(world.campaign, world.economy, file=store_upload(upload(), by=by), by=by)


def states(world) -> dict[str, str]:
    return {row.unit.code: row.badge.label for row in own_plan_rows(world.campaign, today())}


def test_rows_say_who_has_sent_and_who_has_not(world):
    send(world)
    assert states(world) == {"kt": f"Đã gửi {today():%d/%m/%Y}", "vh": "Chưa gửi", "th": "Chưa gửi"}
    due_in(world, -1)
    assert states(world) == {
        "kt": f"Đã gửi muộn {today():%d/%m/%Y}",
        "vh": "Quá hạn, chưa gửi",
        "th": "Quá hạn, chưa gửi",
    }


def test_sending_is_an_event_of_the_unit(world):
    send(world)
    event = world.campaign.events.get(action="own_plan")
    assert (event.by, event.membership.unit, event.data["file"]) == (
        world.clerk,
        world.economy,
        "ke-hoach.png",
    )


def test_plan_issued_here_is_sent_by_its_own_unit_only(world):
    other = w.running_plan(world.far, by=world.stranger)
    with pytest.raises(Refused, match="đã ban hành"):
        send_own_plan(world.campaign, world.economy, plan=other, by=world.clerk)
    own = w.running_plan(world.economy, by=world.officer)
    assert send_own_plan(world.campaign, world.economy, plan=own, by=world.clerk).own_plan == own


def test_sending_nothing_or_for_others_is_refused(world):
    with pytest.raises(Refused, match="Chọn một kế hoạch"):
        send_own_plan(world.campaign, world.economy, by=world.clerk)
    with pytest.raises(Refused, match="Chỉ cán bộ đầu mối"):
        send(world, by=world.officer)


def test_reminder_goes_once_a_day_to_those_who_have_not_sent(world):
    send(world)
    first = remind_own_plans(world.campaign, by=world.officer)
    again = remind_own_plans(world.campaign, by=world.officer)
    assert ([unit.code for unit in first], again) == (["vh", "th"], [])
    assert world.campaign.events.filter(action="remind_own_plan").count() == 1


def test_reminder_is_read_by_the_units_accounts(world):
    remind_own_plans(world.campaign, [world.economy.pk], by=world.officer)
    assert sorted(Notice.objects.values_list("user__username", flat=True)) == ["oanh", "tuan"]


@pytest.mark.parametrize("who", ["clerk", "records", "stranger"])
def test_reminder_is_the_offices(world, who):
    with pytest.raises(Refused, match="Chỉ cơ quan thường trực"):
        remind_own_plans(world.campaign, by=getattr(world, who))


def test_unit_has_it_to_do_until_it_is_sent(world):
    def asked():
        return [item.title for item in tasks_for(world.clerk, today()) if item.kind == "own_plan"]

    world.campaign.participations.create(unit=world.economy)
    assert asked() == ["Gửi kế hoạch thi đua của Phòng Kinh tế"]
    send(world)
    assert asked() == []


# Pages


def get(client, user, name, *args):
    client.force_login(user)
    return client.get(reverse(f"campaigns:{name}", args=args))


def post(client, user, name, *args, **data):
    client.force_login(user)
    return client.post(reverse(f"campaigns:{name}", args=args), data)


@pytest.mark.parametrize(
    ("who", "expected"),
    [("officer", 3), ("signer", 3), ("clerk", 1), ("head", 1)],
)
def test_page_shows_all_to_the_office_and_its_own_to_a_unit(client, world, who, expected):
    assert len(get(client, getattr(world, who), "own-plans", world.campaign.pk).context["rows"]) == expected


@pytest.mark.parametrize(("who", "expected"), [("staff", 403), ("admin", 403), ("stranger", 404)])
def test_page_is_closed_to(client, world, who, expected):
    assert get(client, getattr(world, who), "own-plans", world.campaign.pk).status_code == expected


def test_plan_sent_by_the_page_is_read_by_office_and_unit(client, world):
    post(client, world.clerk, "own-plans", world.campaign.pk, unit=world.economy.pk, file=upload())
    expected = {"clerk": 200, "staff": 200, "officer": 200, "admin": 404, "stranger": 404}
    args = ["own-plan-file", world.campaign.pk, world.economy.pk]
    assert {who: get(client, getattr(world, who), *args).status_code for who in expected} == expected


def test_page_without_a_choice_says_what_to_do(client, world):
    response = post(client, world.clerk, "own-plans", world.campaign.pk, unit=world.economy.pk)
    assert "Chọn một kế hoạch đã ban hành, hoặc tải một tệp lên." in response.content.decode()


def test_reminding_by_the_page(client, world):
    response = post(client, world.officer, "own-plan-remind", world.campaign.pk, unit=world.school.pk)
    assert response.status_code == 302
    assert world.campaign.participations.get().reminded_on == today()
    assert post(client, world.clerk, "own-plan-remind", world.campaign.pk).status_code == 403


def test_office_sees_how_many_have_not_sent(world):
    for unit in (world.economy, world.culture, world.far):
        world.campaign.participations.create(unit=unit)
    send(world)
    found = [item.title for item in tasks_for(world.officer, today()) if item.kind == "missing_plans"]
    assert found == ["Nhắc 1 đơn vị chưa gửi kế hoạch thi đua"]
    assert "missing_plans" not in [item.kind for item in tasks_for(world.clerk, today())]
