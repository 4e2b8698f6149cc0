"""The named styles of a Word copy: the same sizes, weights and spaces as document.css."""

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.oxml.shared import OxmlElement
from docx.shared import Cm, Pt, RGBColor

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
CENTER, JUSTIFY, LEFT, RIGHT = ALIGN.CENTER, ALIGN.JUSTIFY, ALIGN.LEFT, ALIGN.RIGHT


@dataclass(frozen=True)
class Look:
    """Sizes and spaces in points, indent of the first line in cm."""

    size: float = 14
    bold: bool = False
    italic: bool = False
    align: ALIGN = LEFT
    before: float = 0
    after: float = 0
    indent: float = 0
    keep: bool = False  # stays with the next paragraph


BODY, HEADING_1, HEADING_2, HEADING_3 = "Body Text", "Heading 1", "Heading 2", "Heading 3"
LOOKS = {
    BODY: Look(align=JUSTIFY, before=6, indent=1.27),
    HEADING_1: Look(bold=True, align=JUSTIFY, before=6, indent=1.27, keep=True),
    HEADING_2: Look(bold=True, align=JUSTIFY, before=6, indent=1.27, keep=True),
    HEADING_3: Look(align=JUSTIFY, before=6, indent=1.27, keep=True),
    "Quốc hiệu": Look(13, bold=True, align=CENTER),
    "Tiêu ngữ": Look(14, bold=True, align=CENTER),
    "Cơ quan chủ quản": Look(13, align=CENTER),
    "Cơ quan ban hành": Look(13, bold=True, align=CENTER),
    "Số, ký hiệu": Look(13, align=CENTER, before=12),
    "Địa danh, ngày": Look(14, italic=True, align=CENTER, before=12),
    "Tên loại": Look(14, bold=True, align=CENTER, before=17, keep=True),
    "Trích yếu": Look(14, bold=True, align=CENTER, keep=True),
    "Đường kẻ": Look(2, align=CENTER, keep=True),
    "Kính gửi": Look(14, align=CENTER, after=3),
    "Nơi gửi": Look(14, after=3),
    "Thẩm quyền": Look(14, bold=True, align=CENTER, before=9, after=9, keep=True),
    "Căn cứ": Look(14, italic=True, align=JUSTIFY, before=6, indent=1.27),
    "Phần, chương": Look(14, bold=True, align=CENTER, before=6, keep=True),
    "Quyền hạn, chức vụ": Look(14, bold=True, align=CENTER, keep=True),
    "Họ tên người ký": Look(14, bold=True, align=CENTER, before=76),
    "Nơi nhận": Look(12, bold=True, italic=True, keep=True),
    "Dòng nơi nhận": Look(11, keep=True),
    "Đầu bảng": Look(13, bold=True, align=CENTER, keep=True),
    "Bảng": Look(13),
    "Bảng, giữa": Look(13, align=CENTER),
    "Bảng, số tiền": Look(13, align=RIGHT),
    "Nhóm trong bảng": Look(13, bold=True, keep=True),
    "Tên phụ lục": Look(14, bold=True, align=CENTER, keep=True),
    "Kèm theo": Look(14, italic=True, align=CENTER, before=6, after=9, keep=True),
    "Số trang": Look(14, align=CENTER),
    "Dự thảo": Look(14, bold=True, align=RIGHT),
}


def add_styles(word: Document) -> None:
    """Every look as a style of this name; whatever the template's own styles bring is overruled."""
    base = word.styles["Normal"]
    for properties in word.styles.element.iter(qn("w:rPrDefault")):
        speak_vietnamese(properties.find(qn("w:rPr")))
    write_in(base, Look())
    for name, look in LOOKS.items():
        style = named(word, name)
        style.base_style = base
        write_in(style, look)
    line = word.styles["Đường kẻ"].paragraph_format
    line.line_spacing = Pt(3)


def named(word: Document, name: str):
    found = [style for style in word.styles if style.name == name]
    return found[0] if found else word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)


def write_in(style, look: Look) -> None:
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)  # theme fonts would win over the name
    style.font.name, style.font.size = FONT, Pt(look.size)
    for script in ("w:eastAsia", "w:cs"):
        properties.rFonts.set(qn(script), FONT)
    style.font.bold, style.font.italic = look.bold, look.italic
    style.font.color.rgb = RGBColor(0, 0, 0)
    speak_vietnamese(properties)
    spaces = style.paragraph_format
    spaces.alignment, spaces.keep_with_next = look.align, look.keep
    spaces.space_before, spaces.space_after = Pt(look.before), Pt(look.after)
    spaces.first_line_indent, spaces.line_spacing = Cm(look.indent), 1.0


def speak_vietnamese(properties) -> None:
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    for key in ("w:val", "w:eastAsia"):
        language.set(qn(key), LANGUAGE)
    properties.append(language)
