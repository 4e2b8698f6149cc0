"""Sessions written: who votes in whose case, what is refused, and that each act leaves its event."""

import pytest
from django.urls import reverse

from councils import services as councils
from councils.enums import Presence
from councils.models import Council, CouncilSession
from nominations.services import agenda
from nominations.services.dossiers import create_dossier
from tests import world as w
from tests.campaigns.plans import unit
from thiduakt.clock import today
from thiduakt.errors import Refused
from units.enums import Role

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def planned(world, *people) -> CouncilSession:
    """A session of the commune's council, attendance taken, with eligible dossiers on its agenda."""
    dossiers = w.eligible(world, *people)
    session = councils.plan_session(world.council, held_on=today(), subject="xét", by=world.officer)
    agenda.put_on_agenda([dossier.pk for dossier in dossiers], session, by=world.officer)
    return councils.write_session(session, by=world.office_head, presences={})


def with_member_named(world) -> tuple[CouncilSession, int]:
    """The unit's own session about its clerk, who sits in it: the session and his seat's key."""
    dossier = w.submitted(world, world.clerk.person)
    session = councils.plan_session(world.unit_council, held_on=today(), subject="xét", by=world.clerk)
    agenda.add_unit_items(session, [dossier], by=world.clerk)
    seat = world.unit_council.members.get(person=world.clerk.person)
    return councils.write_session(session, by=world.clerk, presences={}), seat.pk


def actions(session) -> list[str]:
    return list(session.events.values_list("action", flat=True))


@pytest.mark.parametrize(
    ("presence", "voters"), [(Presence.PRESENT, 2), (Presence.WRITTEN, 2), (Presence.ABSENT, 2)]
)
def test_member_in_his_own_case_is_subtracted_once(world, presence, voters):
    session, seat = with_member_named(world)
    councils.write_session(session, by=world.head, presences={seat: presence})
    item = session.items.get()
    assert councils.voters_of(session) == {item.pk: voters}
    councils.write_votes(item, yes=voters, no=0, blank=0, by=world.clerk)
    assert councils.why_not_close(session) == []


def test_member_who_comes_after_the_agenda_still_steps_out(world):
    """Who was marked absent when the item was put on, and came after all."""
    dossier = w.submitted(world, world.clerk.person)
    session = councils.plan_session(world.unit_council, held_on=today(), subject="xét", by=world.clerk)
    seat = world.unit_council.members.get(person=world.clerk.person).pk
    councils.write_session(session, by=world.clerk, presences={seat: Presence.ABSENT})
    agenda.add_unit_items(session, [dossier], by=world.clerk)
    councils.write_session(session, by=world.clerk, presences={seat: Presence.PRESENT})
    assert list(councils.voters_of(session).values()) == [2]


def test_member_who_drew_the_dossier_up_does_not_vote_above(world):
    world.officer.memberships.create(unit=world.economy, role=Role.UNIT_CLERK, since=w.START)
    dossier = create_dossier(
        world.campaign,
        award_type=world.award,
        unit=world.economy,
        person=world.staff.person,
        by=type(world.officer).objects.get(pk=world.officer.pk),
    )
    session = councils.plan_session(world.council, held_on=today(), subject="xét", by=world.officer2)
    dossier.stages.update(level=1, unit=world.commune)
    item = agenda.add_item(dossier, session)
    assert [member.person for member in item.excluded.all()] == [world.officer.person]


def test_threshold_stays_on_the_total_membership(world):
    session, _ = with_member_named(world)
    item = session.items.get()
    councils.write_votes(item, yes=1, no=1, blank=0, by=world.clerk)
    councils.close_session(session, by=world.clerk)
    item.refresh_from_db()
    # 51 % of three members is two votes, whoever stepped out.
    assert item.result == "rejected"


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((-1, 6, 0), "số phiếu không được âm"),
        ((6, 0, 0), "phải bằng số thành viên tham gia biểu quyết 5"),
        ((4, 0, 0), "phải bằng số thành viên tham gia biểu quyết 5"),
    ],
)
def test_impossible_counts_are_refused(world, counts, sentence):
    item = planned(world).items.get()
    with pytest.raises(Refused, match=sentence):
        councils.write_votes(
            item, **dict(zip(("yes", "no", "blank"), counts, strict=True)), by=world.office_head
        )
    item.refresh_from_db()
    assert item.yes is None


