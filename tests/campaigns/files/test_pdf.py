"""Words of a PDF: printed lines become the paragraphs that were printed."""

import datetime as dt
import io

import pytest
from pypdf import PdfWriter

from campaigns.files.pdf import BROKEN, LOCKED, SCANNED, TOO_LONG, pdf_text
from campaigns.printing import plan_paper
from documents.pdf.render import render_pdf
from tests.campaigns import plans
from thiduakt.errors import Refused

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


def written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def blank(pages: int = 1) -> PdfWriter:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    return writer


def locked() -> bytes:
    writer = blank()
    writer.encrypt("bi-mat")
    return written(writer)


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as refusal:
        pdf_text(data)
    return str(refusal.value)


def lost(campaign, paragraphs: list[str]) -> list[str]:
    """Clauses that do not come back as one paragraph."""
    clauses = [" ".join(x for x in (c.label, c.heading, c.text) if x) for c in campaign.clauses.all()]
    return [words for words in clauses if words not in paragraphs]


@pytest.mark.parametrize("number", ["002", "004"])
def test_printed_plan_comes_back_paragraph_by_paragraph(number):
    campaign = plans.draft(number, plans.district(), None)
    text = pdf_text(render_pdf("plan.html", plan_paper(campaign, on=dt.date(2021, 2, 3))))
    head, _, body = text.partition("\n\nKẾ HOẠCH\n")
    paragraphs = body.split("\n\n")
    assert lost(campaign, paragraphs) == []
    assert [line for line in paragraphs if line.isdigit()] == []
    assert head.split("\n\n") == HEADS[number]


HEADS = {
    "002": [
        "ỦY BAN NHÂN DÂN",
        "HUYỆN NINH PHƯỚC",
        "Số: 26/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Ninh Phước, ngày 03 tháng 02 năm 2021",
    ],
    "004": [
        "ỦY BAN NHÂN DÂN",
        "HUYỆN NINH PHƯỚC",
        "Số: /",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        ", ngày tháng năm",
    ],
}


def test_pdf_without_words_is_refused():
    assert refused(written(blank())) == SCANNED


def test_locked_pdf_is_refused():
    assert refused(locked()) == LOCKED


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\nstartxref\n0\n%%EOF", b"%PDF-"])
def test_broken_pdf_is_refused(data):
    assert refused(data) == BROKEN


def test_long_pdf_is_refused():
    assert refused(written(blank(201))) == TOO_LONG
