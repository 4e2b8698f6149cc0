"""The register in the browser: who reads a paper, who approves, sends back and numbers it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from documents.enums import DocumentState
from documents.files import TYPES
from documents.models import NumberSeries
from nominations.enums import StageState as S
from nominations.models import Award, DossierStage
from nominations.services import decisions, steps
from tests import world as w
from tests.documents.entries import entered
from tests.documents.pdfread import page_texts
from thiduakt.clock import today

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def draft_decision(world):
    """A decision that waits for the chairman's word."""
    dossiers = w.council_approved(world)
    steps.move_many([dossier.pk for dossier in dossiers], "propose", by=world.office_head)
    return decisions.prepare_decision(
        world.campaign, unit=world.commune, signer=world.chairman, by=world.office_head
    )


def post(client, user, name: str, document, data=None):
    client.force_login(user)
    return client.post(reverse(name, args=[document.pk]), data or {}, follow=True)


def told(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def state(document) -> str:
    document.refresh_from_db()
    return document.state


def test_what_waits_for_me_stands_first(client, world):
    document = draft_decision(world)
    client.force_login(world.signer)
    rows = client.get(reverse("documents:list")).context["page"]
    assert (rows[0].pk, [row.waits for row in rows]) == (document.pk, [0, 1, 1])


def test_list_filtered_by_kind_and_state(client, world):
    client.force_login(world.records)
    rows = client.get(reverse("documents:list"), {"loai": "KH", "trang_thai": "issued"}).context["page"]
    assert [row.pk for row in rows] == [world.campaign.paper_id]
    assert list(client.get(reverse("documents:list"), {"loai": "QĐ"}).context["page"]) == []


def test_list_asks_the_same_for_one_and_three(client, world, django_assert_num_queries):
    client.force_login(world.records)
    client.get("/")  # what waits is counted once for a while
    with CaptureQueriesContext(connection) as once:
        client.get(reverse("documents:list"))
    for _ in range(2):
        w.running_plan(world.commune, by=world.officer)
    with django_assert_num_queries(len(once)):
        client.get(reverse("documents:list"))


def test_strangers_find_nothing(client, world):
    document = draft_decision(world)
    client.force_login(world.stranger)
    urls = [document.get_absolute_url(), reverse("documents:pdf", args=[document.pk])]
    assert [client.get(url).status_code for url in urls] == [404, 404]
    assert post(client, world.stranger, "documents:approve", document).status_code == 404


def test_only_the_named_signer_approves(client, world):
    document = draft_decision(world)
    page = post(client, world.deputy_signer, "documents:approve", document)
    assert (told(page), state(document)) == (["Văn bản này do Bạch Văn Nguyên ký."], DocumentState.PREPARED)
    page = post(client, world.signer, "documents:approve", document)
    assert state(document) == DocumentState.APPROVED
    assert told(page) == ["Đã duyệt dự thảo. Văn thư cấp số, ban hành."]


def test_only_the_signer_sees_the_button(client, world):
    document = draft_decision(world)
    shown = {}
    for name in ("signer", "deputy_signer", "records"):
        client.force_login(getattr(world, name))
        shown[name] = client.get(document.get_absolute_url()).context["may_sign"]
    assert shown == {"signer": True, "deputy_signer": False, "records": False}


def test_decision_sent_back_frees_its_dossiers(client, world):
    document = draft_decision(world)
    page = post(client, world.signer, "nominations:decision-return", document, {"note": "Sai chức danh."})
    assert (told(page), state(document)) == (
        ["Đã trả lại dự thảo kèm lý do. Tiếp theo: lập lại quyết định."],
        DocumentState.DISCARDED,
    )
    assert DossierStage.objects.get(state=S.PROPOSED).decision is None


def test_decision_sent_back_needs_a_reason(client, world):
    document = draft_decision(world)
    page = post(client, world.signer, "nominations:decision-return", document, {"note": " "})
    assert (told(page), state(document)) == (["Chưa ghi lý do trả lại."], DocumentState.PREPARED)


def test_plain_return_of_a_decision_takes_its_own_way(client, world):
    document = draft_decision(world)
    post(client, world.signer, "documents:return", document, {"note": "Sai chức danh."})
    assert DossierStage.objects.get(state=S.PROPOSED).decision is None


def test_issued_twice_has_one_number(client, world):
    document = w.approved_decision(world)
    first = post(client, world.records, "nominations:decision-issue", document)
    again = post(client, world.records, "nominations:decision-issue", document)
    assert told(first) == [
        "Đã ban hành Quyết định số 01/QĐ-UBND. Khen thưởng đã được ghi. "
        "Tiếp theo: in quyết định, giấy khen để ký, đóng dấu."
    ]
    assert told(again) == ["Quyết định đã có số 01/QĐ-UBND."]
    series = NumberSeries.objects.get(unit=world.commune, kind="QĐ")
    assert (series.last_number, Award.objects.count()) == (1, 1)


def test_issue_before_approval_is_refused(client, world):
    document = draft_decision(world)
    page = post(client, world.records, "nominations:decision-issue", document)
    assert told(page) == ["Chưa cấp số được: người ký chưa duyệt văn bản."]
    assert (state(document), Award.objects.count()) == (DocumentState.PREPARED, 0)


def test_issue_by_an_officer_is_refused(client, world):
    document = w.approved_decision(world)
    page = post(client, world.officer, "nominations:decision-issue", document)
    assert told(page) == ["Chỉ văn thư của cơ quan ban hành được cấp số."]
    assert state(document) == DocumentState.APPROVED


def test_pdf_of_a_draft_and_of_the_issued(client, world):
    document = draft_decision(world)
    client.force_login(world.signer)
    url = reverse("documents:pdf", args=[document.pk])
    before = " ".join(page_texts(client.get(url).content))
    post(client, world.signer, "documents:approve", document)
    post(client, world.records, "nominations:decision-issue", document)
    response = client.get(url)
    after = " ".join(page_texts(response.content))
    assert [words in before for words in ("Đặng Thị Ngọc Ánh", "760.000", "01/QĐ-UBND")] == [
        True,
        True,
        False,
    ]
    assert [words in after for words in ("Đặng Thị Ngọc Ánh", "760.000", "01/QĐ-UBND")] == [True, True, True]
    assert response["Content-Disposition"] == 'inline; filename="quyet-dinh-01-qd-ubnd.pdf"'


def test_story_tells_who_did_what(client, world):
    document = w.approved_decision(world)
    client.force_login(world.records)
    story = client.get(document.get_absolute_url()).context["story"]
    assert [(words, event.by) for event, words in story] == [
        ("Người ký duyệt", world.signer),
        ("Lập dự thảo trình ký", world.office_head),
    ]


def test_approval_is_confirmed_on_a_page_that_repeats_it(client, world):
    document = draft_decision(world)
    client.force_login(world.signer)
    page = client.get(reverse("documents:approve", args=[document.pk]))
    contents = page.context["contents"]
    assert contents.said == (
        "tặng Giấy khen cho 01 cá nhân, tổng tiền thưởng 760.000 đồng "
        "(bằng chữ: bảy trăm sáu mươi nghìn đồng)"
    )
    ((heading, (line,)),) = contents.groups
    assert (heading, line[:2], line[3]) == ("Cá nhân", ("1", "Đặng Thị Ngọc Ánh"), "760.000 đồng")
    assert (page.context["number"], state(document)) == ("01/QĐ-UBND", DocumentState.PREPARED)


def test_approval_page_is_the_signer_s_alone(client, world):
    document = draft_decision(world)
    client.force_login(world.deputy_signer)
    page = client.get(reverse("documents:approve", args=[document.pk]))
    assert (page.status_code, page.url) == (302, document.get_absolute_url())


def test_issuing_page_shows_the_next_number_and_takes_none(client, world):
    document = w.approved_decision(world)
    NumberSeries.objects.create(unit=world.commune, kind="QĐ", year=today().year, last_number=44)
    client.force_login(world.records)
    page = client.get(reverse("nominations:decision-issue", args=[document.pk]))
    assert page.context["lead"] == f"Sắp ban hành Quyết định số 45/QĐ-UBND ngày {today():%d/%m/%Y}"
    assert NumberSeries.objects.get(kind="QĐ").last_number == 44
    assert state(document) == DocumentState.APPROVED


def test_issuing_page_is_the_records_clerk_s_alone(client, world):
    document = w.approved_decision(world)
    client.force_login(world.officer)
    page = client.get(reverse("nominations:decision-issue", args=[document.pk]))
    assert (page.status_code, page.url) == (302, document.get_absolute_url())


def test_subject_is_a_link_only_where_it_opens(client, world):
    """The nominee reads the decision, not the office's list of decisions."""
    document = w.awarded(world)
    shown = {}
    for name in ("staff", "records"):
        client.force_login(getattr(world, name))
        shown[name] = client.get(document.get_absolute_url()).context["subject_url"]
    assert shown == {"staff": "", "records": reverse("nominations:decisions")}


def test_word_copy_is_for_readers_of_papers_made_here(client, world):
    document = draft_decision(world)
    url = reverse("documents:word", args=[document.pk])
    client.force_login(world.stranger)
    assert client.get(url).status_code == 404
    client.force_login(world.office_head)
    assert url in client.get(document.get_absolute_url()).content.decode()
    response = client.get(url)
    name = f'attachment; filename="quyet-dinh-du-thao-{document.pk}.docx"'
    assert (response["Content-Disposition"], response["Content-Type"]) == (name, TYPES["docx"])
    assert response.content.startswith(b"PK")


def test_paper_from_elsewhere_has_no_word_copy(client, world):
    document = entered(world)
    client.force_login(world.records)
    url = reverse("documents:word", args=[document.pk])
    assert url not in client.get(document.get_absolute_url()).content.decode()
    assert client.get(url).status_code == 409
