"""Plan and decision against NĐ 30/2020, Phụ lục I: each row of its table read back from the PDF.

`faults` names every row that the printed paper misses. Each control prints with one property wrong
and must be caught by just that row.
"""

import pytest

from documents.pdf import render
from tests.documents import papers
from tests.documents.pdfread import Line, Page, Paper

pytestmark = pytest.mark.pure

LEFT, RIGHT, TOP, BOTTOM = 30, 210 - 15, 20, 297 - 20
UPRIGHT, BOLD, ITALIC, BOLD_ITALIC = (False, False), (True, False), (False, True), (True, True)

# Component: first words of its line, smallest and largest size, (bold, italic).
COMMON = {
    "Quốc hiệu": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13, BOLD),
    "Tiêu ngữ": ("Độc lập - Tự do - Hạnh phúc", 13, 14, BOLD),
    "số, ký hiệu": ("Số: ", 13, 13, UPRIGHT),
    "địa danh, ngày": ("Ninh Phước, ngày ", 13, 14, ITALIC),
    "Nơi nhận": ("Nơi nhận:", 12, 12, BOLD_ITALIC),
    "nơi nhận": ("- Sở Nội vụ;", 11, 11, UPRIGHT),
    "dòng Lưu": ("- Lưu: VT, PNV.", 11, 11, UPRIGHT),
}
PLAN = COMMON | {
    "cơ quan ban hành": ("HUYỆN NINH PHƯỚC", 12, 13, BOLD),
    "tên loại": ("KẾ HOẠCH", 13, 14, BOLD),
    "trích yếu": ("Phát động phong trào", 13, 14, BOLD),
    "mục": ("I. MỤC ĐÍCH", 13, 14, BOLD),
    "nội dung": ("Thực hiện Quyết định", 13, 14, UPRIGHT),
    "quyền hạn": ("TM. ỦY BAN NHÂN DÂN", 13, 14, BOLD),
    "chức vụ": ("PHÓ CHỦ TỊCH", 13, 14, BOLD),
    "họ tên": ("Nguyễn Trần Hoàng Phương Anh", 13, 14, BOLD),
}
DECISION = COMMON | {
    "cơ quan chủ quản": ("UBND TỈNH NINH THUẬN", 12, 13, UPRIGHT),
    "cơ quan ban hành": ("VÀ CÔNG NGHỆ", 12, 13, BOLD),
    "tên loại": ("QUYẾT ĐỊNH", 13, 14, BOLD),
    "trích yếu": ("Về việc tặng Giấy khen", 13, 14, BOLD),
    "thẩm quyền": ("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN NINH PHƯỚC", 13, 14, BOLD),
    "căn cứ": ("Căn cứ Luật Tổ chức", 13, 14, ITALIC),
    "theo đề nghị": ("Theo đề nghị của", 13, 14, ITALIC),
    "điều": ("Điều 1.", 13, 14, BOLD),
    "quyết định": ("QUYẾT ĐỊNH:", 13, 14, BOLD),
    "chức vụ": ("CHỦ TỊCH", 13, 14, BOLD),
    "họ tên": ("Trần Văn Bình", 13, 14, BOLD),
}
TITLE = {"plan.html": ("KẾ HOẠCH", "I. MỤC"), "decision.html": ("QUYẾT ĐỊNH", "CHỦ TỊCH ỦY BAN")}


def wrong_face(line: Line, smallest: float, largest: float, face: tuple) -> list[str]:
    wrong = [] if smallest <= line.size <= largest else ["cỡ chữ"]
    return wrong + ([] if (line.bold, line.italic) == face else ["kiểu chữ"])


def find(paper: Paper, start: str) -> Line:
    """The first line starting so; an exact line wins ("CHỦ TỊCH" is also the start of another)."""
    lines = [line for page in paper.pages for line in page.lines if line.text.startswith(start)]
    return next((line for line in lines if line.text == start), lines[0])


