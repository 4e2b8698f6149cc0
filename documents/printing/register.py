"""Sổ đăng ký văn bản đi for register.html (NĐ 30/2020, Phụ lục IV); what certificates repeat."""

import datetime as dt
import hashlib
from collections.abc import Iterator

from documents.enums import DocumentState, Origin
from documents.models import DocumentEvent, IssuedDocument, NumberSeries
from thiduakt.vietnamese.days import short_date
from units.facts import letterhead

AT_A_TIME = 1_000
REGISTER_HEADINGS = (
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
)


LIST_HEADINGS = (
    *("Số, ký hiệu", "Ngày ban hành", "Loại văn bản", "Trích yếu", "Cơ quan ban hành", "Người ký"),
    "Tình trạng",
)


def register_paper(series: NumberSeries, *, on: dt.date) -> dict:
    """{"issuer", "type_line", "title", "rows", "seal", "printed"}: every paper of one series of a year.

    `seal` is a hash over the last event of each paper: a register printed later shows another one when
    a trail was changed between.
    """
    papers = list(papers_of(series))
    return {
        "issuer": letterhead(series.unit, on),
        "type_line": "SỔ ĐĂNG KÝ VĂN BẢN ĐI",
        "title": f"{series.get_kind_display()}, năm {series.year}",
        "rows": [row(paper) for paper in papers],
        "seal": seal(papers),
        "printed": short_date(on),
        "created": on.isoformat(),
    }


def papers_of(series: NumberSeries):
    return IssuedDocument.objects.filter(
        unit=series.unit,
        kind=series.kind,
        issued_on__year=series.year,
        state=DocumentState.ISSUED,
        origin=Origin.OURS,
    ).order_by("number")


def list_lines(papers) -> Iterator[tuple]:
    """The columns of LIST_HEADINGS, of papers of any kind and state that one may read."""
    for paper in papers.select_related("unit").iterator(AT_A_TIME):
        yield (
            paper.reference,
            paper.issued_on,
            paper.get_kind_display(),
            paper.title,
            paper.issuer_name,
            paper.signer_name,
            paper.get_state_display(),
        )


def register_rows(series: NumberSeries) -> Iterator[tuple]:
    """The columns of the register as printed, the day as a day."""
    for paper in papers_of(series).iterator(AT_A_TIME):
        said = row(paper)
        yield (
            said["reference"],
            paper.issued_on,
            said["title"],
            said["signer"],
            said["recipients"],
            said["kept"],
        )


def row(paper: IssuedDocument) -> dict:
    recipients = paper.snapshot.get("recipients") or []
    kept = [text for text in recipients if text.startswith("Lưu")]
    return {
        "reference": paper.reference,
        "day": short_date(paper.issued_on),
        "title": f"{paper.get_kind_display()}: {paper.title}",
        "signer": paper.signer_name,
        "recipients": "; ".join(text for text in recipients if text not in kept),
        "kept": "; ".join(text.removeprefix("Lưu:").strip() for text in kept),
    }


def seal(papers: list[IssuedDocument]) -> str:
    """sha256 over the heads of the papers' event chains in the register's order; empty without papers."""
    heads: dict[int, str] = {}
    rows = DocumentEvent.objects.filter(document__in=papers).order_by("seq")
    for document, digest in rows.values_list("document", "hash"):
        heads[document] = digest
    chain = "".join(heads.get(paper.pk, "") for paper in papers)
    return hashlib.sha256(chain.encode()).hexdigest() if papers else ""


def repeated(decision: IssuedDocument) -> dict:
    """What each certificate repeats from its decision as issued; see `shapes.Certificates`."""
    day = decision.issued_on
    return {
        "number": decision.number,
        "symbol": decision.symbol,
        "place": decision.place,
        "day": day.day,
        "month": day.month,
        "year": day.year,
        "created": day.isoformat(),
        "signature": {"lines": decision.signature_lines, "name": decision.signer_name},
    }