def test_every_act_of_a_session_leaves_its_event(world):
    session = planned(world, world.staff.person, w.colleague(world, "Trịnh Văn Hai"))
    seat = world.council.members.last().pk
    councils.write_session(
        session, by=world.office_head, presences={seat: Presence.WRITTEN}, place="Phòng số 2"
    )
    first, second = session.items.all()
    counts = {"yes": 5, "no": 0, "blank": 0}
    councils.write_vote_counts(session, {first.pk: counts, second.pk: counts}, by=world.office_head)
    councils.order_ties(session, {first.pk: 2, second.pk: 1}, by=world.office_head)
    assert actions(session) == ["plan", "open", "write", "votes", "ties"]
    written, voted, tied = session.events.order_by("seq")[2:]
    assert written.data == {"presences": {str(seat): "written"}, "place": "Phòng số 2"}
    assert voted.data == {"votes": {str(first.pk): counts, str(second.pk): counts}}
    assert tied.data == {"ranks": {str(first.pk): 2, str(second.pk): 1}}


def test_nothing_new_leaves_no_event(world):
    session = planned(world)
    w.vote(session, by=world.office_head)
    before = actions(session)
    w.vote(session, by=world.office_head)
    assert actions(session) == before


def test_events_name_the_role_that_was_used(world):
    session = planned(world)
    plan, opened = session.events.order_by("seq")
    assert plan.membership == world.officer.membership_for(world.commune.pk, [Role.OFFICER], today())
    # The secretary writes by her seat.
    assert opened.membership is None


CLOSED = "Phiên họp đã kết thúc, không sửa được."
CLOSED_BEFORE = "Phiên họp đã kết thúc từ trước, không đổi gì thêm."


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("votes", CLOSED), ("write", CLOSED), ("ties", CLOSED), ("close", CLOSED_BEFORE)],
)
def test_closed_session_says_so(client, world, name, sentence):
    session = planned(world)
    w.vote(session, by=world.office_head)
    agenda.close_with_results(session, by=world.office_head)
    client.force_login(world.office_head)
    page = client.post(reverse(f"councils:{name}", args=[session.pk]), {}, follow=True)
    assert page.content.decode().count(sentence) == 1


@pytest.mark.parametrize(("name", "field"), [("votes", "yes"), ("write", "presence"), ("ties", "rank")])
def test_row_of_another_session_is_not_found(client, world, name, field):
    session = planned(world)
    client.force_login(world.office_head)
    url = reverse(f"councils:{name}", args=[session.pk])
    assert client.post(url, {f"{field}_999999": "1"}).status_code == 404


def test_no_count_at_all_is_said(client, world):
    session = planned(world)
    client.force_login(world.office_head)
    page = client.post(reverse("councils:votes", args=[session.pk]), {})
    assert page.context["votes_form"].non_field_errors() == ["Chưa nhập số phiếu của đề nghị nào."]


def test_councils_stand_in_the_vietnamese_order_of_their_units(world):
    names = ("Xã Đá Bàn", "Xã Ân Hòa", "Xã Dư Khánh", "Xã An Bình")
    made = [unit(f"U{place}", name) for place, name in enumerate(names)]
    for each in made:
        Council.objects.create(unit=each, name="Hội đồng Thi đua – Khen thưởng", valid_from=today())
    found = Council.objects.filter(unit__in=made).values_list("unit__name", flat=True)
    assert list(found) == ["Xã An Bình", "Xã Ân Hòa", "Xã Dư Khánh", "Xã Đá Bàn"]
