"""R25, R29 and R30: what a supplement keeps, how a certificate looks, what stays of an award taken back."""

import datetime as dt

import pytest

from documents.pdf.render import render_pdf
from nominations.facts.history import award_history
from nominations.printing.decisions import certificates_paper
from nominations.services import parts, revoking, steps
from tests import world as w
from tests.documents.conformity.components import RED
from tests.documents.pdfread import Paper
from tests.nominations.test_revoking import issued
from thiduakt.clock import today
from thiduakt.errors import Refused

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

PRINTED_RED = ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NINH PHƯỚC", "GIẤY KHEN")


@pytest.fixture
def world():
    return w.make_world()


def test_r25_returned_dossier_keeps_its_versions_and_has_a_day(world):
    (dossier,) = w.arrived(world)
    ask = {"by": world.officer, "note": "Ghi rõ số liệu."}
    for due, said in ((None, "Chưa ghi ngày"), (today() - dt.timedelta(days=1), "từ hôm nay trở đi")):
        with pytest.raises(Refused, match=said):
            steps.move_dossier(dossier, "request_changes", due_on=due, **ask)
    summary = dossier.parts.get(requirement__paper="summary").requirement
    for number in (2, 3):
        steps.move_dossier(dossier, "request_changes", due_on=today(), **ask)
        assert dossier.stage.due_on == today()
        parts.save_text(dossier, summary, f"Bản thứ {number}.", by=world.clerk)
        steps.move_dossier(dossier, "resubmit", by=world.clerk)
    kept = dossier.parts.filter(requirement=summary).order_by("version")
    assert [(one.version, one.content["text"], bool(one.sealed_at)) for one in kept] == [
        (1, "Tóm tắt thành tích.", True),
        (2, "Bản thứ 2.", True),
        (3, "Bản thứ 3.", True),
    ]


def test_r29_and_r30_certificate_and_what_stays_of_it(world):
    colleague = w.colleague(world, "Bùi Văn Thêm")
    decision = w.awarded(world, world.staff.person, colleague)
    awards = list(decision.awards.select_related("award_type").order_by("gold_book_number"))
    pages = Paper(render_pdf("certificates.html", certificates_paper(decision, awards))).pages
    assert [(page.width, page.height) for page in pages] == [(297, 210)] * 2
    for number, page in enumerate(pages, 1):
        red = [line.text for line in page.lines if line.colour == RED]
        assert (tuple(red), page.line("Số sổ vàng").text) == (PRINTED_RED, f"Số sổ vàng: {number:02d}")
    paper = issued(world, decision, [awards[0].pk])
    fallen = awards[0]
    revoking.record_recovery(fallen, paper_on=today(), money_on=today(), by=world.records)
    fallen.refresh_from_db()
    assert (fallen.revoked_by, fallen.paper_returned_on, fallen.money_returned_on) == (
        paper,
        today(),
        today(),
    )
    (line,) = award_history(fallen.person, world.office_head, today())
    assert (line.award, paper.reference in line.revoked) == (str(fallen.award_type), True)
