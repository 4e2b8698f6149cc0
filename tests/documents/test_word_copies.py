"""Word copies: the words of the PDF for every kind, sheets, named styles, one field, Vietnamese."""

import io
import zipfile
from functools import cache

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from documents.docx.build import WRITERS, render_docx
from documents.docx.styles import LOOKS
from documents.pdf.render import render_html
from tests.documents import appraisals, initiatives, papers
from tests.documents.conformity.kinds import ACROSS, BLANK_PLAN, HEADED_PLAN
from tests.documents.pdfread import page_texts, printed_once, words

pytestmark = pytest.mark.pure

SAMPLES = {
    "kế hoạch": ("plan.html", papers.plan()),
    "kế hoạch đủ mục": ("plan.html", HEADED_PLAN),
    "kế hoạch chưa có số": ("plan.html", BLANK_PLAN),
    "kế hoạch 002": ("plan.html", papers.imported("002")[1]),
    "quyết định": ("decision.html", papers.decision(issuer=papers.DEPARTMENT)),
    "quyết định công nhận sáng kiến": ("recognition.html", initiatives.recognition()),
    "biên bản chấm điểm": ("minutes.html", initiatives.minutes()),
    "tờ trình": ("submission.html", papers.submission()),
    "tờ trình gửi một nơi": ("submission.html", papers.submission(to=["Phòng Nội vụ"])),
    "biên bản": ("minutes.html", papers.minutes()),
    "báo cáo": ("report.html", papers.report()),
    "tóm tắt": ("summary.html", papers.summary()),
    "phiếu thẩm định": ("appraisal.html", appraisals.appraisal()),
}


def opened(template: str, paper: dict):
    return Document(io.BytesIO(render_docx(template, paper)))


@cache
def sample(name: str):
    return opened(*SAMPLES[name])


def blocks(word) -> list[Paragraph]:
    """All paragraphs in reading order, those of the tables row by row."""
    found = []
    for child in word.element.body.iterchildren():
        if child.tag == qn("w:p"):
            found.append(Paragraph(child, word))
        elif child.tag == qn("w:tbl"):
            cells = [cell for row in Table(child, word).rows for cell in row._tr.tc_lst]
            found += [Paragraph(line, word) for cell in cells for line in cell.p_lst]
    return found


def printed_words(template: str, paper: dict) -> list[str]:
    """The words of the PDF without its page numbers, which close the text of each later page."""
    first, *others = (words(text) for text in page_texts(printed_once(template, paper)))
    annex = 1 if template in ("decision.html", "recognition.html") else None  # its first page shows no number
    return first + [
        word for at, page in enumerate(others, start=1) for word in (page if at == annex else page[:-1])
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_copy_says_the_words_of_the_pdf(name):
    copied = words("\n".join(block.text for block in blocks(sample(name))))
    assert copied == printed_words(*SAMPLES[name])


def test_every_kind_that_is_prepared_has_a_copy():
    assert {template for template, _ in SAMPLES.values()} == set(WRITERS)


@pytest.mark.parametrize("name", SAMPLES)
def test_copy_is_written_in_named_styles_of_one_font(name):
    word = sample(name)
    assert {block.style.name for block in blocks(word) if block.text} - set(LOOKS) == set()
    fonts = {word.styles[look].font.name for look in LOOKS}
    sizes = {look: word.styles[look].font.size.pt for look in LOOKS}
    assert (fonts, sizes) == ({"Times New Roman"}, {name: look.size for name, look in LOOKS.items()})


def sheet(section) -> list[int]:
    sides = ("page_width", "page_height", "top_margin", "right_margin", "bottom_margin", "left_margin")
    return [round(getattr(section, side).mm) for side in sides]


def test_annex_is_a_section_of_its_own_across():
    word = opened("decision.html", ACROSS)
    sheets = [sheet(section) for section in word.sections]
    assert sheets == [[210, 297, 20, 15, 20, 30], [297, 210, 20, 15, 20, 30]]
    starts = [node.get(qn("w:start")) for node in word.element.body.iter(qn("w:pgNumType"))]
    assert starts == ["1", "1"]
    assert [section.different_first_page_header_footer for section in word.sections] == [True, True]


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            name: archive.read(name).decode() for name in archive.namelist() if name.endswith(("xml", "rels"))
        }


