"""From the stored snapshot to stored bytes: an issued paper is rendered once."""

import hashlib
import io
import secrets

from django.core.files.base import ContentFile
from django.db import transaction
from pypdf import PdfReader

from documents.docx.build import render_docx
from documents.enums import JobState
from documents.models import IssuedDocument, RenderJob
from documents.pdf.render import render_pdf
from documents.qr import check_square
from thiduakt.errors import Refused


def merged(document: IssuedDocument) -> dict:
    """The paper's dict: the snapshot with number, day and signer of the columns."""
    day = document.issued_on
    head = {
        "number": document.number,
        "symbol": document.symbol,
        "place": document.place,
        "day": day.day if day else None,
        "month": day.month if day else document.snapshot.get("month"),
        "year": day.year if day else document.snapshot.get("year"),
        "signature": {"lines": document.signature_lines, "name": document.signer_name},
    }
    if day:
        head["created"] = day.isoformat()
    if document.lookup_code:
        head["qr"] = check_square(document.lookup_code)
    return {**document.snapshot, **head}


def pdf_bytes(document: IssuedDocument) -> bytes:
    """The stored bytes of an issued paper; a draft, or one whose bytes are not there, is rendered.

    Raises Refused for a paper that was not made here: of it there is the signed copy or nothing.
    """
    refuse_without_text(document)
    if document.pdf and document.pdf.storage.exists(document.pdf.name):
        with document.pdf.open("rb") as stored:
            return stored.read()
    return render_pdf(document.template, merged(document))


def word_bytes(document: IssuedDocument) -> bytes:
    """A copy to go on working with, made anew each time from the snapshot; the PDF stays the paper.

    Raises Refused for a paper that was not made here.
    """
    refuse_without_text(document)
    return render_docx(document.template, merged(document))


def refuse_without_text(document: IssuedDocument) -> None:
    if not document.template:
        raise Refused(f"{document} không lập trên hệ thống nên không có bản in.")


def render_document(document: IssuedDocument) -> None:
    """Print an issued paper and store bytes, hash and page count; safe to repeat."""
    document = IssuedDocument.objects.get(pk=document.pk)
    if document.pdf or not document.issued:
        return
    try:
        content = render_pdf(document.template, merged(document))
    except Exception as error:
        RenderJob.objects.filter(document=document).update(state=JobState.FAILED, error=str(error)[:2000])
        raise
    store(document, content)


@transaction.atomic
def store(document: IssuedDocument, content: bytes) -> None:
    """Keep the first bytes: whoever renders second finds them there and throws his own away."""
    row = IssuedDocument.objects.select_for_update(no_key=True, of=("self",)).get(pk=document.pk)
    if not row.pdf:
        row.pdf.save(f"{secrets.token_hex(16)}.pdf", ContentFile(content), save=False)
        row.sha256 = hashlib.sha256(content).hexdigest()
        row.pages = len(PdfReader(io.BytesIO(content)).pages)
        row.save(update_fields=["pdf", "sha256", "pages"])
    RenderJob.objects.filter(document=row).update(state=JobState.DONE, error="")


def render_pending() -> int:
    """One round of the worker over waiting and failed papers; returns how many were printed."""
    done = 0
    for job in (
        RenderJob.objects.exclude(state=JobState.DONE).filter(attempts__lt=5).select_related("document")
    ):
        RenderJob.objects.filter(pk=job.pk).update(attempts=job.attempts + 1)
        try:
            render_document(job.document)
            done += 1
        except Exception as error:
            RenderJob.objects.filter(pk=job.pk).update(error=str(error)[:2000])
    return done
