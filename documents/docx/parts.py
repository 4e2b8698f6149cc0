"""What papers share: head, signature, recipients, lists. Word for word what templates/documents print."""

from docx.document import Document
from docx.oxml.shared import OxmlElement

from documents.docx.sheet import columns, draw_rule, end_table, set_row, write, write_lines
from documents.pdf.tags import issuer_lines, money, month, padded, paragraphs, title_lines, unmarked

BLANK = "     "
TEXT_WIDTH, ISSUER_WIDTH, NATION_WIDTH = 165, 66, 99
MOTTO = "Độc lập - Tự do - Hạnh phúc"
# Millimetres that a letter takes on average: capitals at 13 pt bold, small letters at 14 pt bold.
CAPITAL, SMALL, MOTTO_LENGTH = 3.3, 2.35, 60.5

# Points over a foot and over a list: the line that bears them takes three itself.
FOOT_AIR, LIST_AIR = 9, 3


def add_head(word: Document, paper: dict, *, numbered: bool = True, dated: bool = True) -> None:
    """Boxes 1 to 4 and 5a."""
    table = columns(word, [ISSUER_WIDTH, NATION_WIDTH], rows=2 if numbered or dated else 1)
    add_issuer(table.cell(0, 0), paper["issuer"])
    nation = table.cell(0, 1)
    write(nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quốc hiệu")
    write(nation, MOTTO, "Tiêu ngữ")
    draw_rule(nation, NATION_WIDTH, MOTTO_LENGTH)
    if numbered:
        write(table.cell(1, 0), f"Số: {number_of(paper)}", "Số, ký hiệu")
    if dated:
        write(table.cell(1, 1), f"{paper['place'] or BLANK * 3}, {date_of(paper)}", "Địa danh, ngày")
    add_title(word, paper)


def add_issuer(cell, issuer: dict | None) -> None:
    if not issuer:
        return
    write_lines(cell, issuer_lines(issuer["parent"]) if issuer["parent"] else [], "Cơ quan chủ quản")
    lines = [line for name in issuer["lines"] for line in issuer_lines(name)]
    write_lines(cell, lines, "Cơ quan ban hành")
    draw_rule(cell, ISSUER_WIDTH, 0.4 * CAPITAL * len(lines[-1]))


def add_title(word: Document, paper: dict) -> None:
    write(word, paper["type_line"], "Tên loại")
    if paper["title"]:
        lines = title_lines(paper["title"])
        write_lines(word, lines, "Trích yếu")
        draw_rule(word, TEXT_WIDTH, 0.4 * SMALL * max(map(len, lines)))


def number_of(paper: dict) -> str:
    number = BLANK if paper["number"] is None else padded(paper["number"])
    return f"{number}/{paper['symbol'] or BLANK}"


def date_of(paper: dict) -> str:
    day = BLANK if paper["day"] is None else padded(paper["day"])
    name = BLANK if paper["month"] is None else month(paper["month"])
    year = BLANK if paper["year"] is None else paper["year"]
    return f"ngày {day} tháng {name} năm {year}"


def add_foot(word: Document, paper: dict) -> None:
    """Recipients on the left, level with the signature on the right."""
    left, right = columns(word, [74, 91], above=FOOT_AIR).rows[0].cells
    add_recipients(left, paper["recipients"])
    add_signature(right, paper["signature"])
    end_table(word)


def add_recipients(place, recipients: list[str]) -> None:
    if not recipients:
        return
    write(place, "Nơi nhận:", "Nơi nhận")
    write_lines(place, dashed(recipients), "Dòng nơi nhận")


def dashed(items: list[str]) -> list[str]:
    """Each with a dash and `;`, the last with `.`."""
    marks = [";"] * (len(items) - 1) + ["."]
    return [f"- {unmarked(item)}{mark}" for item, mark in zip(items, marks, strict=True)]


def ground_lines(grounds: list[str]) -> list[str]:
    return [line.removeprefix("- ") for line in dashed(grounds)] if grounds else []


def add_signature(cell, signature: dict) -> None:
    write_lines(cell, signature["lines"], "Quyền hạn, chức vụ")
    write(cell, signature["name"] or "", "Họ tên người ký")


def add_pair(word: Document, left: dict | None, right: dict) -> None:
    """Two signatures side by side, their names level."""
    table = columns(word, [TEXT_WIDTH / 2] * 2, rows=2, above=FOOT_AIR)
    for column, signature in enumerate((left or {"lines": [], "name": ""}, right)):
        write_lines(table.cell(0, column), signature["lines"], "Quyền hạn, chức vụ")
        name = write(table.cell(1, column), signature["name"] or "", "Họ tên người ký")
        name.paragraph_format.keep_with_next = True  # recipients below are not left alone on a page
    end_table(word)


def add_list(word: Document, heads: list[str], widths: list[float], styles: list[str]):
    """A ruled table whose first row comes again on each page; rows are added with `add_row`."""
    table = columns(word, widths, ruled=True, above=LIST_AIR)
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        write(cell, head, "Đầu bảng")
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    def add_row(values: list[str], row_styles: list[str] = styles) -> None:
        row = table.add_row()
        set_row(row, widths)
        for cell, value, style in zip(row.cells, values, row_styles, strict=True):
            write(cell, value, style)

    def add_across(values: list[str], row_styles: list[str]) -> None:
        """The first value over all columns that the others leave."""
        row = table.add_row()
        set_row(row, widths)
        last = len(widths) - len(values)
        first = row.cells[0].merge(row.cells[last])
        for cell, value, style in zip([first, *row.cells[last + 1 :]], values, row_styles, strict=True):
            write(cell, value, style)

    return add_row, add_across


def add_honours(word: Document, column: str, rows: list[dict]) -> None:
    decision = "Số, ngày, tháng, năm của quyết định; cơ quan ban hành"
    styles = ["Bảng, giữa", "Bảng", "Bảng"]
    add_row, add_across = add_list(word, ["Năm", column, decision], [16, 50, 99], styles)
    for row in rows:
        add_row([str(row["year"]), row["name"], row["decision"]])
    if not rows:
        add_across(["Không có"], ["Bảng, giữa"])


def in_one_line(text: str | None) -> str:
    return " ".join(paragraphs(text))


def bonus_of(row: dict) -> str:
    return money(row["bonus"])