def test_only_field_is_the_page_number():
    texts = parts(render_docx("decision.html", ACROSS))
    fields = [part for text in texts.values() for part in text.split("w:instr=")[1:]]
    assert {field.split('"')[1] for field in fields} == {"PAGE"}
    assert [name for name, text in texts.items() if "w:instrText" in text or "vbaProject" in text] == []


def test_copy_reaches_for_nothing_outside():
    rels = [text for name, text in parts(render_docx("plan.html", papers.plan())).items() if ".rels" in name]
    assert ["External" in text for text in rels] == [False] * len(rels)


def test_copy_speaks_vietnamese_and_names_its_issuer():
    word = opened("plan.html", papers.plan())
    spoken = {node.get(qn("w:val")) for node in word.styles.element.iter(qn("w:lang"))}
    about = word.core_properties
    assert (spoken, about.language) == ({"vi-VN"}, "vi-VN")
    assert (about.title, about.author) == (
        "KẾ HOẠCH Phát động phong trào thi đua cải cách hành chính huyện Ninh Phước năm 2021",
        "ỦY BAN NHÂN DÂN HUYỆN NINH PHƯỚC",
    )


def test_clauses_are_headings_by_their_depth():
    clauses = [papers.clause("I.", "MỤC ĐÍCH", None), papers.clause("1.", "Phạm vi", None) | {"depth": 1}]
    word = opened("plan.html", papers.plan(0, preamble=[], clauses=clauses))
    headings = [(b.style.name, b.text) for b in blocks(word) if b.style.name.startswith("Heading")]
    assert headings == [("Heading 1", "I. MỤC ĐÍCH"), ("Heading 2", "1. Phạm vi")]


def test_draft_is_marked_in_every_header():
    texts = parts(render_docx("plan.html", papers.plan(draft=True)))
    marked = [name for name, text in texts.items() if "DỰ THẢO" in text]
    assert len(marked) == 2
    assert "DỰ THẢO" not in "".join(parts(render_docx("plan.html", papers.plan())).values())


def test_words_of_users_stay_words():
    title = "=HYPERLINK(1) <w:p> & \x07 Ho\u0300a"
    word = opened("plan.html", papers.plan(title=title))
    (found,) = [block.text for block in blocks(word) if block.style.name == "Trích yếu"]
    assert found == "=HYPERLINK(1) <w:p> & Hòa".replace("& ", "&  ")


def test_list_repeats_its_head_and_breaks_no_row():
    xml = parts(render_docx("decision.html", papers.decision()))["word/document.xml"]
    assert (xml.count("<w:tblHeader"), xml.count("<w:cantSplit") > 5) == (1, True)


def test_head_has_room_for_the_name_of_the_state_in_one_line():
    xml = parts(render_docx("plan.html", papers.plan()))["word/document.xml"]
    head = xml[xml.index("<w:tblPr>") : xml.index("</w:tblPr>")]
    assert '<w:left w:w="0" w:type="dxa"/>' in head
    assert '<w:right w:w="0" w:type="dxa"/>' in head


def test_paragraph_of_many_pages_is_printed_whole():
    text = " ".join(f"chữ{number}" for number in range(2_000)) + "."
    paper = papers.plan(0, preamble=[], clauses=[papers.clause("1.", None, text)])
    printed = printed_words("plan.html", paper)
    start = printed.index("chữ0")
    assert printed[start : start + 2_000] == words(text)
    assert render_html("plan.html", paper).count("<span>chữ") > 5


def test_rows_of_a_plan_are_a_table_in_both():
    clauses = [
        papers.clause(None, None, text)
        for text in ("STT | Việc | Hạn", "1 | Đăng ký | 28/02", "2 | Sơ kết", "Hết.")
    ]
    paper = papers.plan(0, preamble=[], clauses=clauses)
    table = opened("plan.html", paper).tables[1]
    rows = [["STT", "Việc", "Hạn"], ["1", "Đăng ký", "28/02"], ["2", "Sơ kết", ""]]
    assert [[cell.text for cell in row.cells] for row in table.rows] == rows
    printed = printed_words("plan.html", paper)
    assert [word for word in words("STT Việc Hạn 1 Đăng ký 28/02 2 Sơ kết Hết") if word not in printed] == []
    assert "|" not in "".join(page_texts(printed_once("plan.html", paper)))