def face_faults(paper: Paper, table: dict) -> list[str]:
    return [
        f"{name}: {fault}"
        for name, (start, *wanted) in table.items()
        for fault in wrong_face(find(paper, start), *wanted)
    ]


def title_of(page: Page, template: str) -> list[Line]:
    """The lines of the trích yếu: between the name of the type and what follows."""
    first, after = TITLE[template]
    top = next(line for line in page.lines if line.text == first).baseline
    end = next(line for line in page.lines if line.text.startswith(after)).baseline
    block = [line for line in page.lines if top < line.baseline < end and line.bold]
    return block


def rule_faults(page: Page, template: str, issuer: str) -> list[str]:
    title = title_of(page, template)
    widest = max(title, key=lambda line: line.width)
    motto = page.line("Độc lập")
    wanted = [
        ("Tiêu ngữ", motto, motto, 0.99, 1.01),
        ("cơ quan ban hành", page.line(issuer), page.line(issuer), 1 / 3, 1 / 2),
        ("trích yếu", title[-1], widest, 1 / 3, 1 / 2),
    ]
    faults = []
    for name, above, text, least, most in wanted:
        rule = page.rule_below(above)
        if not least <= rule.width / text.width <= most:
            faults.append(f"{name}: đường kẻ")
        if abs(rule.centre - text.centre) > 0.3:
            faults.append(f"{name}: đường kẻ lệch")
    return faults


def place_faults(page: Page, template: str, issuer: str) -> list[str]:
    nation, motto = page.line("CỘNG HÒA"), page.line("Độc lập")
    number, date = page.line("Số: "), page.line("Ninh Phước, ngày")
    middle = (LEFT + RIGHT) / 2
    type_line = next(line for line in page.lines if line.text == TITLE[template][0])
    pairs = {
        "Tiêu ngữ giữa Quốc hiệu": (nation.centre, motto.centre),
        "ngày giữa Quốc hiệu": (nation.centre, date.centre),
        "số giữa cơ quan": (page.line(issuer).centre, number.centre),
        "số ngang ngày": (number.baseline, date.baseline),
        "tên loại giữa trang": (type_line.centre, middle),
        "trích yếu giữa trang": (title_of(page, template)[0].centre, middle),
        "Quốc hiệu ngang cơ quan": (page.text_lines[0].top, nation.top),
    }
    return [name for name, (one, other) in pairs.items() if abs(one - other) > 0.4]


def margin_faults(paper: Paper) -> list[str]:
    lines = [line for page in paper.pages for line in page.text_lines]
    measured = {
        "khổ giấy": {(page.width, page.height) for page in paper.pages} == {(210, 297)},
        "lề trái": abs(min(line.x0 for line in lines) - LEFT) < 0.5,
        "lề phải": abs(max(line.x1 for line in lines) - RIGHT) < 0.5,
        "lề trên": all(0 <= page.text_lines[0].top - TOP < 2.5 for page in paper.pages),
        "lề dưới": all(line.baseline <= BOTTOM for line in lines),
    }
    return [name for name, right in measured.items() if not right]


def number_faults(paper: Paper) -> list[str]:
    first, *others = paper.pages
    faults = ["số trang đầu"] if first.number else []
    for expected, page in enumerate(others, start=2):
        number = page.number
        if number is None or number.text != str(expected) or not 13 <= number.size <= 14:
            faults.append("số trang")
        elif abs(number.centre - (LEFT + RIGHT) / 2) > 0.5 or not 0 < number.top < number.baseline < TOP:
            faults.append("chỗ số trang")
    return faults


def paragraph_faults(paper: Paper, start: str) -> list[str]:
    """Body: first line indented 1 or 1.27 cm, at least 6 pt between paragraphs (template PLAN's BODY)."""
    lines = [line for line in paper.pages[0].lines if line.size == 14]
    first = next(i for i, line in enumerate(lines) if line.text.startswith(start))
    indent = lines[first].x0 - LEFT
    step = lines[first + 1].baseline - lines[first].baseline
    gap = lines[first].baseline - lines[first - 1].baseline - step
    faults = [] if min(abs(indent - 10), abs(indent - 12.7)) < 0.3 else ["thụt đầu dòng"]
    return faults + ([] if gap * 72 / 25.4 >= 5.9 else ["cách đoạn"])


