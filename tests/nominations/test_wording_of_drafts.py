"""The words of a draft: written until it is approved, printed, compared, kept when the draft is made anew."""

import io

import pytest
from django.urls import reverse
from docx import Document

from documents.models import IssuedDocument
from documents.services import papers
from nominations.services import decisions, steps, submissions
from tests import world as w
from tests.documents.pdfread import page_texts
from tests.world.kept import once

pytestmark = [pytest.mark.page, pytest.mark.django_db]
CLOSING = "Trưởng phòng Văn hóa – Xã hội chịu trách nhiệm thi hành Quyết định này"


def build():
    world = w.make_world()
    world.dossiers = w.council_approved(world, world.staff.person, w.colleague(world, "Trịnh Văn Hai"))
    return world


@pytest.fixture
def world():
    return once("wording", build)


def drafted(world, *dossiers) -> IssuedDocument:
    steps.move_many([dossier.pk for dossier in dossiers], "propose", by=world.office_head)
    return decisions.prepare_decision(
        world.campaign, unit=world.commune, signer=world.chairman, by=world.office_head
    )


def word(client, who, draft, **words):
    client.force_login(who)
    data = {"revision": draft.snapshot.get("revision", 0), "grounds": "", "closing": "", "recipients": ""}
    here = reverse("documents:wording", args=[draft.pk])
    page = client.post(here, data | words, follow=True)
    draft.refresh_from_db()
    return page


def test_decision_is_worded_printed_compared_and_made_anew(client, world):
    first, second = world.dossiers
    draft = drafted(world, first, second)
    assert word(client, world.clerk, draft, closing=CLOSING).status_code == 404
    word(client, world.signer, draft, closing=CLOSING)
    assert "typed" not in draft.snapshot
    bad = word(client, world.officer, draft, closing=CLOSING, grounds="Quy chế số 5")
    assert "bắt đầu bằng “Căn cứ”" in bad.content.decode()
    word(client, world.officer, draft, closing=CLOSING, grounds="Căn cứ Quy chế thi đua của xã")
    old = word(client, world.office_head, draft, closing="Khác", revision=0)
    assert "Có người vừa sửa dự thảo này." in old.content.decode()
    text = " ".join(
        " ".join(page_texts(client.get(reverse("documents:pdf", args=[draft.pk])).content)).split()
    )
    found = [said in text for said in ("Căn cứ Quy chế thi đua của xã;", f"Điều 3. {CLOSING}./.")]
    copy = Document(io.BytesIO(client.get(reverse("documents:word", args=[draft.pk])).content))
    assert (found, f"Điều 3. {CLOSING}./." in [line.text for line in copy.paragraphs]) == ([True, True], True)
    page = client.get(reverse("documents:wording", args=[draft.pk])).content.decode()
    assert "<ins>Trưởng phòng Văn hóa – Xã hội</ins>" in page
    # Who read the page before the words changed is told when approving.
    client.force_login(world.signer)
    stale = client.post(reverse("documents:approve", args=[draft.pk]), {"revision": "0"}, follow=True)
    draft.refresh_from_db()
    said = "Lời văn của dự thảo vừa được sửa: đọc lại rồi duyệt." in stale.content.decode()
    assert (said, draft.state) == (True, "prepared")
    assert [event.action for event in draft.events.order_by("seq")] == ["prepare", "reword"]
    # The list changes: the draft is put aside, its words go on into the next.
    steps.move_dossier(second, "unpropose", by=world.office_head, note="Xem lại")
    again = decisions.prepare_decision(
        world.campaign, unit=world.commune, signer=world.chairman, by=world.office_head
    )
    lines = [line["dossier"] for line in again.snapshot["lines"]]
    assert (lines, again.snapshot["articles"][-1]["text"]) == ([first.pk], CLOSING)
    papers.approve_document(again, by=world.signer)
    late = word(client, world.officer, again, closing="Muộn", revision=again.snapshot["revision"])
    assert (late.status_code, again.snapshot["articles"][-1]["text"]) == (409, CLOSING)
    told = late.content.decode()
    assert ("văn bản đã duyệt" in told, "<p>Muộn</p>" in told) == (True, True)


def test_several_decisions_of_one_plan_number_and_pay_each_on_its_own(world):
    first, second = world.dossiers
    made = []
    for dossier in (first, second):
        draft = drafted(world, dossier)
        papers.approve_document(draft, by=world.signer)
        made.append(decisions.issue_decision(draft, by=world.records))
    assert [[award.dossier_id for award in paper.awards.all()] for paper in made] == [[first.pk], [second.pk]]
    assert made[1].number == made[0].number + 1
    assert [paper.awards.get().gold_book_number for paper in made] == [1, 1]


def test_letter_whose_list_changed_says_so_and_keeps_its_words(client, world):
    waiting = w.proposed_by_unit(world, w.colleague(world, "Vũ Văn Ba"))
    submission = submissions.draft_submission(world.campaign, world.economy, by=world.clerk)
    submission = submissions.prepare_letter(submission, by=world.clerk)
    word(client, world.clerk, submission.paper, opening="Đơn vị đã họp xét ngày 05/11.")
    assert submission.paper.snapshot["body"][0] == "Đơn vị đã họp xét ngày 05/11."
    w.proposed_by_unit(world, w.colleague(world, "Hồ Văn Tư"))
    page = client.get(submission.paper.get_absolute_url()).content.decode()
    assert "Danh sách đã thay đổi sau khi lập tờ trình" in page
    again = submissions.prepare_letter(submission, by=world.clerk).paper
    assert again.snapshot["body"][0] == "Đơn vị đã họp xét ngày 05/11."
    assert (waiting.pk in again.snapshot["dossiers"], len(again.snapshot["dossiers"])) == (True, 2)
    assert "Danh sách đã thay đổi" not in client.get(again.get_absolute_url()).content.decode()
