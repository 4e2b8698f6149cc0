"""Extensions and late acceptances: recorded acts that every reader of a deadline follows."""

import datetime as dt

import pytest

from campaigns.dates import last_day
from campaigns.facts import due_on
from campaigns.models import Deadline
from campaigns.services.after import accept_late, extend_deadline
from nominations.services import registrations, submissions
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.vietnamese.days import short_date
from units.models import Notice

pytestmark = [pytest.mark.unit, pytest.mark.django_db]
WEEK = dt.timedelta(days=7)


@pytest.fixture
def late_world():
    """The dossiers were due three days ago."""
    return w.make_world(due_in=-3)


@pytest.fixture
def world():
    return w.make_world()


def dossier_deadline(world) -> Deadline:
    return world.campaign.deadline_set.get(what="dossier")


def extended(world, days: int = 7, **changes):
    given = {"reason": "Bão số 9.", "reference": "Công văn số 45/UBND-NV", "by": world.office_head} | changes
    return extend_deadline(dossier_deadline(world), today() + dt.timedelta(days=days), **given)


def test_extension_moves_the_limit_everywhere(late_world):
    new = today() + WEEK
    extended(late_world)
    row = dossier_deadline(late_world)
    found = (last_day(row.limit()), due_on(late_world.campaign, "dossier"), last_day(row.written_limit()))
    assert found == (new, new, today() - dt.timedelta(days=3))
    said = f"gia hạn đến hết {short_date(new)} theo Công văn số 45/UBND-NV; kế hoạch ghi chậm nhất"
    assert row.in_words().startswith(said)


def test_dossier_goes_after_an_extension(late_world):
    ready = w.ready_submission(late_world, [w.proposed_by_unit(late_world)])
    with pytest.raises(Refused, match="Đã hết hạn gửi hồ sơ"):
        submissions.send_submission(ready, by=late_world.clerk)
    extended(late_world)
    assert submissions.send_submission(ready, by=late_world.clerk).state == "sent"


def test_extension_leaves_the_plans_rows_and_words(world):
    before = (list(world.campaign.deadline_set.values("on", "text")), world.campaign.paper.snapshot)
    extended(world, 60)
    world.campaign.refresh_from_db()
    assert (list(world.campaign.deadline_set.values("on", "text")), world.campaign.paper.snapshot) == before


def test_extension_is_an_event_and_told_to_the_units(world):
    extended(world, 60)
    event = world.campaign.events.get(action="extend")
    assert (event.by, event.membership.role) == (world.office_head, "office_head")
    assert event.data["until"] == (today() + dt.timedelta(days=60)).isoformat()
    world.campaign.participations.create(unit=world.economy)
    extended(world, 61)
    assert sorted(Notice.objects.values_list("user__username", flat=True)) == ["oanh", "tuan"]


@pytest.mark.parametrize(
    ("days", "changes", "why"),
    [
        (20, {}, "Ngày mới phải sau ngày của kế hoạch"),
        (2000, {}, "quá xa"),
        (60, {"reason": " "}, "Chưa ghi lý do"),
    ],
)
def test_extension_refused(world, days, changes, why):
    with pytest.raises(Refused, match=why):
        extended(world, days, **changes)
    assert dossier_deadline(world).extended_to is None


def test_extension_into_the_past_is_refused(late_world):
    with pytest.raises(Refused, match="không được ở trong quá khứ"):
        extended(late_world, -1)


@pytest.mark.parametrize("who", ["officer", "clerk", "stranger", "records"])
def test_extension_is_the_office_heads(world, who):
    with pytest.raises(Refused, match="Chỉ phụ trách cơ quan thường trực"):
        extended(world, 60, by=getattr(world, who))


def test_same_extension_twice_is_one(world):
    extended(world, 60)
    with pytest.raises(Refused, match="đã được gia hạn"):
        extended(world, 60)
    assert world.campaign.events.filter(action="extend").count() == 1


def let_in(world, **changes):
    given = {"reason": "Trường bị ngập.", "by": world.officer} | changes
    unit = given.pop("unit", world.economy)
    return accept_late(world.campaign, unit, "dossier", today() + WEEK, **given)


def test_late_list_goes_with_the_acceptance_and_says_so(late_world):
    ready = w.ready_submission(late_world, [w.proposed_by_unit(late_world)])
    let_in(late_world)
    sent = submissions.send_submission(ready, by=late_world.clerk)
    note = sent.events.get(action="send").note
    assert note == "Gửi muộn, được UBND xã Ninh Phước chấp nhận: Trường bị ngập."


def test_late_acceptance_of_another_unit_does_not_help(late_world):
    ready = w.ready_submission(late_world, [w.proposed_by_unit(late_world)])
    let_in(late_world, unit=late_world.school)
    with pytest.raises(Refused, match="Đã hết hạn gửi hồ sơ"):
        submissions.send_submission(ready, by=late_world.clerk)


def test_late_acceptance_ends_with_its_day(late_world):
    ready = w.ready_submission(late_world, [w.proposed_by_unit(late_world)])
    row = let_in(late_world)
    row.until = today() - dt.timedelta(days=1)
    row.save()
    with pytest.raises(Refused, match="Đã hết hạn gửi hồ sơ"):
        submissions.send_submission(ready, by=late_world.clerk)


def test_late_registration_goes_with_the_acceptance(world):
    plan = world.campaign
    plan.deadline_set.create(what="registration", on=(today() - WEEK).isoformat(), text="trước ngày …")
    made = registrations.create_registration(
        plan, award_type=world.award, unit=world.economy, person=world.staff.person, by=world.clerk
    )
    with pytest.raises(Refused, match="Đã hết hạn đăng ký"):
        registrations.move_registration(made, "submit", by=world.clerk)
    accept_late(
        plan, world.economy, "registration", today(), reason="Mới về nhận việc.", by=world.office_head
    )
    assert registrations.move_registration(made, "submit", by=world.clerk).state == "submitted"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"by": "clerk"}, "Chỉ cơ quan thường trực"),
        ({"unit": "far"}, "không thuộc"),
        ({"reason": ""}, "lý do"),
    ],
)
def test_late_acceptance_refused(late_world, changes, why):
    given = {
        name: getattr(late_world, value) if name != "reason" else value for name, value in changes.items()
    }
    with pytest.raises(Refused, match=why):
        let_in(late_world, **given)
