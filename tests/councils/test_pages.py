"""Sessions in the browser: who sees them, what is typed, what keeps them open, what closing writes."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from councils import services as councils
from councils.enums import Presence
from councils.models import CouncilSession
from nominations.enums import StageState as S
from nominations.services import agenda
from tests import world as w
from tests.documents.pdfread import page_texts
from thiduakt.clock import today
from thiduakt.errors import Refused

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def session_with(world, *people) -> CouncilSession:
    """A session of the commune's council, attendance taken, with eligible dossiers on its agenda."""
    dossiers = w.eligible(world, *people)
    session = councils.plan_session(
        world.council, held_on=today(), subject="xét khen thưởng", by=world.officer
    )
    agenda.put_on_agenda([dossier.pk for dossier in dossiers], session, by=world.officer)
    return councils.write_session(session, by=world.office_head, presences={})


def test_session_without_attendance_or_before_its_day_stays_open(world):
    session = session_with(world)
    w.vote(session, by=world.office_head)
    session.state, session.held_on = "planned", today() + dt.timedelta(days=1)
    told = councils.why_not_close(session)
    assert told == [
        f"Phiên họp ngày {session.held_on:%d/%m/%Y} chưa diễn ra.",
        "Chưa lưu điểm danh của phiên họp.",
    ]


def test_session_years_away_is_refused(world):
    with pytest.raises(Refused, match="Ngày họp phải trong vòng một năm"):
        councils.plan_session(world.council, held_on=dt.date(9999, 12, 31), subject="xét", by=world.officer)


def post(client, name: str, session, data=None):
    return client.post(reverse(f"councils:{name}", args=[session.pk]), data or {}, follow=True)


def marks(session, *presences: str) -> dict:
    """What the attendance form sends, one mark for each member in order."""
    rows = session.attendances.all()
    return {f"presence_{row.member_id}": mark for row, mark in zip(rows, presences, strict=True)}


def votes(session, *counts: tuple) -> dict:
    items = session.items.all()
    return {
        f"{name}_{item.pk}": count
        for item, three in zip(items, counts, strict=True)
        for name, count in zip(("yes", "no", "blank"), three, strict=True)
    }


def html(response) -> str:
    return response.content.decode().replace("&nbsp;", " ")


def test_list_shows_sessions_of_my_councils(client, world):
    session = councils.plan_session(
        world.council, held_on=today(), subject="xét khen thưởng", by=world.officer
    )
    client.force_login(world.deputy_signer)
    page = client.get(reverse("councils:list"))
    assert [row.pk for row in page.context["page"]] == [session.pk]


def test_list_asks_the_same_for_one_and_three(client, world, django_assert_num_queries):
    councils.plan_session(world.council, held_on=today(), subject="một", by=world.officer)
    client.force_login(world.officer)
    client.get("/")  # what waits is counted once for a while
    with CaptureQueriesContext(connection) as once:
        client.get(reverse("councils:list"))
    for subject in ("hai", "ba"):
        councils.plan_session(world.council, held_on=today(), subject=subject, by=world.officer)
    with django_assert_num_queries(len(once)):
        client.get(reverse("councils:list"))


def test_session_of_strangers_is_not_found(client, world):
    session = session_with(world)
    client.force_login(world.stranger)
    assert client.get(session.get_absolute_url()).status_code == 404


def test_new_session_for_others_is_forbidden(client, world):
    client.force_login(world.staff)
    assert client.get(reverse("councils:session-new")).status_code == 403


def test_new_session_made(client, world):
    client.force_login(world.officer)
    data = {"council": world.council.pk, "held_on": "05/12/2026", "subject": "xét khen thưởng năm 2026"}
    page = client.post(reverse("councils:session-new"), data)
    session = CouncilSession.objects.get()
    assert (page.url, session.held_on) == (session.get_absolute_url(), dt.date(2026, 12, 5))


def test_agenda_takes_eligible_dossiers(client, world):
    (dossier,) = w.eligible(world)
    session = councils.plan_session(world.council, held_on=today(), subject="xét", by=world.officer)
    client.force_login(world.signer)
    assert client.get(session.get_absolute_url()).context["agenda_form"] is None
    client.force_login(world.officer)
    page = post(client, "agenda", session, {"keys": [dossier.pk]})
    (tool,) = page.context["about"].tools
    assert tool == ("Xem phương án", reverse("nominations:what-if", args=[world.campaign.pk]))
    assert [item.title for item in session.items.all()] == ["Đặng Thị Ngọc Ánh"]
    assert dossier.stage.state == S.IN_COUNCIL


