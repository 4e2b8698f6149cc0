"""Uploads: the one check before anything is kept, the one door through which files leave."""

import hashlib
import io
import zipfile
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from thiduakt.errors import Refused
from thiduakt.vietnamese.text import clean_text

MAX_BYTES = 20 * 1024 * 1024
KINDS = "pdf, docx, xlsx, jpg, png"
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jpg": "image/jpeg",
    "png": "image/png",
}
OFFICE_ROOT = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
MAX_ZIP_ENTRIES = 5_000
# What the reader raises on files made to break it.
BROKEN = (PyPdfError, ValueError, LookupError, TypeError, AttributeError, RecursionError, OSError)


def extension_of(name: str) -> str:
    suffix = PurePath(name).suffix.lower().lstrip(".")
    return "jpg" if suffix == "jpeg" else suffix


def check_upload(upload: UploadedFile) -> dict:
    """What a good upload is: {"content", "name", "kind", "content_type", "sha256", "pages"}.

    The content decides, not the name or what the browser claims. Raises Refused with one sentence;
    nothing is stored.
    """
    name = clean_text(PurePath(upload.name).name)[-150:]
    if upload.size > MAX_BYTES:
        raise Refused(f"Tệp “{name}” lớn hơn 20 MB. Hãy giảm dung lượng rồi tải lại.")
    content = upload.read()
    if not content:
        raise Refused(f"Tệp “{name}” rỗng.")
    kind = extension_of(name)
    if kind not in TYPES:
        raise Refused(f"Không nhận tệp “{name}”. Chỉ nhận {KINDS}.")
    pages = CHECKS[kind](content, name, kind)
    return {
        "content": content,
        "name": name,
        "kind": kind,
        "content_type": TYPES[kind],
        "sha256": hashlib.sha256(content).hexdigest(),
        "pages": pages,
    }


def unreadable(name: str, kind: str) -> Refused:
    return Refused(f"Tệp “{name}” không phải là tệp {kind} đọc được. Hãy mở thử trên máy rồi lưu lại.")


def check_pdf(content: bytes, name: str, kind: str) -> int:
    """Pages of a PDF that opens without a password."""
    if not content.startswith(b"%PDF-"):
        raise unreadable(name, kind)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise Refused(f"Tệp “{name}” có mật khẩu. Hãy bỏ mật khẩu rồi tải lại.")
        return len(reader.pages)
    except BROKEN as error:
        raise unreadable(name, kind) from error


def check_office(content: bytes, name: str, kind: str) -> None:
    """A docx or xlsx is a zip with its own root part and no macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise unreadable(name, kind) from error
    if len(entries) > MAX_ZIP_ENTRIES or OFFICE_ROOT[kind] not in entries:
        raise unreadable(name, kind)
    if any("vbaproject" in entry.lower() for entry in entries):
        raise Refused(f"Tệp “{name}” có macro. Hãy lưu lại dạng không có macro.")


def check_image(content: bytes, name: str, kind: str) -> None:
    starts = {"jpg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n"}
    ends = {"jpg": b"\xff\xd9", "png": b"IEND\xaeB`\x82"}
    if not content.startswith(starts[kind]) or ends[kind] not in content[-4096:]:
        raise unreadable(name, kind)


CHECKS = {
    "pdf": check_pdf,
    "docx": check_office,
    "xlsx": check_office,
    "jpg": check_image,
    "png": check_image,
}


def attachment(stored, *, inline: bool = False) -> HttpResponse:
    """A stored upload as a download; the caller has checked who asks. `inline` only for PDF and images."""
    safe_inline = inline and stored.content_type in {"application/pdf", "image/jpeg", "image/png"}
    with stored.file.open("rb") as file:
        response = HttpResponse(file.read(), content_type=stored.content_type)
    response["Content-Disposition"] = content_disposition_header(not safe_inline, stored.original_name)
    return sealed(response)


def pdf_response(content: bytes, filename: str) -> HttpResponse:
    """A paper shown in the browser, never kept by caches."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{filename}"'
    return sealed(response)


def word_response(content: bytes, filename: str) -> HttpResponse:
    """A Word copy, always as a download."""
    response = HttpResponse(content, content_type=TYPES["docx"])
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return sealed(response)


def sealed(response):
    """Not cached; if a browser took the bytes for a page, nothing in it could run.

    No `sandbox` for what is shown inline: browsers refuse to open their PDF reader in a sandbox.
    """
    response["Cache-Control"] = "private, no-store"
    response["X-Frame-Options"] = "SAMEORIGIN"
    response["Content-Security-Policy"] = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    )
    return response
