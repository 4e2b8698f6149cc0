"""The rows of NĐ 30/2020, Phụ lục I: what each component is written in, where it stands, how the page is cut.

`COMPONENTS` holds sizes and faces, `RULES` the places, each with the components that it needs; a rule
answers True when it is kept. `faults` names every row that a printed paper misses.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.documents.conformity import printed as m
from tests.documents.conformity.components import RED
from tests.documents.conformity.printed import Printed
from tests.documents.pdfread import Line

UPRIGHT, BOLD, ITALIC, BOLD_ITALIC = (False, False), (True, False), (False, True), (True, True)


@dataclass(frozen=True)
class Component:
    """Smallest and largest size in points, (bold, italic), letter case and colour."""

    least: float
    most: float
    face: tuple[bool, bool]
    capitals: bool = False
    colour: tuple = (0,)


COMPONENTS = {
    "1 Quốc hiệu": Component(12, 13, BOLD, capitals=True),
    "2 Tiêu ngữ": Component(13, 14, BOLD),
    "3 cơ quan chủ quản": Component(12, 13, UPRIGHT, capitals=True),
    "4 cơ quan ban hành": Component(12, 13, BOLD, capitals=True),
    "5 số, ký hiệu": Component(13, 13, UPRIGHT),
    "6 địa danh, ngày": Component(13, 14, ITALIC),
    "7a tên loại": Component(13, 14, BOLD, capitals=True),
    "7b trích yếu": Component(13, 14, BOLD),
    "8 Kính gửi": Component(13, 14, UPRIGHT),
    "thẩm quyền ban hành": Component(13, 14, BOLD, capitals=True),
    "9 căn cứ": Component(13, 14, ITALIC),
    "10 nội dung": Component(13, 14, UPRIGHT),
    "11 phần, chương": Component(13, 14, BOLD),
    "12 tên phần, chương": Component(13, 14, BOLD, capitals=True),
    "14 điều": Component(13, 14, BOLD),
    "15 mục": Component(13, 14, BOLD, capitals=True),
    "15 đề mục": Component(13, 14, BOLD),
    "16 khoản có tiêu đề": Component(13, 14, BOLD),
    "17 khoản": Component(13, 14, UPRIGHT),
    "18 điểm": Component(13, 14, UPRIGHT),
    "19 gạch đầu dòng": Component(13, 14, UPRIGHT),
    "20 quyền hạn, chức vụ": Component(13, 14, BOLD, capitals=True),
    "20 bên trái": Component(13, 14, BOLD, capitals=True),
    "22 họ tên": Component(13, 14, BOLD),
    "24 Nơi nhận": Component(12, 12, BOLD_ITALIC),
    "25 nơi nhận": Component(11, 11, UPRIGHT),
    "29 tên phụ lục": Component(13, 14, BOLD),
    "30 kèm theo": Component(13, 14, ITALIC),
    # NĐ 98/2023, Điều 104: what is red, bold, slanted; the sizes are the giver's own.
    "GK3 người tặng": Component(13, 20, BOLD, capitals=True, colour=RED),
    "GK4 tặng": Component(13, 20, BOLD, capitals=True),
    "GK5 tên hình thức": Component(30, 60, BOLD, capitals=True, colour=RED),
    "GK6 thành tích": Component(13, 20, UPRIGHT),
    "GK7 số quyết định": Component(12, 14, BOLD_ITALIC),
    "GK8 địa danh, ngày": Component(13, 14, BOLD_ITALIC),
    "GK9 chức vụ": Component(13, 14, BOLD, capitals=True),
    "GK10 họ tên": Component(13, 14, BOLD),
}


@dataclass(frozen=True)
class Rule:
    """`needs`: asked only of papers with these components; `papers_only`: not of a book or a certificate."""

    kept: Callable[[Printed], bool]
    needs: tuple[str, ...] = ()
    papers_only: bool = False


def place(kept: Callable[[Printed], bool], *needs: str) -> Rule:
    return Rule(kept, needs)


def page(kept: Callable[[Printed], bool]) -> Rule:
    return Rule(kept, papers_only=True)


NATION, MOTTO, PARENT, ISSUER = "1 Quốc hiệu", "2 Tiêu ngữ", "3 cơ quan chủ quản", "4 cơ quan ban hành"
NUMBER, DATE, TYPE, TITLE = "5 số, ký hiệu", "6 địa danh, ngày", "7a tên loại", "7b trích yếu"
TO, GROUNDS, BODY, PART = "8 Kính gửi", "9 căn cứ", "10 đoạn", "11 phần, chương"
SIGNS, LEFT_SIGNS, NAME = "20 quyền hạn, chức vụ", "20 bên trái", "22 họ tên"
RECIPIENTS, RECIPIENT = "24 Nơi nhận", "25 nơi nhận"
ANNEX, ATTACHED = "29 tên phụ lục", "30 kèm theo"

RULES = {
    "1: bên phải": place(lambda p: m.within(p, NATION, 0.4, 1), NATION, ISSUER),
    "1: trên cùng": place(lambda p: m.near(p.line(NATION).top, p.highest), NATION, ISSUER),
    "2: giữa Quốc hiệu": place(lambda p: m.same_middle(p, NATION, MOTTO), MOTTO),
    "2: đường kẻ": place(lambda p: m.ruled(p, p.line(MOTTO), p.line(MOTTO), 0.99, 1.01), MOTTO),
    "3: giữa cơ quan ban hành": place(lambda p: m.same_middle(p, ISSUER, PARENT), PARENT),
    "4: bên trái": place(lambda p: m.within(p, ISSUER, 0, 0.43), ISSUER),
    "4: đường kẻ": place(lambda p: m.ruled(p, *[p.lines(ISSUER)[-1]] * 2, 1 / 3, 1 / 2), ISSUER),
    "5: giữa cơ quan ban hành": place(lambda p: m.same_middle(p, ISSUER, NUMBER), NUMBER),
    "5: cách viết": place(
        lambda p: re.match(r"Số:( \d{2,}| +)/[A-ZĐ]+[A-Za-zĐ]*-[A-ZĐ]+$", p.line(NUMBER).text), NUMBER
    ),
    "6: giữa Quốc hiệu": place(lambda p: m.same_middle(p, NATION, DATE), DATE),
    "6: ngang số": place(lambda p: m.near(p.line(NUMBER).baseline, p.line(DATE).baseline), DATE, NUMBER),
    "6: cách viết": place(
        lambda p: re.match(
            r"Ninh Phước, ngày( \d\d| +) tháng (0[12]|[3-9]|1[0-2]) năm \d{4}$", p.line(DATE).text
        ),
        DATE,
    ),
    "7a: giữa trang": place(lambda p: m.centred(p, TYPE), TYPE),
    "7b: giữa trang": place(lambda p: m.in_the_middle(p, p.title), TITLE),
    "7b: đường kẻ": place(lambda p: m.ruled(p, p.title[-1], m.widest(p.title), 1 / 3, 1 / 2), TITLE),
    "1–10: thứ tự các ô": place(m.in_order, TITLE),
    "8: một nơi hay nhiều nơi": place(m.one_addressee, TO),
    "8: gạch dưới dấu hai chấm": place(m.dashes_under_colon, TO),
    "9: dấu cuối dòng": place(m.grounds_end, GROUNDS),
    "10: đều hai bên": place(m.justified, BODY),
    "10: thụt đầu dòng": place(m.indented, BODY),
    "10: cách đoạn": place(m.apart, BODY),
    "10: cách dòng": place(m.line_spacing, BODY),
    "10: dấu kết thúc": place(m.ended, BODY),
    "11: giữa trang": place(lambda p: m.centred(p, PART), PART),
    "12: giữa trang": place(lambda p: m.centred(p, "12 tên phần, chương"), PART),
    "20: nửa bên phải": place(lambda p: m.within(p, SIGNS, 0.45, 1), SIGNS),
    "20: ngang bên trái": place(m.level_signatures, LEFT_SIGNS),
    "20: bên trái": place(lambda p: m.within(p, LEFT_SIGNS, 0, 0.5), LEFT_SIGNS),
    "21: chỗ ký": place(m.room_to_sign, SIGNS),
    "22: giữa chức vụ": place(lambda p: m.same_middle(p, SIGNS, NAME), SIGNS),
    "24: ngang chức vụ": place(m.level_recipients, RECIPIENTS),
    "24: sát lề trái": place(lambda p: m.flush(p, RECIPIENTS), RECIPIENTS),
    "25: sát lề trái": place(lambda p: m.flush(p, RECIPIENT), RECIPIENT),
    "25: dấu cuối dòng": place(lambda p: m.listed(p.lines(RECIPIENT)), RECIPIENT),
    "29: giữa trang": place(lambda p: m.centred(p, ANNEX), ANNEX),
    "29: trang riêng": place(m.annex_apart, ANNEX),
    "30: giữa trang": place(lambda p: m.centred(p, ATTACHED), ATTACHED),
    "34: thứ tự": page(m.numbered),
    "34: cỡ và kiểu chữ": page(m.numbers_in_face),
    "34: giữa lề trên": page(m.numbers_in_place),
    "trang: khổ giấy": Rule(m.sheets),
    "trang: lề trên": page(m.margin_top),
    "trang: lề dưới": page(m.margin_bottom),
    "trang: lề trái": page(m.margin_left),
    "trang: lề phải": page(m.margin_right),
    "trang: phông chữ": Rule(lambda p: p.fonts <= m.TINOS),
    "trang: màu chữ": Rule(m.black),
    "GK7: góc dưới bên trái": place(
        lambda p: m.within_sheet(p, "GK7 số quyết định", 0, 0.5), "GK7 số quyết định"
    ),
    "GK8: góc dưới bên phải": place(
        lambda p: m.within_sheet(p, "GK8 địa danh, ngày", 0.5, 1), "GK7 số quyết định"
    ),
    "GK9: giữa ngày": place(
        lambda p: m.same_middle(p, "GK8 địa danh, ngày", "GK9 chức vụ"), "GK7 số quyết định"
    ),
}


def faults(paper: Printed) -> list[str]:
    """The rows that are missed: "1 Quốc hiệu: cỡ chữ", "2: đường kẻ"."""
    written = [fault for name in COMPONENTS if name in paper.case.at for fault in written_faults(paper, name)]
    return written + [name for name, rule in RULES.items() if asked(rule, paper) and not rule.kept(paper)]


def asked(rule: Rule, paper: Printed) -> bool:
    return set(rule.needs) <= set(paper.case.at) and not (rule.papers_only and paper.case.own_pages)


def written_faults(paper: Printed, name: str) -> Iterator[str]:
    row, lines = COMPONENTS[name], paper.lines(name)
    free = paper.case.template == "certificates.html" and name in (NATION, MOTTO)
    if not free and not all(row.least <= line.size <= row.most for line in lines):
        yield f"{name}: cỡ chữ"
    if any((line.bold, line.italic) != row.face for line in lines):
        yield f"{name}: kiểu chữ"
    if row.capitals and any(line.text != line.text.upper() for line in lines):
        yield f"{name}: chữ hoa"
    if any(not coloured(line, row.colour) for line in lines):
        yield f"{name}: màu"


def coloured(line: Line, wanted: tuple) -> bool:
    return line.colour == wanted or (wanted == (0,) and line.colour != RED)