def test_agenda_of_the_unit_takes_what_was_handed_in(client, world):
    dossier = w.submitted(world)
    session = councils.plan_session(world.unit_council, held_on=today(), subject="xét", by=world.clerk)
    client.force_login(world.clerk)
    post(client, "agenda", session, {"keys": [dossier.pk]})
    assert [item.title for item in session.items.all()] == ["Đặng Thị Ngọc Ánh"]
    page = client.get(session.get_absolute_url())
    assert page.context["pools"] == []


def test_quorum_not_met_is_said(client, world):
    session = session_with(world)
    client.force_login(world.office_head)
    three_away = [Presence.PRESENT, Presence.WRITTEN, *[Presence.ABSENT] * 3]
    page = post(client, "write", session, marks(session, *three_away))
    sentence = "Phiên họp chưa hợp lệ: 2 trên 5 thành viên tham gia, cần ít nhất 4."
    assert page.context["reasons"][0] == sentence
    assert sentence in html(page)
    assert page.context["quorum"] == {
        "total": 5,
        "present": 1,
        "sent": 0,
        "written": 1,
        "absent": 3,
        "needed": 4,
        "met": False,
    }


def test_threshold_is_counted_on_all_members(client, world):
    session = session_with(world)
    client.force_login(world.office_head)
    (ballot,) = client.get(session.get_absolute_url()).context["thresholds"]
    item = session.items.get()
    assert (ballot.needed, ballot.total) == (-(-5 * item.threshold_percent // 100), 5)


def test_meeting_facts_are_kept(client, world):
    session = session_with(world)
    client.force_login(world.office_head)
    data = marks(session, *[Presence.PRESENT] * 5) | {
        "starts_at": "14:00",
        "ends_at": "15:30",
        "place": "Phòng họp số 2",
        "discussion": "Các thành viên nhất trí.",
    }
    post(client, "write", session, data)
    session.refresh_from_db()
    assert (session.starts_at, session.place, session.state) == (dt.time(14), "Phòng họp số 2", "open")


def test_wrong_time_keeps_the_page_and_changes_nothing(client, world):
    session = session_with(world)
    client.force_login(world.office_head)
    data = marks(session, *[Presence.ABSENT] * 5) | {"starts_at": "25 giờ"}
    page = post(client, "write", session, data)
    assert list(page.context["write_form"].errors) == ["starts_at"]
    assert session.attendances.filter(presence=Presence.PRESENT).count() == 5


def test_votes_that_do_not_add_up_are_refused(client, world):
    session = session_with(world)
    client.force_login(world.office_head)
    page = post(client, "votes", session, votes(session, (4, 0, 0)))
    assert page.context["votes_form"].non_field_errors() == [
        "Đặng Thị Ngọc Ánh: đồng ý 4, không đồng ý 0, không hợp lệ 0 cộng lại là 4, "
        "phải bằng số thành viên tham gia biểu quyết 5."
    ]
    assert session.items.get().yes is None


def test_one_wrong_count_keeps_none(client, world):
    session = session_with(world, world.staff.person, w.colleague(world, "Trịnh Văn Hai"))
    client.force_login(world.office_head)
    page = post(client, "votes", session, votes(session, (5, 0, 0), (9, 0, 0)))
    assert len(page.context["votes_form"].non_field_errors()) == 1
    assert list(session.items.values_list("yes", flat=True)) == [None, None]


def test_member_without_the_pen_may_not_write(client, world):
    session = session_with(world)
    client.force_login(world.deputy_signer)
    assert post(client, "votes", session, votes(session, (5, 0, 0))).status_code == 403


def test_closing_without_votes_is_refused(client, world):
    session = session_with(world)
    client.force_login(world.office_head)
    page = post(client, "close", session)
    assert "Chưa nhập số phiếu: Đặng Thị Ngọc Ánh." in html(page)
    session.refresh_from_db()
    assert session.state == "open"


def test_closing_writes_results_to_dossiers(client, world):
    session = session_with(world, world.staff.person, w.colleague(world, "Trịnh Văn Hai"))
    client.force_login(world.office_head)
    post(client, "votes", session, votes(session, (5, 0, 0), (1, 4, 0)))
    post(client, "close", session)
    states = [item.stage.state for item in session.items.select_related("stage")]
    assert states == [S.COUNCIL_APPROVED, S.COUNCIL_REJECTED]
    page = post(client, "votes", session, votes(session, (5, 0, 0), (5, 0, 0)))
    assert (page.status_code, "Phiên họp đã kết thúc, không sửa được." in html(page)) == (409, True)
    assert session.items.last().yes == 1


def test_equal_votes_at_the_cut_wait_for_the_chair(client, world):
    world.campaign.quota_set.filter(group="individual").update(limit=1)
    session = session_with(world, world.staff.person, w.colleague(world, "Trịnh Văn Hai"))
    client.force_login(world.office_head)
    page = post(client, "votes", session, votes(session, (5, 0, 0), (5, 0, 0)))
    (ballot,) = page.context["ballots"]
    assert [row.mark for row in ballot.rows] == ["tie", "tie"]
    assert "Còn 1 chỗ cho 2 cá nhân bằng phiếu" in html(post(client, "close", session))
    first, second = session.items.all()
    order = {f"rank_{first.pk}": 2, f"rank_{second.pk}": 1, "note": "Thành tích nổi bật hơn"}
    page = post(client, "ties", session, order)
    (ballot,) = page.context["ballots"]
    assert [(row.item, row.mark, row.place) for row in ballot.rows] == [
        (second, "in", "1"),
        (first, "out", "2"),
    ]
    assert ballot.rows[1].cut.startswith("Hết chỉ tiêu: 1 cá nhân (Mục III.1)")
    again = html(post(client, "ties", session, order | {"note": "Gửi lần nữa"}))
    assert ("Không còn đề nghị nào bằng phiếu" in again, "Gửi lần nữa" in again) == (True, True)
    post(client, "close", session)
    session.refresh_from_db()
    assert session.state == "closed"


def test_chair_gives_each_place_once(client, world):
    world.campaign.quota_set.filter(group="individual").update(limit=1)
    session = session_with(world, world.staff.person, w.colleague(world, "Trịnh Văn Hai"))
    client.force_login(world.office_head)
    post(client, "votes", session, votes(session, (5, 0, 0), (5, 0, 0)))
    page = post(client, "ties", session, {f"rank_{item.pk}": 1 for item in session.items.all()})
    assert page.context["ties_form"].non_field_errors() == ["Mỗi thứ tự chỉ dùng cho một đề nghị."]


def test_minutes_name_members_and_votes(client, world):
    session = session_with(world)
    client.force_login(world.office_head)
    draft = page_texts(client.get(reverse("councils:minutes", args=[session.pk])).content)
    post(client, "votes", session, votes(session, (5, 0, 0)))
    post(client, "close", session)
    final = page_texts(client.get(reverse("councils:minutes", args=[session.pk])).content)
    assert ("DỰ THẢO" in draft[0], "DỰ THẢO" in final[0]) == (True, False)
    share = "Cần 3/5 phiếu đồng ý, 51 % tổng số thành viên Hội đồng"
    for words in ("Bạch Văn Nguyên", "Đặng Thị Ngọc Ánh", "5/5", "100 %", share):
        assert words in " ".join(" ".join(final).split())


def test_session_asks_the_same_for_one_and_three(client, world, django_assert_num_queries):
    one = session_with(world)
    client.force_login(world.office_head)
    client.get("/")  # what waits is counted once for a while
    with CaptureQueriesContext(connection) as once:
        client.get(one.get_absolute_url())
    three = councils.plan_session(world.council, held_on=today(), subject="xét", by=world.officer)
    dossiers = w.eligible(
        world, *(w.colleague(world, name) for name in ("Vũ Văn Ba", "Vũ Văn Bốn", "Vũ Văn Năm"))
    )
    agenda.put_on_agenda([dossier.pk for dossier in dossiers], three, by=world.officer)
    councils.write_session(three, by=world.office_head, presences={})
    with django_assert_num_queries(len(once)):
        client.get(three.get_absolute_url())
