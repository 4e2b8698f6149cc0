"""The unit's pages of dossiers: lists, the task list, steps, uploads."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfWriter

from documents.models import StoredFile
from nominations.enums import StageState as S
from nominations.enums import UnitWord
from nominations.facts.words import WORDS
from nominations.models import Dossier
from nominations.services import steps
from tests import world as w
from thiduakt.clock import today
from units.enums import Category

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


@pytest.fixture
def clerk(client, world):
    client.force_login(world.clerk)
    return client


def url(name: str, *args) -> str:
    return reverse(f"nominations:{name}", args=args)


def step_url(dossier, action: str) -> str:
    return url("dossier-step", dossier.pk, action)


def told(response) -> list[str]:
    """The messages on the page that one was led to."""
    return [str(message) for message in response.context["messages"]]


def state(dossier) -> str:
    return Dossier.objects.get(pk=dossier.pk).stage.state


def upload(client, dossier, name: str, content: bytes):
    requirement = dossier.campaign.partrequirement_set.get(paper="report")
    file = SimpleUploadedFile(name, content)
    return client.post(url("dossier-upload", dossier.pk, requirement.pk), {"file": file}, follow=True)


def real_pdf() -> bytes:

    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(72, 72)
    writer.write(out)
    return out.getvalue()


def pages_of(dossier) -> list[str]:
    return [
        url("dossier", dossier.pk),
        step_url(dossier, "withdraw"),
        url("dossier-report", dossier.pk),
        url("dossier-summary", dossier.pk),
        url("dossier-print", dossier.pk, "report"),
        url("dossier-print", dossier.pk, "summary"),
    ]


def test_dossier_pages_for_its_unit(clerk, world):
    dossier = w.draft(world)
    assert [clerk.get(page, follow=True).status_code for page in pages_of(dossier)] == [200] * 6


def test_dossier_pages_for_a_stranger(client, world):
    dossier = w.draft(world)
    client.force_login(world.stranger)
    assert [client.get(page).status_code for page in pages_of(dossier)] == [404] * 6


def test_dossier_list_without_any_offers_the_open_plan(clerk, world):
    page = clerk.get(url("dossiers")).content.decode()
    assert page.count(f'href="{url("dossier-new")}?campaign={world.campaign.pk}"') == 2


def test_dossier_list_asks_as_often_for_three_rows(clerk, world, django_assert_num_queries):
    w.draft(world)
    clerk.get(url("dossiers"))
    with CaptureQueriesContext(connection) as first:
        clerk.get(url("dossiers"))
    w.draft(world, w.colleague(world, "Trượng Văn Tân"))
    w.draft(world, world.economy)
    with django_assert_num_queries(len(first.captured_queries)):
        page = clerk.get(url("dossiers"))
    assert len(page.context["rows"]) == 3


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=ngoc anh", 1),
        ("q=Phong kinh", 1),
        ("q=HS-{pk:05d}", 1),
        ("q=khong co ai", 0),
        ("tinh_trang=writing", 2),
        ("tinh_trang=result", 0),
        ("ke_hoach={campaign}", 2),
    ],
)
def test_dossier_list_filtered(clerk, world, query, found):
    dossier = w.draft(world)
    w.draft(world, world.economy)
    page = clerk.get(url("dossiers") + "?" + query.format(pk=dossier.pk, campaign=world.campaign.pk))
    assert len(page.context["rows"]) == found


def test_new_dossier_is_drawn_up_for_a_colleague(clerk, world):
    choice = {"nominee": f"p:{world.staff.person_id}", "award_type": world.award.pk, "unit": world.economy.pk}
    page = clerk.post(url("dossier-new") + f"?campaign={world.campaign.pk}", choice, follow=True)
    assert page.redirect_chain == [(Dossier.objects.get().get_absolute_url(), 302)]


def test_new_dossier_offers_only_the_unit_and_its_people(clerk, world):
    form = clerk.get(url("dossier-new") + f"?campaign={world.campaign.pk}").context["form"]
    offered = [words for _, rows in form.fields["nominee"].choices[1:] for _, words in rows]
    assert offered == [
        "Phòng Kinh tế",
        "Đặng Thị Ngọc Ánh, Chuyên viên, Phòng Kinh tế",
        "Nguyễn Thị Kim Oanh, Chuyên viên, Phòng Kinh tế",
        "Lê Minh Tuấn, Trưởng phòng, Phòng Kinh tế",
    ]


def test_new_dossier_outside_every_group_is_told_with_the_clauses(clerk, world):
    worker = w.person("Mai Văn Thợ", world.economy, "Lao động hợp đồng", category=Category.NGUOI_LAO_DONG)
    choice = {"nominee": f"p:{worker.pk}", "award_type": world.award.pk, "unit": world.economy.pk}
    page = clerk.post(url("dossier-new") + f"?campaign={world.campaign.pk}", choice)
    assert page.context["form"].non_field_errors() == [
        "Mai Văn Thợ không thuộc đối tượng thi đua của kế hoạch "
        "(Mục II.1, gạch đầu dòng 1; Mục II.1, gạch đầu dòng 2)."
    ]
    assert Dossier.objects.count() == 0


def test_new_dossier_without_a_choice_says_what_to_choose(clerk, world):
    page = clerk.post(url("dossier-new") + f"?campaign={world.campaign.pk}", {})
    assert page.context["form"].errors["nominee"] == ["Chưa chọn ai. Chọn một tập thể hoặc một cá nhân."]


def test_dossier_counts_what_is_done(clerk, world):
    dossier = w.draft(world)
    before = clerk.get(url("dossier", dossier.pk)).context
    w.write_papers(dossier, world.clerk)
    after = clerk.get(url("dossier", dossier.pk)).context
    assert [(page["done"], page["total"]) for page in (before, after)] == [(1, 6), (3, 6)]


def test_submit_without_papers_lists_what_is_missing(clerk, world):
    dossier = w.draft(world)
    page = clerk.post(step_url(dossier, "submit"), follow=True)
    assert told(page) == [
        "Còn thiếu: Báo cáo thành tích, tiêu chí 1, 2, 3, 4 (Mục III.2, gạch đầu dòng 3); "
        "Bản tóm tắt thành tích (Mục III.2, gạch đầu dòng 4)."
    ]
    assert state(dossier) == S.DRAFT


def test_submit_twice_is_one_event_and_a_sentence(clerk, world):
    dossier = w.draft(world)
    w.write_papers(dossier, world.clerk)
    clerk.post(step_url(dossier, "submit"))
    page = clerk.post(step_url(dossier, "submit"), follow=True)
    against, since = told(page)[-2:]
    assert against == "Không thể “Nộp cho đơn vị” khi đang ở trạng thái “Đã nộp cho đơn vị”."
    assert since.startswith(f"Việc gần nhất: “Nộp cho đơn vị”, {world.clerk}, ")
    assert [event.action for event in dossier.events.all()] == ["submit"]


def test_head_decides_on_the_page(client, world):
    dossier = w.submitted(world)
    client.force_login(world.head)
    page = client.get(url("dossier", dossier.pk))
    assert page.context["forward"].action == "unit_propose"
    assert [step.action for step in page.context["other_steps"]] == ["unit_return", "unit_decline"]
    client.post(step_url(dossier, "unit_propose"))
    assert state(dossier) == S.UNIT_PROPOSED


def test_head_declining_without_reason_is_asked_for_it(client, world):
    dossier = w.submitted(world)
    client.force_login(world.head)
    page = client.post(step_url(dossier, "unit_decline"), {"note": " \u200b "})
    assert page.context["form"].errors["note"] == ["Chưa ghi lý do. Ghi ngắn gọn, người nhận sẽ đọc được."]
    assert state(dossier) == S.SUBMITTED


def test_returned_dossier_shows_reason_and_day(client, world):
    dossier = w.submitted(world)
    client.force_login(world.head)
    client.post(step_url(dossier, "unit_return"), {"note": "Ghi rõ số liệu", "due_on": "30/11/2099"})
    client.force_login(world.clerk)
    stage = client.get(url("dossier", dossier.pk)).context["stage"]
    assert (stage.state, stage.request_note, f"{stage.due_on:%d/%m/%Y}") == (
        S.UNIT_CHANGES,
        "Ghi rõ số liệu",
        "30/11/2099",
    )


def test_step_of_the_office_is_not_here(clerk, world):
    assert clerk.post(step_url(w.draft(world), "receive")).status_code == 404


def test_trail_tells_who_did_what_why(clerk, world):
    dossier = w.submitted(world)
    steps.move_dossier(dossier, "unit_decline", by=world.head, note="Chưa đủ thành tích")
    story = clerk.get(url("dossier", dossier.pk)).context["story"]
    assert [(line.label, line.who, line.note) for line in story] == [
        ("Đơn vị không đề nghị", "Lê Minh Tuấn, Phòng Kinh tế", "Chưa đủ thành tích"),
        ("Nộp cho đơn vị", "Nguyễn Thị Kim Oanh, Phòng Kinh tế", ""),
        ("Lập hồ sơ", "Nguyễn Thị Kim Oanh", ""),
    ]


def test_upload_of_a_fake_pdf_is_refused_and_not_kept(clerk, world):
    page = upload(clerk, w.draft(world), "bao cao.pdf", b"MZ this is a program")
    assert told(page) == [
        "Tệp “bao cao.pdf” không phải là tệp pdf đọc được. Hãy mở thử trên máy rồi lưu lại."
    ]
    assert StoredFile.objects.count() == 0


def test_uploaded_report_stands_for_the_written_one_until_taken_off(clerk, world):
    dossier = w.draft(world)
    upload(clerk, dossier, "bao cao.pdf", real_pdf())
    part = dossier.parts.get()
    response = clerk.get(url("dossier-file", dossier.pk, part.pk))
    assert response["Content-Disposition"] == 'attachment; filename="bao cao.pdf"'
    clerk.post(url("dossier-upload", dossier.pk, part.requirement_id), {"remove": "1"})
    assert clerk.get(url("dossier-file", dossier.pk, part.pk)).status_code == 404


def test_uploaded_file_is_not_for_strangers(client, world):
    dossier = w.draft(world)
    client.force_login(world.clerk)
    upload(client, dossier, "bao cao.pdf", real_pdf())
    client.force_login(world.stranger)
    assert client.get(url("dossier-file", dossier.pk, dossier.parts.get().pk)).status_code == 404


def test_upload_after_handing_in_keeps_nothing(clerk, world):
    page = upload(clerk, w.submitted(world), "bao cao.pdf", real_pdf())
    assert told(page) == ["Hồ sơ đã gửi nên không thêm được tệp."]
    assert StoredFile.objects.count() == 0


def test_supplement_is_asked_for_and_sent_on_the_page(clerk, world):
    [dossier] = w.arrived(world)
    steps.move_dossier(dossier, "request_changes", by=world.officer, note="Bổ sung số liệu", due_on=today())
    page = clerk.get(url("dossier", dossier.pk))
    assert (page.context["forward"].action, page.context["word"]) == ("resubmit", UnitWord.TO_SUPPLEMENT)
    clerk.post(step_url(dossier, "resubmit"))
    assert state(dossier) == S.RESUBMITTED


def test_awarded_dossier_leads_the_nominee_to_the_award(client, world):
    award = w.awarded(world).awards.get()
    client.force_login(world.staff)
    page = client.get(url("dossier", award.dossier_id))
    assert (page.context["word"], page.context["done"], page.context["total"]) == (UnitWord.RESULT, 6, 6)
    assert f'href="{url("award", award.pk)}"' in page.content.decode()


def test_received_dossier_leads_the_office_to_its_appraisal(client, world):
    [dossier] = w.arrived(world)
    client.force_login(world.officer)
    page = client.get(url("dossier", dossier.pk)).content.decode()
    assert f'href="/quan-tri/nominations/dossierstage/{dossier.stage.pk}/change/"' in page


def test_every_state_has_a_word_for_the_unit():
    assert sorted(WORDS) == sorted(S)
