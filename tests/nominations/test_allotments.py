"""A pool allotted to units: what binds a proposal, what the page shows before it is done."""

import pytest
from django.urls import reverse

from campaigns.quota import Share
from campaigns.services.allotments import allot
from nominations.services import steps
from nominations.services.proposing import preview
from tests import world as w
from thiduakt.errors import Refused
from thiduakt.management.invariants import run_checks

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def test_allotted_by_the_page_and_kept_by_every_proposal(client, world):
    pool = world.campaign.quota_set.get(group="individual")
    people = [world.staff.person, w.colleague(world, "Trần Văn Ba")]
    dossiers = w.council_approved(world, *people)
    url = reverse("nominations:allotment", args=[pool.pk])
    client.force_login(world.officer)
    page = client.get(world.campaign.get_absolute_url()).content.decode()
    assert url in page
    field = f"unit_{world.economy.pk}"
    too_many = client.post(url, {field: pool.limit + 1, "save": "1"})
    assert "vượt số lượng" in too_many.content.decode()
    looked = client.post(url, {field: 1, "each": 1})
    assert (looked.status_code, pool.allotments.count()) == (200, 0)
    assert "Phân bổ như trên" in looked.content.decode()
    seen = {"seen": looked.context["seen"]}
    assert "Số chỗ phân bổ phải từ 1." in client.post(url, seen | {field: 0}).content.decode()
    done = client.post(url, seen | {field: 1, "save": "1"})
    assert done.headers["Location"] == world.campaign.get_absolute_url()
    for pressed in ({"save": "1"}, {}):
        late = client.post(url, seen | {field: 2} | pressed).content.decode()
        assert "đang là: Phòng Kinh tế: 01. Số anh/chị ghi vẫn còn" in late
    assert [(row.unit, row.limit) for row in pool.allotments.all()] == [(world.economy, 1)]
    assert (
        "Phân bổ cá nhân: Phòng Kinh tế 1." in client.get(world.campaign.get_absolute_url()).content.decode()
    )
    going, staying = preview(dossiers, by=world.office_head)
    said = f"Đã hết phần phân bổ: Phòng Kinh tế 01 chỗ, đã dùng 01 ({pool.clause.citation})."
    assert (len(going), [reasons for _, reasons in staying]) == (1, [[said]])
    outcome = steps.move_many([one.pk for one in dossiers], "propose", by=world.office_head)
    assert (len(outcome.moved), [reasons for _, reasons in outcome.skipped]) == (1, [[said]])
    with pytest.raises(Refused, match="không thuộc cơ quan ban hành"):
        allot(pool, [Share(1, "Xã Thuận Nam", unit=world.far.pk)], by=world.officer)
    with pytest.raises(Refused, match="Chỉ cơ quan thường trực"):
        allot(pool, [], by=world.clerk)
    allot(pool, [Share(2, "Phòng Kinh tế", unit=world.economy.pk)], by=world.officer)
    steps.move_dossier(outcome.skipped[0][0], "propose", by=world.office_head)
    with pytest.raises(Refused, match="Đã hết phần phân bổ: Phòng Kinh tế 01 chỗ, đã dùng 02"):
        allot(pool, [Share(1, "Phòng Kinh tế", unit=world.economy.pk)], by=world.officer)
    assert [line for result in run_checks() for line in result.sample] == []
    assert [event.action for event in world.campaign.events.order_by("seq")][-2:] == ["allot", "allot"]
