"""Papers of a session, read back: invitation, agenda, ballot, the record of a count, the minutes with it."""

import pytest
from django.urls import reverse

from councils import services as councils
from tests import world as w
from tests.documents.pdfread import page_texts

from .polls import cast, close, polled, voters

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def printed(client, name: str, key: int) -> str:
    pages = page_texts(client.get(reverse(f"councils:{name}", args=[key])).content)
    return " ".join(" ".join(pages).split())


def test_papers_before_the_meeting_name_members_day_and_proposals(client, world):
    session = polled(world, "Trần Thị An")
    member = world.council.members.get(person=world.officer2.person)
    sent = {"authority": "Giấy ủy quyền 12", "by": world.office_head}
    councils.send_substitute(session, member, world.staff.person, **sent)
    client.force_login(world.officer)
    invitation = printed(client, "invitation", session.pk)
    wanted = ("GIẤY MỜI", "Bạch Văn Nguyên", "Đặng Thị Ngọc Ánh", "Tới dự: Phiên họp xét")
    assert [word in invitation for word in wanted] == [True] * 4
    assert "Hồ Thị Dung" not in invitation
    agenda = printed(client, "agenda-paper", session.pk)
    assert [word in agenda for word in ("CHƯƠNG TRÌNH HỌP", "Trần Thị An", "4/5")] == [True] * 3
    ballot = printed(client, "ballot-paper", session.pk)
    assert [word in ballot for word in ("PHIẾU BẦU", "Trần Thị An", "không ghi tên, không ký")] == [True] * 3


def test_record_and_minutes_say_the_count_and_nobody_s_choice(client, world):
    session = polled(world, "Trần Thị An")
    round_ = councils.open_round(session, [session.items.get().pk], by=world.office_head)
    for user, choice in zip(voters(world), ("yes", "yes", "yes", "yes", "no"), strict=True):
        cast(round_, user, choice)
    close(round_, world, tellers="Phan Văn Cường")
    client.force_login(world.officer)
    record = printed(client, "round-record", round_.pk)
    assert "phát ra: 05; số phiếu thu vào: 05; số phiếu hợp lệ: 05; số phiếu không hợp lệ: 00" in record
    assert "01 Trần Thị An Giấy khen 04 01 00 80 %" in record
    assert "Hồ Thị Dung" in record
    minutes = printed(client, "minutes", session.pk)
    assert "Bỏ phiếu kín lượt 1 (trên màn hình): phát ra 05 phiếu" in minutes
    assert "Chủ tịch Hội đồng quyết định thứ tự" not in minutes
    ranks = {session.items.get().pk: 1}
    councils.order_ties(session, ranks, by=world.office_head, note="Thâm niên cao hơn")
    minutes = printed(client, "minutes", session.pk)
    assert "quyết định thứ tự: thứ 1: Trần Thị An. Lý do: Thâm niên cao hơn." in minutes
