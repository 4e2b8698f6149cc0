"""Papers in a register: made here, or entered from elsewhere."""

import datetime as dt
import io

from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfWriter

from campaigns import printing
from documents.enums import Kind, Origin
from documents.models import IssuedDocument
from documents.services import papers
from documents.services.entries import enter_document
from thiduakt.clock import today


def one_page() -> SimpleUploadedFile:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(out)
    return SimpleUploadedFile("ban-ky.pdf", out.getvalue(), "application/pdf")


def entry(world, **changes) -> dict:
    return {
        "origin": Origin.RECEIVED,
        "kind": Kind.KE_HOACH,
        "unit": world.commune,
        "issuer": "Ủy ban nhân dân tỉnh Khánh Hòa",
        "reference": "288/KH-UBND",
        "issued_on": today() - dt.timedelta(days=10),
        "title": "Kế hoạch phát động phong trào thi đua của tỉnh",
        "signer_name": "Trần Văn Mẫu",
    } | changes


def entered(world, **changes) -> IssuedDocument:
    return enter_document(**entry(world, **changes), by=world.records)


def plan_paper(world) -> IssuedDocument:
    """A plan made, approved and numbered here."""
    snapshot = printing.plan_paper(world.campaign, on=today())
    document = papers.prepare_document(
        Kind.KE_HOACH,
        unit=world.commune,
        title=world.campaign.title,
        template="plan.html",
        snapshot=snapshot,
        signature_lines=["CHỦ TỊCH"],
        signer=world.chairman,
        by=world.officer,
    )
    papers.approve_document(document, by=world.signer)
    return papers.issue_document(document, by=world.records)


def later(world, reference: str = "12/QĐ-UBND") -> IssuedDocument:
    return entered(
        world, origin=Origin.HISTORIC, kind=Kind.QUYET_DINH, reference=reference, issued_on=today(), issuer=""
    )