CASES = {
    "plan.html": (papers.plan(12), PLAN, "HUYỆN NINH PHƯỚC", "- Các cơ quan"),
    "decision.html": (
        papers.decision(annex=None, issuer=papers.DEPARTMENT, articles=papers.many_articles()),
        DECISION,
        "VÀ CÔNG NGHỆ",
        "Điều 2.",
    ),
}


def faults(template: str, old: str = "", new: str = "") -> list[str]:
    """All faults of the sample paper, printed with `old` in the stylesheet replaced by `new`."""
    paper, table, issuer, body = CASES[template]
    style = render.stylesheet()
    assert old in style
    pdf = render.pdf_from_html(render.render_html(template, paper), style.replace(old, new) if old else style)
    printed = Paper(pdf)
    page = printed.pages[0]
    return [
        *face_faults(printed, table),
        *rule_faults(page, template, issuer),
        *place_faults(page, template, issuer),
        *margin_faults(printed),
        *number_faults(printed),
        *paragraph_faults(printed, body),
    ]


@pytest.mark.parametrize("template", CASES)
def test_paper_keeps_every_row_of_the_format(template):
    assert faults(template) == []


# A wrong width moves what is centred, too.
OFF_CENTRE = ["tên loại giữa trang", "trích yếu giữa trang"]
CONTROLS = {
    ".country { font-size: 13pt": (
        ".country { font-size: 10pt",
        ["Quốc hiệu: cỡ chữ"],
    ),
    ".motto { font-size: 14pt; font-weight: bold": (".motto { font-size: 14pt", ["Tiêu ngữ: kiểu chữ"]),
    ".ruled::after { width: 40%": (
        ".ruled::after { width: 60%",
        ["cơ quan ban hành: đường kẻ", "trích yếu: đường kẻ"],
    ),
    ".underlined::after { width: 100%": (".underlined::after { width: 90%", ["Tiêu ngữ: đường kẻ"]),
    "margin: 20mm 15mm 20mm 30mm": (
        "margin: 20mm 15mm 20mm 27mm",
        [*OFF_CENTRE, "lề trái", "chỗ số trang", "thụt đầu dòng"],
    ),
    "mm 15mm 20mm 30mm": ("mm 12mm 20mm 30mm", [*OFF_CENTRE, "lề phải", "chỗ số trang"]),
    "margin: 20mm 15mm": ("margin: 17mm 15mm", ["lề trên"]),
    "15mm 20mm 30mm": ("15mm 2mm 30mm", ["lề dưới"]),
    "size: A4 portrait": ("size: Letter", [*OFF_CENTRE, "khổ giấy", "lề phải", "chỗ số trang"]),
    ".head .date { font-size: 14pt; font-style: italic": (
        ".head .date { font-size: 14pt",
        ["địa danh, ngày: kiểu chữ"],
    ),
    "@page :first { @top-center { content: none; } }": ("", ["số trang đầu"]),
    "content: counter(page); font: 14pt": ("content: counter(page); font: 10pt", ["số trang"]),
    ".recipient { font-size: 11pt": (
        ".recipient { font-size: 13pt",
        ["nơi nhận: cỡ chữ", "dòng Lưu: cỡ chữ"],
    ),
    "margin: 6pt 0 0; text-indent: 1.27cm": (
        "margin: 1pt 0 0; text-indent: 2cm",
        ["thụt đầu dòng", "cách đoạn"],
    ),
}


@pytest.mark.parametrize("old", CONTROLS)
def test_stylesheet_with_one_property_wrong_is_caught(old):
    assert faults("plan.html", old, CONTROLS[old][0]) == CONTROLS[old][1]
