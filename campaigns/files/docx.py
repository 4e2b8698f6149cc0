"""Runs in the child: the words of a .docx in reading order, automatic numbers written out."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from thiduakt.errors import Refused
from thiduakt.vietnamese.encodings import tcvn3, vni

from .numbering import Numbering

BROKEN = "Tệp Word bị hỏng nên không đọc được. Hãy mở bằng Word, lưu lại rồi nhập lại."
NOT_WORD = "Tệp nén không phải là tệp Word (.docx)."
BOMB = "Tệp Word giãn ra quá lớn khi mở nên không nhận. Hãy chép phần chữ sang một tệp mới."
STRANGE = "Tệp Word có khai báo lạ, không an toàn nên không nhận. Hãy chép phần chữ sang một tệp mới."
LOCKED = "Tệp Word có mật khẩu. Hãy bỏ mật khẩu rồi nhập lại."

# What reading an archive raises when it was made to break the reader.
BAD_ARCHIVE = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError)
MAX_ENTRIES = 5_000
MAX_UNPACKED = 100 << 20
MAX_PART = 24 << 20
ENCRYPTED_ENTRY = 1

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BOX = W + "txbxContent"
# Deleted and moved-away words are no longer in the text.
GONE = {W + "del", W + "moveFrom", FALLBACK, W + "footnoteReference", W + "instrText"}
MARKS = {W + "tab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
COUNTED = re.compile(r"(?:số )?(?:s?tt|thứ tự)", re.IGNORECASE)
OFF = {"0", "false", "off", "none"}


def docx_text(data: bytes) -> str:
    """Paragraphs with an empty line between them; a table gives its cells row by row."""
    parts = unpack(data)
    body = parse(parts["word/document.xml"]).find(W + "body")
    if body is None:
        raise Refused(BROKEN)
    numbering = Numbering(optional(parts, "word/numbering.xml"), optional(parts, "word/styles.xml"))
    return "\n\n".join(paragraphs(body, numbering))


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts that hold words. What the archive claims is checked before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check(archive.infolist())
            names = ("word/document.xml", "word/numbering.xml", "word/styles.xml")
            return {name: part(archive, name) for name in names if name in archive.namelist()}
    except BAD_ARCHIVE as error:
        raise Refused(BROKEN) from error


def check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise Refused(BOMB)
    names = {entry.filename: entry for entry in entries}
    if "word/document.xml" not in names:
        raise Refused(NOT_WORD)
    if names["word/document.xml"].flag_bits & ENCRYPTED_ENTRY:
        raise Refused(LOCKED)


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """One part, unpacked no further than allowed: an archive may lie about sizes."""
    with archive.open(name) as stream:
        content = stream.read(MAX_PART + 1)
    if len(content) > MAX_PART:
        raise Refused(BOMB)
    return content


def parse(content: bytes) -> Element:
    """Raises Refused for a document type of any kind: Word writes none, attackers do."""
    try:
        return fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise Refused(STRANGE) from error
    except (ParseError, ValueError, LookupError) as error:
        raise Refused(BROKEN) from error


def optional(parts: dict[str, bytes], name: str) -> Element | None:
    return parse(parts[name]) if name in parts else None


def paragraphs(holder: Element, numbering: Numbering) -> Iterator[str]:
    """The paragraphs below a body, a cell or a text box, with what stands in tables between them."""
    for child in holder:
        if child.tag == W + "p":
            yield from paragraph(child, numbering)
        elif child.tag == W + "tbl" and (rows := numbered_rows(child, numbering)):
            yield from rows
        elif child.tag not in GONE:
            yield from paragraphs(child, numbering)


def numbered_rows(table: Element, numbering: Numbering) -> list[str]:
    """The rows of a table whose first column is "STT", as "| 1 | … |"; none of a table that only lays out."""
    rows = [[cell_words(cell, numbering) for cell in row.iter(W + "tc")] for row in table.iter(W + "tr")]
    if not (rows and rows[0] and COUNTED.fullmatch(rows[0][0].strip())):
        return []
    return ["| " + " | ".join(cells) + " |" for cells in rows]


def cell_words(cell: Element, numbering: Numbering) -> str:
    """A cell that holds nothing but the number that Word counts gives that number."""
    words = " ".join(paragraphs(cell, numbering))
    counted = (numbering.label(each) for each in cell.iter(W + "p")) if not words else ()
    return words or next(filter(None, counted), "")


def paragraph(element: Element, numbering: Numbering) -> Iterator[str]:
    """Its words with their automatic label, then those of the text boxes anchored in it."""
    words = "".join(pieces(element)).strip()
    if words:
        label = numbering.label(element)
        yield f"{label} {words}" if label else words
    for box in boxes(element):
        yield from paragraphs(box, numbering)


def pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == W + "r":
            yield run_words(child)
        elif child.tag not in GONE and child.tag != BOX:
            yield from pieces(child)


def run_words(run: Element) -> str:
    """The words as they are seen: hidden ones gone, capitals made by the format, old fonts read."""
    look = run.find(W + "rPr")
    if is_on(look, "vanish"):
        return ""
    words = "".join(word(child) for child in run)
    words, capital = by_font(words, font_of(look))
    return words.upper() if capital or is_on(look, "caps") else words


def word(child: Element) -> str:
    if child.tag == W + "t":
        return child.text or ""
    if child.tag == W + "br":
        return "\n"
    return MARKS.get(child.tag, "")


def is_on(look: Element | None, name: str) -> bool:
    found = look.find(W + name) if look is not None else None
    return found is not None and found.get(W + "val", "1") not in OFF


def font_of(look: Element | None) -> str:
    fonts = look.find(W + "rFonts") if look is not None else None
    return fonts.get(W + "ascii", "") if fonts is not None else ""


def by_font(words: str, font: str) -> tuple[str, bool]:
    """Words of a font from before Unicode, and whether the font shows them as capitals (`.VnTimeH`)."""
    if any(char > "\u00ff" for char in words):
        return words, False
    if font.startswith(".Vn"):
        return tcvn3(words), font.endswith("H")
    return (vni(words) if font.upper().startswith("VNI-") else words), False


def boxes(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == BOX:
            yield child
        elif child.tag not in GONE:
            yield from boxes(child)
