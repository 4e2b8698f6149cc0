"""Words of a Word file: tables, counted labels, boxes, deletions, old fonts."""

import pytest

from campaigns.files.docx import BOMB, BROKEN, LOCKED, MAX_PART, NOT_WORD, STRANGE, docx_text
from tests.campaigns.files.word import docx, level, listed, numbering, p, part, run, table, zipped
from thiduakt.errors import Refused

pytestmark = pytest.mark.pure


def lines(*body: str, **parts: str) -> list[str]:
    return docx_text(docx(*body, **parts)).split("\n\n")


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as refusal:
        docx_text(data)
    return str(refusal.value)


def test_head_in_a_table_is_read_cell_by_cell():
    head = table(
        [p("ỦY BAN NHÂN DÂN") + p("HUYỆN NINH PHƯỚC"), p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")],
        [p("Số: ", "26/KH-UBND"), p("Ninh Phước, ngày 03 tháng 02 năm 2021")],
    )
    assert lines(head, p("KẾ HOẠCH")) == [
        "ỦY BAN NHÂN DÂN",
        "HUYỆN NINH PHƯỚC",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 26/KH-UBND",
        "Ninh Phước, ngày 03 tháng 02 năm 2021",
        "KẾ HOẠCH",
    ]


def test_table_with_numbered_rows_is_read_row_by_row():
    scores = table(
        [p("STT"), p("Tiêu chí"), p("Điểm")], [p("1"), p("Ban hành kế hoạch") + p("đúng hạn"), p("20")]
    )
    assert lines(p("3. Tiêu chí"), scores) == [
        "3. Tiêu chí",
        "| STT | Tiêu chí | Điểm |",
        "| 1 | Ban hành kế hoạch đúng hạn | 20 |",
    ]


def test_rows_that_word_counts_bear_their_numbers():
    rows = table([p("TT"), p("Nội dung")], *([listed("", 1), p(words)] for words in ("Đăng ký", "Sơ kết")))
    read = docx_text(docx(rows, numbering=numbering(level(0, "decimal", "%1."))))
    assert read.split("\n\n") == ["| TT | Nội dung |", "| 1. | Đăng ký |", "| 2. | Sơ kết |"]


def test_counted_labels_are_written_out():
    counted = numbering(
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2."),
        level(2, "decimal", "%2.%3."),
        level(3, "lowerLetter", "%4)"),
        level(4, "bullet", "-"),
        level(5, "bullet", "\uf0b7"),
    )
    places = [
        (0, "A"),
        (1, "B"),
        (1, "C"),
        (2, "D"),
        (3, "E"),
        (3, "F"),
        (4, "G"),
        (5, "H"),
        (0, "I"),
        (1, "J"),
    ]
    body = [listed(words, 1, depth) for depth, words in places]
    found = ["I. A", "1. B", "2. C", "2.1. D", "a) E", "b) F", "- G", "+ H", "II. I", "1. J"]
    assert lines(*body, numbering=counted) == found


def test_second_list_counts_on_unless_it_starts_anew():
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = [listed("A", 1), listed("B", 2), listed("C", 2)]
    assert lines(*body, numbering=numbering(level(0, "decimal", "%1."))) == ["1. A", "2. B", "3. C"]
    assert lines(*body, numbering=numbering(level(0, "decimal", "%1."), starts=start)) == [
        "1. A",
        "1. B",
        "2. C",
    ]


def test_label_of_a_style_and_of_the_style_it_is_based_on():
    own = '<w:style w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    based = '<w:style w:styleId="Muc2"><w:basedOn w:val="Muc"/></w:style>'
    styles = part("styles", own + based)
    body = [p("A", look='<w:pStyle w:val="Muc"/>'), p("B", look='<w:pStyle w:val="Muc2"/>')]
    out = p("C", look='<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    found = lines(*body, out, styles=styles, numbering=numbering(level(0, "upperLetter", "%1)")))
    assert found == ["A) A", "B) B", "C"]


def test_deleted_and_hidden_words_are_left_and_inserted_ones_stay():
    changed = f"<w:del>{run('cũ')}</w:del><w:ins>{run('mới')}</w:ins>"
    assert lines(p("Lời ", changed, run(" ẩn", "<w:vanish/>"), run(" hiện", '<w:vanish w:val="0"/>'))) == [
        "Lời mới hiện"
    ]


def test_text_box_is_read_once_after_its_paragraph():
    box = f"<w:txbxContent>{p('Trong khung')}</w:txbxContent>"
    twice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    anchored = f"<w:r><mc:AlternateContent>{twice}</mc:AlternateContent></w:r>"
    assert lines(p("Ngoài khung", anchored)) == ["Ngoài khung", "Trong khung"]


def test_breaks_tabs_capitals_and_content_controls():
    body = p(
        "<w:r><w:t>Một</w:t><w:br/><w:t>hai</w:t><w:tab/><w:t>ba</w:t></w:r>", run(" kế hoạch", "<w:caps/>")
    )
    assert lines(f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>") == ["Một\nhai\tba KẾ HOẠCH"]


@pytest.mark.parametrize(
    ("font", "old"),
    [(".VnTimeH", "kÕ ho¹ch"), (".VnTime", "KÕ HO¹CH"), ("VNI-Times", "KEÁ HOAÏCH")],
)
def test_old_fonts_are_read_run_by_run(font, old):
    written = run(old, f'<w:rFonts w:ascii="{font}"/>')
    assert lines(p(written, run(" năm ấy")))[0].upper() == "KẾ HOẠCH NĂM ẤY"


def test_zip_that_is_no_word_file_is_refused():
    assert refused(zipped({"xl/workbook.xml": "<x/>"})) == NOT_WORD


@pytest.mark.parametrize(
    "data", [docx(p("A"))[:-30], b"PK\x03\x04" + b"\0" * 40, zipped({"word/document.xml": "<w:"})]
)
def test_broken_word_file_is_refused(data):
    assert refused(data) == BROKEN


def test_locked_entry_is_refused():
    data = bytearray(docx(p("A")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data)) == LOCKED


def test_zip_bomb_is_refused():
    many = {f"word/media/{n}": b"" for n in range(5_001)}
    assert refused(zipped({"word/document.xml": "<x/>"} | many)) == BOMB
    assert refused(zipped({"word/document.xml": b" " * (MAX_PART + 1)})) == BOMB
    assert refused(zipped({"word/document.xml": "<x/>", "a": b"\0" * (100 << 20)})) == BOMB


@pytest.mark.parametrize(
    "declared",
    ['<!ENTITY x SYSTEM "file:///etc/passwd">', '<!ENTITY x "a"><!ENTITY y "&x;&x;">', ""],
)
def test_document_type_is_refused(declared):
    head = f'<?xml version="1.0"?><!DOCTYPE w:document [{declared}]>'
    body = part("document", f"<w:body>{p('A')}</w:body>").replace('<?xml version="1.0"?>', head)
    assert refused(zipped({"word/document.xml": body})) == STRANGE
