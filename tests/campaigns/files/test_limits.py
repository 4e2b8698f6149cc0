"""Whatever is sent, the answer is there in five seconds and costs the site no memory."""

import resource
import time

import pytest

from campaigns.files.docx import MAX_PART
from campaigns.files.intake import EMPTY, MAX_BYTES, TOO_BIG, read_text
from tests.campaigns.files.word import docx, p, part, zipped
from thiduakt.errors import Refused

pytestmark = pytest.mark.unit


def test_too_big_and_empty_files_are_refused_before_any_child():
    for data, sentence in ((b"a" * (MAX_BYTES + 1), TOO_BIG), (b"", EMPTY), (b" \n\t", EMPTY)):
        with pytest.raises(Refused) as refusal:
            read_text(data)
        assert refusal.value.reasons == [sentence]


def bombs() -> dict[str, bytes]:
    nested = "<w:tbl><w:tr><w:tc>" * 40_000
    wide = "<w:p/>" * (MAX_PART // 8)
    return {
        "nested": zipped({"word/document.xml": part("document", f"<w:body>{nested}")}),
        "wide": zipped({"word/document.xml": part("document", f"<w:body>{wide}</w:body>")}),
        "pdf": b"%PDF-1.4\n" + b"1 0 obj<</Kids[1 0 R]>>endobj\n" * 50_000,
    }


@pytest.mark.parametrize("name", ["nested", "wide", "pdf"])
def test_bomb_costs_a_sentence(name):
    started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Refused) as refusal:
        read_text(bombs()[name])
    assert len(refusal.value.reasons) == 1
    assert time.monotonic() - started < 6
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 << 10


def test_long_plan_is_read():
    """3,000 clauses and one of 100,000 characters."""
    body = [p(f"{n}. Thi đua lập thành tích chào mừng ngày truyền thống.") for n in range(3_000)]
    text = read_text(docx(*body, p("- " + "thi đua " * 12_500)))
    assert len(text.split("\n\n")) == 3_001
