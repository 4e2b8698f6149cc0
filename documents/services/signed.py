"""The paper as it was signed: a scan or a signed PDF beside the stored print."""

import datetime as dt

from django.core.files.uploadedfile import UploadedFile

from documents.models import IssuedDocument
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused

from .links import KEEPERS
from .papers import NUMBERING_ROLES, locked, membership_of, record
from .uploads import store_upload

MAY_ATTACH = (*NUMBERING_ROLES, *KEEPERS)
READABLE = ("application/pdf", "image/jpeg", "image/png")


@change
def attach_signed(
    document: IssuedDocument, upload: UploadedFile, *, by, at: dt.datetime | None = None
) -> IssuedDocument:
    """Keep the signed copy of an issued paper; a later one takes its place, the trail keeps both hashes.

    Raises Refused: a draft, no keeper of its register, a file that is neither PDF nor picture.
    """
    document = locked(document)
    at = at or database_now()
    if reason := why_not_attach(document, by, on=vietnam_day(at)):
        raise Refused(reason)
    stored = store_upload(upload, by=by)
    if stored.content_type not in READABLE:
        raise Refused("Bản đã ký phải là tệp PDF hoặc ảnh chụp (pdf, jpg, png).")
    document.signed_copy = stored
    document.save(update_fields=["signed_copy"])
    about = {"sha256": stored.sha256}
    name = stored.original_name
    record(
        document, "attach_signed", by=by, at=at, was=document.state, roles=MAY_ATTACH, note=name, data=about
    )
    return document


def why_not_attach(document: IssuedDocument, by, *, on: dt.date) -> str:
    """Why someone may not add the signed copy; empty when he may."""
    if not document.issued:
        return "Văn bản chưa ban hành nên chưa có bản đã ký."
    if membership_of(document, by, MAY_ATTACH, on) is None:
        return "Chỉ văn thư, văn phòng của cơ quan ban hành được tải bản đã ký lên."
    return ""
