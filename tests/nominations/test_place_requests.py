"""Places asked of the level above with the list of registrations, and its answer by its paper."""

import pytest
from django.urls import reverse

from documents.services import papers
from nominations.models import Submission
from nominations.services import place_requests, registration_answers, registration_lists
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.inbox.derive import tasks_for

pytestmark = [pytest.mark.page, pytest.mark.django_db]

PAPER = {"kind": "CV", "reference": "88/UBND-TH", "title": "Về số lượng", "signer_name": "", "upload": ""}


@pytest.fixture
def world():
    return w.world_for_the_province(limit=1)


def told(user) -> list[str]:
    return [item.title for item in tasks_for(user, today()) if "số lượng" in item.title]


@pytest.mark.parametrize("typed", ["hai", "-1", "2,5", "10000", "99999999999"])
def test_number_that_is_none_is_told_and_asks_for_nothing(client, world, typed):
    client.force_login(world.officer)
    first, second = world.campaign.quota_set.order_by("pk")
    made = registration_lists.draft_list_above(world.campaign, world.commune, by=world.officer)
    address = reverse("nominations:registration-list-step", args=[made.pk, "prepare"])
    form = {f"ask_{first.pk}": "1", f"ask_{second.pk}": typed, "signer": world.chairman.pk}
    page = client.post(address, form, follow=True)
    told = [str(message) for message in page.context["messages"]]
    assert told == [f"“{typed}” không phải số lượng: ghi số bằng chữ số, nhiều nhất 9999."]
    assert Submission.objects.get(pk=made.pk).paper is None


def test_places_are_asked_with_the_list_and_the_answer_becomes_the_number(client, world):
    client.force_login(world.officer)
    pool = world.campaign.quota_set.get(group="individual")
    other = world.campaign.quota_set.get(group="collective")
    assert told(world.officer) == ["Đăng ký với cấp trên 2 số lượng của kế hoạch"]
    summary = reverse("nominations:registration-summary", args=[world.campaign.pk, world.commune.pk])
    assert "phải đăng ký với cấp trên" in client.get(summary).content.decode()
    sheet = client.post(f"{summary}len-cap-tren/").headers["Location"]
    asked = {f"ask_{pool.pk}": "2", f"ask_{other.pk}": "", "signer": world.chairman.pk}
    client.post(f"{sheet}buoc/prepare/", asked)
    made = Submission.objects.get(level=1)
    assert [line for line in made.paper.snapshot["body"] if "02 cá nhân, Bằng khen" in line]
    papers.approve_document(made.paper, by=world.signer)
    client.force_login(world.records)
    assert "Đề nghị cho</dt><dd><b>02 cá nhân, Bằng khen" in client.get(f"{sheet}buoc/send/").content.decode()
    registration_lists.send_list(made, by=world.records)
    assert told(world.officer) == [
        "Đăng ký với cấp trên 1 số lượng của kế hoạch",
        "Ghi trả lời của cấp trên cho 1 số lượng đã đăng ký",
    ]
    client.force_login(world.officer)
    row = made.requests.get()
    answer = f"{sheet}tra-loi/"
    form = PAPER | {"issued_on": f"{today():%d/%m/%Y}", f"granted_{row.pk}": ""}
    assert "không được cho thì ghi 0" in client.post(answer, form).content.decode()
    assert client.post(answer, form | {f"granted_{row.pk}": "3"}).headers["Location"] == sheet
    pool.refresh_from_db()
    assert (pool.limit, len(told(world.officer))) == (3, 1)
    event = world.campaign.events.order_by("seq").last()
    said = (
        "Cá nhân (Mục III.1): 03 thay cho 01. Ủy ban nhân dân tỉnh Khánh Hòa trả lời tại Công văn 88/UBND-TH"
    )
    assert (event.action, event.note.partition(" ngày")[0]) == ("set_limit", said)
    page = client.get(sheet).content.decode()
    assert [one for one in ("đề nghị 2, được cho 3", "88/UBND-TH") if one not in page] == []


def test_answer_waits_for_the_level_above_and_never_undercuts_what_is_taken(world):
    above = w.province_of(world)
    pool = world.campaign.quota_set.get(group="individual")
    made = registration_lists.draft_list_above(world.campaign, world.commune, by=world.officer)
    made = registration_lists.prepare_list(
        made, [], signer=world.chairman, asked={pool.pk: 2}, by=world.officer
    )
    papers.approve_document(made.paper, by=world.signer)
    registration_lists.send_list(made, by=world.records)
    granted = {made.requests.get().pk: 0}
    answer = PAPER | {"issued_on": today(), "upload": None, "granted": granted}
    assert told(world.officer) == ["Đăng ký với cấp trên 1 số lượng của kế hoạch"]
    with pytest.raises(Refused, match="chưa tiếp nhận danh sách"):
        place_requests.answer_requests(made, by=world.officer, **answer)
    registration_answers.answer_list(made, "receive", by=above.officer)
    with pytest.raises(Refused, match="Chỉ cơ quan thường trực"):
        place_requests.answer_requests(made, by=above.officer, **answer)
    type(pool).objects.filter(pk=pool.pk).update(used=1)
    with pytest.raises(Refused, match="Đã dùng 01 cá nhân, không ghi 00 được"):
        place_requests.answer_requests(made, by=world.officer, **answer)
    assert made.requests.get().granted is None
