"""Workbooks out of plain XML, honest and hostile ones, and lists that are text."""

import io
import struct
import unicodedata
import zipfile
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARED = '<?xml version="1.0" encoding="UTF-8"?>'
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def parts(sheet: str, *, main: str = MAIN, office: str = OFFICE, **other: str) -> dict[str, str]:
    """The smallest workbook around the XML of one sheet; `strings`, `workbook`: parts of one's own."""
    book = (
        f'{DECLARED}<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Bảng" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    relations = [
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "sharedStrings", "sharedStrings.xml"),
    ]
    return {
        "[Content_Types].xml": f'{DECLARED}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{BOOK_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{BOOK_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{BOOK_TYPE}.sharedStrings+xml"/></Types>',
        "_rels/.rels": related([("rId1", "officeDocument", "xl/workbook.xml")], office),
        "xl/workbook.xml": other.get("workbook", book),
        "xl/_rels/workbook.xml.rels": related(relations, office),
        "xl/sharedStrings.xml": other.get("strings", f'{DECLARED}<sst xmlns="{main}"/>'),
        "xl/worksheets/sheet1.xml": sheet,
    }


def related(rows: list[tuple[str, str, str]], office: str) -> str:
    inside = "".join(
        f'<Relationship Id="{key}" Type="{office}/{kind}" Target="{target}"/>' for key, kind, target in rows
    )
    return f'{DECLARED}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def packed(entries: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in entries.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def text(words: str, place: str = "") -> str:
    where = f' r="{place}"' if place else ""
    return f'<c{where} t="inlineStr"><is><t>{words}</t></is></c>'


def sheet(third: str = "", *, main: str = MAIN, before: str = "", after: str = "", doctype: str = "") -> str:
    """Two columns and one person; `third`: the cell C2, below “Biên chế”."""
    heading = text("Họ và tên", "A1") + text("Đơn vị", "B1") + (text("Biên chế", "C1") if third else "")
    person = text("Lê Văn An", "A2") + text("Phòng A", "B2") + third
    return (
        f'{DECLARED}{doctype}<worksheet xmlns="{main}">{before}<sheetData><row r="1">{heading}</row>'
        f'<row r="2">{person}</row></sheetData>{after}</worksheet>'
    )


LAUGHS = "<!DOCTYPE lolz [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{number} '{f'&a{number - 1};' * 10}'>" for number in range(1, 10)
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
BOXES = "".join(f'<mergeCell ref="A1:XFD{number}"/>' for number in range(1, 30_000))


def bare() -> str:
    return (
        f'{DECLARED}<worksheet xmlns="{MAIN}"><sheetData>'
        + "".join(
            f"<row>{text(left)}{text(right)}</row>"
            for left, right in (("Họ và tên", "Đơn vị"), ("Lê Văn An", "Phòng A"))
        )
        + "</sheetData></worksheet>"
    )


def lying() -> bytes:
    """The directory tells of a hundred bytes where many thousands are."""
    content = bytearray(packed(parts(sheet(after=" " * 100_000))))
    entry = content.rindex(b"xl/worksheets/sheet1.xml") - 46
    struct.pack_into("<I", content, entry + 24, 100)
    return bytes(content)


def windows_1258(words: str) -> bytes:
    """As Windows writes it: the letter with its hat or horn, then the tone."""
    out = b""
    for char in words:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            *letter, tone = unicodedata.normalize("NFD", char)
            out += (unicodedata.normalize("NFC", "".join(letter)) + tone).encode("cp1258")
    return out


WORD = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>"}
ROWS = "Họ và tên;Đơn vị{0}Lê Văn An;Phòng A{0}Trần Thị Bé;Phòng B{0}"
NUMBERED = "STT;Họ và tên;Đơn vị\r\n1;Lê Văn An;Phòng A\r\n2;Trần Thị Bé;Phòng B\r\n"
QUOTED = (
    'sep=,\r\n"Danh sách, năm 2026"\r\nHọ và tên,Đơn vị,Ghi chú\r\n'
    '"Lê Văn An","Phòng A","hai\r\ndòng, có ""ngoặc"""\r\n"Trần Thị Bé",Phòng B,\r\n'
)


def books() -> dict[str, bytes]:
    entity = '<c r="C2" t="inlineStr"><is><t>&{};</t></is></c>'
    strings = f'{DECLARED}{OUTSIDE}<sst xmlns="{MAIN}"><si><t>&x;</t></si></sst>'
    workbook = parts("")["xl/workbook.xml"].replace(DECLARED, DECLARED + OUTSIDE).replace("Bảng", "&x;")
    return {
        "no-addresses.xlsx": packed(parts(bare())),
        "strict.xlsx": packed(parts(sheet(main=STRICT), main=STRICT, office=STRICT_OFFICE)),
        "false-dimension.xlsx": packed(parts(sheet(before='<dimension ref="A1:XFD1048576"/>'))),
        "too-large.xlsx": packed(parts(sheet('<c r="C2"><v>1e999</v></c>'))),
        "long-text-number.xlsx": packed(parts(sheet(text("9" * 5_000, "C2")))),
        "long-number.xlsx": packed(parts(sheet(f'<c r="C2"><v>{"9" * 5_000}</v></c>'))),
        "far-cell.xlsx": packed(parts(sheet('<c r="XFD1048576"><v>1</v></c>'))),
        "laughs.xlsx": packed(parts(sheet(entity.format("a9"), doctype=LAUGHS + "]>"))),
        "outside-entity.xlsx": packed(parts(sheet(entity.format("x"), doctype=OUTSIDE))),
        "entity-in-strings.xlsx": packed(parts(sheet('<c r="C2" t="s"><v>0</v></c>'), strings=strings)),
        "entity-in-workbook.xlsx": packed(parts(sheet(), workbook=workbook)),
        "many-boxes.xlsx": packed(parts(sheet(after=f"<mergeCells>{BOXES}</mergeCells>"))),
        "lying-size.xlsx": lying(),
        "no-such-string.xlsx": packed(parts(sheet('<c r="C2" t="s"><v>7</v></c>'))),
        "word.docx": packed(WORD),
        "web-page.xls": b"<html><body><table><tr><td>Ho va ten</td></tr></table></body></html>",
        "report.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
        "zeros.csv": "Họ và tên;Đơn vị\r\nLê Văn An\0;Phòng A\r\n".encode(),
        "cp1258.csv": windows_1258(NUMBERED),
        "old-mac.csv": ROWS.format("\r").encode(),
        "quoted.csv": QUOTED.encode("utf-8-sig"),
    }


def make(files: Path) -> None:
    for name, content in books().items():
        (files / f"hm-{name}").write_bytes(content)
