"""The sheets of a Word copy: size, margins, page numbers from the second page; words into cells and lines."""

import re
import unicodedata

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.shared import OxmlElement
from docx.shared import Mm, Pt

# Control characters have no place in XML; a line end is a space, as in the PDF.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
MARGINS = {"top_margin": 20, "bottom_margin": 20, "left_margin": 30, "right_margin": 15}
SHORT, LONG = 210, 297
# Of cells, in mm, in the order that Word asks for.
PLAIN_PADDING = {"top": 0, "left": 0, "bottom": 0, "right": 0}
RULED_PADDING = {"top": 1, "left": 1.5, "bottom": 1, "right": 1.5}


def clean(text: str) -> str:
    return UNPRINTABLE.sub("", unicodedata.normalize("NFC", text)).replace("\n", " ")


def set_sheet(section, *, landscape: bool = False) -> None:
    """A4 with the margins of NĐ 30; the number is inside the top margin, not on the first page."""
    width, height = (LONG, SHORT) if landscape else (SHORT, LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    for side, size in MARGINS.items():
        setattr(section, side, Mm(size))
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True


def add_page_numbers(section, word: Document, *, draft: bool) -> None:
    """The only field of the file: the page's number, from 1 in each section."""
    start_at_one(section._sectPr)
    for header in (section.first_page_header, section.header):
        header.is_linked_to_previous = False
    line = section.header.paragraphs[0]
    line.style = word.styles["Số trang"]
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    line._p.append(field)
    if draft:
        for header in (section.first_page_header, section.header):
            header.add_paragraph("DỰ THẢO", style=word.styles["Dự thảo"])


def start_at_one(properties) -> None:
    """A section copies what the one before it has: said once, in the order that Word asks for."""
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    properties.insert_element_before(start, "w:cols", "w:titlePg", "w:docGrid")


def new_section(word: Document, *, landscape: bool, draft: bool):
    section = word.add_section(WD_SECTION.NEW_PAGE)
    set_sheet(section, landscape=landscape)
    add_page_numbers(section, word, draft=draft)
    return section


def write(place, text: str, style: str):
    """A paragraph at the end of a document or a cell; a cell's empty first paragraph is used up."""
    first = place.paragraphs[-1] if is_new(place) else place.add_paragraph()
    first.style = style
    if text:
        first.add_run(clean(text))
    return first


def is_new(place) -> bool:
    """A cell that nothing was written into yet."""
    return hasattr(place, "_tc") and len(place.paragraphs) == 1 and place.paragraphs[0].style.name == "Normal"


def write_lines(place, lines: list[str], style: str) -> None:
    for line in lines:
        write(place, line, style)


def columns(word: Document, widths: list[float], rows: int = 1, *, ruled: bool = False, above: float = 0):
    """A table of fixed columns (mm), without lines unless `ruled`, `above` points of air over it."""
    if above:
        write(word, "", "Đường kẻ").paragraph_format.space_before = Pt(above)
    table = word.add_table(rows=rows, cols=len(widths))
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    if ruled:
        table.style = "Table Grid"
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    set_padding(table, RULED_PADDING if ruled else PLAIN_PADDING)
    for row in table.rows:
        set_row(row, widths)
    return table


def set_padding(table, sides: dict[str, float]) -> None:
    """Word's own would leave Quốc hiệu too little room for one line."""
    margins = OxmlElement("w:tblCellMar")
    for side, width in sides.items():
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(round(Mm(width).twips)))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def set_row(row, widths: list[float]) -> None:
    """Word takes the widths of the cells; a row is not broken over two pages."""
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = Mm(width)
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def end_table(word: Document) -> None:
    """Word wants a paragraph after a table; this one takes no room."""
    write(word, "", "Đường kẻ")


def draw_rule(place, within: float, length: float) -> None:
    """A solid line of `length` in the middle of a column of `within`, both in mm."""
    line = write(place, "", "Đường kẻ")
    room = max(0, (within - length) / 2)
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = Mm(room)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in {"val": "single", "sz": "6", "space": "1", "color": "000000"}.items():
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    properties = line._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc")
