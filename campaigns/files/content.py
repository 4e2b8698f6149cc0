"""Runs in the child: what the bytes are, and their text. No Django here."""

import unicodedata

from thiduakt.errors import Refused
from thiduakt.vietnamese.encodings import decode, is_binary
from thiduakt.vietnamese.text import forbidden, invisible

from .docx import docx_text
from .pdf import pdf_text

TAKEN = "Chỉ nhận .docx, .pdf có chữ, .txt và .md."
BINARY = f"Tệp không phải là văn bản. {TAKEN}"
OLD_WORD = "Tệp là Word đời cũ (.doc). Hãy mở bằng Word, chọn Lưu thành dạng .docx rồi nhập lại."
LOCKED_WORD = "Tệp Word có mật khẩu. Hãy bỏ mật khẩu rồi nhập lại."
RICH_TEXT = "Tệp là dạng .rtf. Hãy mở bằng Word, chọn Lưu thành dạng .docx rồi nhập lại."
WEB_PAGE = "Tệp là trang web, không phải văn bản. Hãy mở bằng Word, lưu thành dạng .docx rồi nhập lại."
NO_WORDS = "Tệp không có chữ nào."

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# How a password shows in a compound file: Word keeps the locked document as a stream of this name.
LOCKED = "EncryptedPackage".encode("utf-16-le")
# Where Word breaks a line or a page inside a paragraph.
BREAKS = {0x0B: "\n", 0x0C: "\n", 0x2028: "\n", 0x2029: "\n", 0x0D: "\n"}


def text_of(data: bytes) -> str:
    """Paragraphs with an empty line between them, NFC, nothing invisible."""
    text = tidy(reader_of(data)(data))
    if not text:
        raise Refused(NO_WORDS)
    return text


def reader_of(data: bytes):
    if data.startswith(COMPOUND):
        raise Refused(LOCKED_WORD if LOCKED in data else OLD_WORD)
    if b"%PDF-" in data[:1024]:
        return pdf_text
    if data.startswith(b"PK"):
        return docx_text
    return plain_text


def plain_text(data: bytes) -> str:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"{\\rtf"):
        raise Refused(RICH_TEXT)
    if start.startswith((b"<!doctype", b"<html")):
        raise Refused(WEB_PAGE)
    if is_binary(data):
        raise Refused(BINARY)
    return decode(data)


def tidy(text: str) -> str:
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).translate(BREAKS)
    gone = {ord(char): None for char in set(lines) if char != "\n" and (forbidden(char) or invisible(char))}
    return lines.translate(gone).strip()
