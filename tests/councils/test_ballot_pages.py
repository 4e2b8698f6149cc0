"""The ballot on a screen: marked, read once more, cast; and what its keeper sees of it."""

import pytest
from django.urls import reverse

from councils.models import SealedBallot
from tests import world as w

from .polls import cast, opened, polled, voters

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def url(name: str, key: int) -> str:
    return reverse(f"councils:{name}", args=[key])


def text(page) -> str:
    return page.content.decode()


def test_ballot_is_marked_read_once_more_and_cast_once(client, world):
    round_ = opened(world, "An", "Bình")
    client.force_login(world.deputy_signer)
    here = url("ballot", round_.pk)
    first, second = (f"choice_{item.pk}" for item in round_.items.all())
    unfinished = client.post(here, {first: "yes"})
    assert "Bình: chọn đồng ý hoặc không đồng ý." in text(unfinished)
    marked = {first: "yes", second: "no"}
    assert "Bỏ phiếu rồi thì không đổi được." in text(client.post(here, marked))
    assert SealedBallot.objects.count() == 0
    done = client.post(here, marked | {"confirmed": "1"}, follow=True)
    assert ("Đã ghi nhận phiếu của anh/chị" in text(done), SealedBallot.objects.count()) == (True, 2)
    again = client.post(here, marked | {"confirmed": "1"}, follow=True)
    assert ("mỗi người một phiếu" in text(again), SealedBallot.objects.count()) == (True, 2)


def test_keeper_sees_who_has_voted_and_counts(client, world):
    round_ = opened(world, "An")
    session = round_.session
    client.force_login(world.office_head)
    for user in voters(world)[:2]:
        cast(round_, user)
    page = client.get(session.get_absolute_url())
    assert [page.context["turnout"][key] for key in ("voted", "total", "left")] == [2, 5, 3]
    close = url("round-close", round_.pk)
    refused = client.post(close, {"head_teller": "Hồ Thị Dung"})
    assert "kiểm phiếu thì lộ phiếu" in text(refused)
    cast(round_, voters(world)[3])
    client.post(close, {"head_teller": "Hồ Thị Dung"})
    item = session.items.get()
    assert (item.yes, item.no, item.blank) == (3, 0, 2)
    again = text(client.post(close, {"head_teller": "Hồ Thị Dung", f"yes_{item.pk}": 2}))
    assert ("đã đóng từ trước" in again, "Hồ Thị Dung" in again) == (True, True)
    hands = {f"yes_{item.pk}": 4, f"no_{item.pk}": 1}
    told = text(client.post(url("votes", session.pk), hands))
    assert f"Số anh/chị ghi (đồng ý, không đồng ý, không hợp lệ): {item}: 4, 1, –." in told
    client.force_login(world.officer2)
    late = {f"choice_{item.pk}": "yes", "confirmed": "1"}
    assert "đã đóng" in text(client.post(url("ballot", round_.pk), late, follow=True))


def test_only_voters_open_the_ballot(client, world):
    round_ = opened(world, "An")
    for user, code in ((world.records, 403), (world.stranger, 404), (world.signer, 200)):
        client.force_login(user)
        assert client.get(url("ballot", round_.pk)).status_code == code
    client.force_login(world.signer)
    assert "turnout" in client.get(round_.session.get_absolute_url()).context
    client.force_login(world.officer)
    assert "turnout" not in client.get(round_.session.get_absolute_url()).context


def test_paper_record_is_entered_and_its_sums_checked(client, world):
    session = polled(world, "An")
    item = session.items.get()
    client.force_login(world.office_head)
    sheet = {"issued": 5, "returned": 5, "valid": 4, "invalid": 1, "head_teller": "Hồ Thị Dung"}
    typed = sheet | {f"yes_{item.pk}": 5, f"no_{item.pk}": 0}
    assert "nhiều hơn 4 phiếu hợp lệ" in text(client.post(url("round-paper", session.pk), typed))
    client.post(url("round-paper", session.pk), typed | {f"yes_{item.pk}": 4})
    item.refresh_from_db()
    assert (item.yes, item.no, item.blank) == (4, 0, 1)


def test_session_opens_a_ballot_and_takes_a_substitute(client, world):
    session = polled(world, "An", "Bình")
    client.force_login(world.office_head)
    member = world.council.members.get(person=world.officer2.person)
    sent = {"member": member.pk, "person": world.staff.person_id, "authority": "Giấy ủy quyền 12"}
    client.post(url("substitute", session.pk), sent)
    client.post(url("round-open", session.pk), {"items": [session.items.first().pk]})
    round_ = session.rounds.get()
    assert (round_.state, round_.items.count()) == ("open", 1)
    client.force_login(world.staff)
    assert client.get(url("ballot", round_.pk)).status_code == 200
