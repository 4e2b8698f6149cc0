"""What bytes are is seen in them; what is no text is refused with what to do instead."""

import pytest

from campaigns.files.content import (
    BINARY,
    COMPOUND,
    LOCKED,
    LOCKED_WORD,
    NO_WORDS,
    OLD_WORD,
    RICH_TEXT,
    WEB_PAGE,
    text_of,
)
from campaigns.files.docx import NOT_WORD
from campaigns.files.pdf import BROKEN
from tests.campaigns.files.word import docx, p, zipped
from tests.campaigns.plan_contract import FOLDER
from thiduakt.errors import Refused
from thiduakt.vietnamese.encodings import UNKNOWN

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (COMPOUND + b"\0" * 600, OLD_WORD),
        (COMPOUND + b"\0" * 600 + LOCKED, LOCKED_WORD),
        (b"{\\rtf1\\ansi Ke hoach}", RICH_TEXT),
        (b"\xef\xbb\xbf <!DOCTYPE html><p>Ke hoach", WEB_PAGE),
        (b"<html><p>Ke hoach", WEB_PAGE),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", BINARY),
        (b"\xff\xd8\xff\xe0\x10JFIF" + bytes(range(128, 256)), UNKNOWN),
        (
            b"PK\x03\x04" + b"\0" * 30,
            "Tệp Word bị hỏng nên không đọc được. Hãy mở bằng Word, lưu lại rồi nhập lại.",
        ),
        (zipped({"xl/workbook.xml": "<x/>"}), NOT_WORD),
        (b"%PDF-1.4 cut off", BROKEN),
        (docx(p(" ")), NO_WORDS),
        ("\u200b \ufeff\n".encode(), NO_WORDS),
    ],
)
def test_what_is_no_text_is_refused(data, sentence):
    with pytest.raises(Refused) as refusal:
        text_of(data)
    assert refusal.value.reasons == [sentence]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_plan_is_the_same_in_every_unicode(codec):
    text = (FOLDER / "002.txt").read_text()
    assert text_of(text.encode(codec)) == text_of(text.encode())
    assert text_of(text.encode()).split() == text.split()


def test_invisible_characters_go_and_breaks_stay():
    written = "KẾ\u200b HOẠCH\u202e\r\nI.\u00ad Mục\x0btiêu\x07\x0c"
    assert text_of(written.encode()) == "KẾ HOẠCH\nI. Mục\ntiêu"


def test_word_file_named_otherwise_is_read_by_its_content():
    assert text_of(docx(p("KẾ HOẠCH"), p("Phát động"))) == "KẾ HOẠCH\n\nPhát động"
