"""From the council's word to the certificate in hand, in the browser."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from councils.models import SessionItem
from documents.models import IssuedDocument
from nominations.enums import StageState as S
from nominations.services import steps
from tests import world as w
from tests.documents.pdfread import page_texts
from tests.world.kept import once

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def url(name: str, *args) -> str:
    return reverse(f"nominations:{name}", args=args)


def html(response) -> str:
    return response.content.decode().replace("&nbsp;", " ").replace("\u00a0", " ")


def propose(client, world, dossiers, **extra):
    client.force_login(world.office_head)
    data = {"key": [dossier.pk for dossier in dossiers]} | extra
    return client.post(url("propose", world.campaign.pk), data, follow=True)


def three_for_two_places():
    """Three approved with equal votes, where the plan has two places."""
    world = w.make_world()
    world.campaign.quota_set.filter(group="individual").update(limit=2)
    people = (world.staff.person, w.colleague(world, "Trịnh Văn Hai"), w.colleague(world, "Vũ Văn Ba"))
    world.dossiers = w.council_approved(world, *people)
    return world


@pytest.fixture
def crowded():
    return once("three for two places", three_for_two_places)


def states(dossiers) -> list[str]:
    return [dossier.stage.state for dossier in dossiers]


def told(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


# Proposing


def test_ranking_leaves_equal_votes_to_a_person(client, crowded):
    client.force_login(crowded.office_head)
    (group,) = client.get(url("propose", crowded.campaign.pk)).context["groups"]
    assert [(row.within, row.tied) for row in group.rows] == [(False, True)] * 3
    assert [row.cut for row in group.rows] == [
        "Còn 2 chỗ cho 3 đề nghị bằng phiếu: chọn theo ý kiến Chủ tịch Hội đồng",
        "",
        "",
    ]


def test_ranking_draws_the_cut(client, crowded):
    dossiers = crowded.dossiers
    for rank, dossier in enumerate(dossiers, start=1):
        SessionItem.objects.filter(stage__dossier=dossier).update(chair_rank=rank)
    client.force_login(crowded.office_head)
    (group,) = client.get(url("propose", crowded.campaign.pk)).context["groups"]
    assert [(row.within, row.tied) for row in group.rows] == [(True, False), (True, False), (False, False)]
    assert group.rows[2].cut == "Hết chỉ tiêu: 2 cá nhân (Mục III.1), đã dùng 0"


def test_preview_over_the_quota_says_why(client, crowded):
    dossiers = crowded.dossiers
    page = propose(client, crowded, dossiers)
    assert len(page.context["going"]) == 2
    ((left_out, reasons),) = page.context["staying"]
    assert (left_out, reasons) == (dossiers[2], ["Đã hết chỉ tiêu 02 cá nhân (Mục III.1)."])
    assert "Sẽ chuyển 2, bỏ qua 1" in html(page)
    assert states(dossiers) == [S.COUNCIL_APPROVED] * 3


def test_confirmed_over_the_quota_is_refused_with_the_clause(client, crowded):
    dossiers = crowded.dossiers
    page = propose(client, crowded, dossiers, confirmed=1)
    assert states(dossiers) == [S.PROPOSED, S.PROPOSED, S.COUNCIL_APPROVED]
    assert told(page) == [
        "Đã trình ký 2 hồ sơ. Tiếp theo: lập quyết định khen thưởng.",
        "Vũ Văn Ba: Đã hết chỉ tiêu 02 cá nhân (Mục III.1).",
    ]
    assert crowded.campaign.quota_set.get(group="individual").used == 2


def test_officer_may_not_propose(client, world):
    dossiers = w.council_approved(world)
    client.force_login(world.officer)
    page = client.post(
        url("propose", world.campaign.pk), {"key": dossiers[0].pk, "confirmed": 1}, follow=True
    )
    assert told(page) == ["Đặng Thị Ngọc Ánh: Anh/chị không có quyền “Trình ký” ở bước này."]
    assert states(dossiers) == [S.COUNCIL_APPROVED]


def test_pages_of_the_office_are_closed_to_others(client, world):
    client.force_login(world.clerk)
    pages = [url("decisions"), url("propose", world.campaign.pk)]
    pages.append(url("decision-new", world.campaign.pk, world.commune.pk))
    assert [client.get(page).status_code for page in pages] == [403, 403, 403]
    client.force_login(world.stranger)
    assert [client.get(page).status_code for page in pages[1:]] == [404, 404]


# Decisions


def test_decision_prepared_for_its_signer(client, world):
    dossiers = w.council_approved(world)
    steps.move_many([dossier.pk for dossier in dossiers], "propose", by=world.office_head)
    client.force_login(world.office_head)
    page = client.get(url("decisions"))
    assert [(row["approved"], row["proposed"]) for row in page.context["waiting"]] == [(0, 1)]
    new = url("decision-new", world.campaign.pk, world.commune.pk)
    field = client.get(new).context["form"].fields["signer"]
    assert (set(field.queryset), field.initial) == ({world.chairman, world.deputy}, None)
    # Of one there is nothing to choose.
    field.offer(field.queryset.filter(pk=world.deputy.pk))
    assert field.initial == world.deputy.pk
    page = client.post(new, {"signer": world.deputy.pk}, follow=True)
    document = IssuedDocument.objects.get(kind="QĐ")
    assert document.signature_lines == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert told(page) == ["Đã lập dự thảo quyết định. Tiếp theo: Đỗ Thị Phượng duyệt."]


def test_decision_of_nobody_is_refused(client, world):
    client.force_login(world.office_head)
    new = url("decision-new", world.campaign.pk, world.commune.pk)
    page = client.post(new, {"signer": world.chairman.pk})
    assert page.context["form"].non_field_errors() == [
        "Chưa có hồ sơ nào được trình ký nên chưa lập được quyết định."
    ]


# Awards


def test_nominee_sees_the_result_and_its_computation(client, world):
    award = w.awarded(world).awards.get()
    client.force_login(world.staff)
    assert [row.pk for row in client.get(url("awards")).context["page"]] == [award.pk]
    page = html(client.get(award.get_absolute_url()))
    assert "<b>760.000 đồng</b> = 0,3 × 2.530.000 đồng (mức lương cơ sở) = 759.000 đồng" in page
    assert "chưa có chữ ký và dấu" in page


def test_story_ends_in_the_award(client, world):
    award = w.awarded(world).awards.get()
    client.force_login(world.staff)
    story = client.get(award.get_absolute_url()).context["story"]
    words = [event["words"] for event in story]
    assert (words[:4], [event["big"] for event in story].count(True)) == (
        ["Khen thưởng", "Trình ký", "Hội đồng đề nghị", "Đủ điều kiện"],
        1,
    )


def test_strangers_find_no_award(client, world):
    award = w.awarded(world).awards.get()
    client.force_login(world.stranger)
    pages = [award.get_absolute_url(), url("award-certificate", award.pk)]
    pages.append(url("decision-certificates", award.decision_id))
    assert [client.get(page).status_code for page in pages] == [404, 404, 404]


def test_certificate_is_one_page_with_the_name(client, world):
    award = w.awarded(world, world.staff.person, world.economy).awards.get(group="individual")
    client.force_login(world.staff)
    (page,) = page_texts(client.get(url("award-certificate", award.pk)).content)
    assert [words in page for words in ("GIẤY KHEN", "Đặng Thị Ngọc Ánh", "Phòng Kinh tế,")] == [
        True,
        True,
        False,
    ]


def test_all_certificates_are_the_office_s(client, world):
    document = w.awarded(world, world.staff.person, world.economy)
    client.force_login(world.staff)
    assert client.get(url("decision-certificates", document.pk)).status_code == 403
    client.force_login(world.records)
    pages = page_texts(client.get(url("decision-certificates", document.pk)).content)
    assert ["Phòng Kinh tế" in pages[0], "Đặng Thị Ngọc Ánh" in pages[1], len(pages)] == [True, True, 2]


def test_list_filtered_by_whose_and_year(client, world):
    award = w.awarded(world).awards.get()
    client.force_login(world.office_head)
    counts = {
        whose: client.get(url("awards"), {"cua": whose}).context["page"].total
        for whose in ("toi", "don-vi", "quyet-dinh")
    }
    assert counts == {"toi": 0, "don-vi": 0, "quyet-dinh": 1}
    year = award.decision.issued_on.year
    assert [client.get(url("awards"), {"nam": year}).context["page"].total] == [1]


def test_lists_ask_the_same_for_one_and_three(client, world, django_assert_num_queries):
    w.awarded(world)
    client.force_login(world.office_head)
    client.get("/")  # what waits is counted once for a while
    asked = []
    for name in ("awards", "decisions"):
        with CaptureQueriesContext(connection) as once:
            client.get(url(name))
        asked.append((name, len(once)))
    w.awarded(world, w.colleague(world, "Trịnh Văn Hai"), w.colleague(world, "Vũ Văn Ba"))
    for name, count in asked:
        with django_assert_num_queries(count):
            client.get(url(name))
