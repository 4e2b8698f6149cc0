"""Two who write one session at a time: the second reads what the first kept, and nothing is lost."""

import pytest

from councils.enums import Presence
from tests import world as w

from .test_pages import html, marks, post, session_with, votes

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def test_second_who_writes_a_session_reads_what_the_first_kept(client, world):
    session = session_with(world)
    client.force_login(world.office_head)
    old = {"seen": client.get(session.get_absolute_url()).context["written"]}
    present = marks(session, *[Presence.PRESENT] * 5)
    away = marks(session, *[Presence.PRESENT] * 4, Presence.WRITTEN)
    member = session.attendances.last().member
    note = {f"note_{member.pk}": "Phiếu ý kiến ngày 20/11"}
    post(client, "write", session, old | away | note | {"discussion": "Lời của người thứ nhất"})

    sent = old | present | {"discussion": "Lời của người thứ hai"}
    page = post(client, "write", session, sent)
    told = list(page.context["write_form"].non_field_errors())
    assert told[0].startswith(f"{world.office_head} đã ghi phiên họp này lúc ")
    assert told[1:] == [
        "Ý kiến thảo luận đang lưu: “Lời của người thứ nhất”.",
        f"{member.person} đang ghi: vắng, có ý kiến bằng văn bản (Phiếu ý kiến ngày 20/11).",
    ]
    assert "Lời của người thứ hai" in html(page)
    session.refresh_from_db()
    assert session.discussion == "Lời của người thứ nhất"
    post(client, "write", session, sent | {"seen": page.context["written"]})
    session.refresh_from_db()
    assert session.discussion == "Lời của người thứ hai"


def test_second_who_types_counts_reads_those_of_the_first(client, world):
    session = session_with(world)
    client.force_login(world.office_head)
    old = {"seen": client.get(session.get_absolute_url()).context["counted"]}
    post(client, "votes", session, old | votes(session, (4, 1, 0)))
    misprint = post(client, "votes", session, old | votes(session, (5, 0, "x")))
    assert misprint.context["counted"] == old["seen"]
    page = post(client, "votes", session, old | votes(session, (5, 0, 0)))
    kept = f"{session.items.get().title} đang lưu: đồng ý 4, không đồng ý 1, không hợp lệ 0."
    assert list(page.context["votes_form"].non_field_errors())[1:] == [kept]
    assert post(client, "votes", session, old | votes(session, (4, 1, 0))).redirect_chain
    assert session.items.get().yes == 4
