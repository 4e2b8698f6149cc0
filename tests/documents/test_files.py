"""Uploads are judged by their content and refused in a sentence."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfWriter

from documents.files import MAX_BYTES, OFFICE_ROOT, attachment, check_upload
from documents.models import StoredFile
from documents.services.uploads import store_upload
from tests import world as w
from thiduakt.errors import Refused

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20 + b"IEND\xaeB`\x82"
JPG = b"\xff\xd8\xff\xe0" + b"\0" * 20 + b"\xff\xd9"


def pdf(pages: int = 2, password: str = "") -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if password:
        writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def office(kind: str, *more: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in (OFFICE_ROOT[kind], *more):
            archive.writestr(name, "<x/>")
    return out.getvalue()


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/pdf")


@pytest.mark.parametrize(
    ("name", "content", "pages"),
    [
        ("Biên bản họp.pdf", pdf(), 2),
        ("bao-cao.DOCX", office("docx"), None),
        ("so-theo-doi.xlsx", office("xlsx"), None),
        ("anh.jpeg", JPG, None),
        ("anh.png", PNG, None),
    ],
)
def test_good_file_is_taken(name, content, pages):
    good = check_upload(upload(name, content))
    assert (good["name"], good["pages"]) == (name, pages)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.pdf", b"", "Tệp “a.pdf” rỗng."),
        ("a.exe", b"MZ", "Không nhận tệp “a.exe”. Chỉ nhận pdf, docx, xlsx, jpg, png."),
        ("a.pdf.exe", pdf(), "Không nhận tệp “a.pdf.exe”. Chỉ nhận pdf, docx, xlsx, jpg, png."),
        ("a.svg", b"<svg/>", "Không nhận tệp “a.svg”. Chỉ nhận pdf, docx, xlsx, jpg, png."),
        ("a.pdf", b"<html><script>", "Tệp “a.pdf” không phải là tệp pdf đọc được."),
        ("a.pdf", b"%PDF-1.7 broken", "Tệp “a.pdf” không phải là tệp pdf đọc được."),
        ("a.pdf", pdf(password="x"), "Tệp “a.pdf” có mật khẩu. Hãy bỏ mật khẩu rồi tải lại."),
        ("a.docx", office("xlsx"), "Tệp “a.docx” không phải là tệp docx đọc được."),
        ("a.docx", office("docx", "word/vbaProject.bin"), "Tệp “a.docx” có macro."),
        ("a.xlsx", b"PK\x03\x04zip", "Tệp “a.xlsx” không phải là tệp xlsx đọc được."),
        ("a.png", JPG, "Tệp “a.png” không phải là tệp png đọc được."),
        ("a.jpg", JPG[:10], "Tệp “a.jpg” không phải là tệp jpg đọc được."),
    ],
)
def test_bad_file_is_refused(name, content, sentence):
    with pytest.raises(Refused) as refusal:
        check_upload(upload(name, content))
    assert str(refusal.value).startswith(sentence)


def test_file_over_20_megabytes_is_refused():
    big = upload("lon.pdf", b"")
    big.size = MAX_BYTES + 1
    with pytest.raises(Refused, match="lớn hơn 20 MB"):
        check_upload(big)


def test_stored_name_tells_nothing():
    user = w.account("oanh", None)
    stored = store_upload(upload("Kỷ luật Nguyễn Văn A.pdf", pdf()), by=user)
    assert stored.original_name == "Kỷ luật Nguyễn Văn A.pdf"
    assert "Nguy" not in stored.file.name
    response = attachment(stored)
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''K%E1%BB%B7")
    assert (response["Cache-Control"], StoredFile.objects.count()) == ("private, no-store", 1)


def test_refused_file_is_not_kept():
    user = w.account("oanh", None)
    with pytest.raises(Refused):
        store_upload(upload("a.pdf", b"no"), by=user)
    assert StoredFile.objects.count() == 0
