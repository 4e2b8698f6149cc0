"""The lines of a plan's file: cleaned, without marks of layout, page numbers apart."""

import re
import unicodedata
from dataclasses import dataclass

LINE_ENDS = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
MARKUP = re.compile(r"[*#]")
HAS_WORD = re.compile(r"[^\W_]")
# "| 1 | Ban hành kế hoạch đúng hạn | 20 |": a row of a table.
ROW = re.compile(r"\|.+\|")
CELL = " | "
# A row's own number is no label of a clause.
LISTED = re.compile(r"^(\d{1,3}|[IVX]{1,5})[.)]$")
PAGE_NUMBER = re.compile(r"[-–\s]*(?P<number>\d{1,3})[-–\s]*")
# Zero-width characters and soft hyphens: nobody typed them on purpose.
INVISIBLE = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Words that a number must follow: "30 tháng" at a line's end goes on with "11" on the next.
WANTS_NUMBER = re.compile(
    r"\b(?:tháng|ngày|năm|quý|số|điều|khoản|lần thứ|trên|dưới|đạt|cho|đa|quá|và"
    r"|,)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Line:
    """`gap`: a blank line stands before it; `raw`: with its inner blanks, which part two columns.

    `row`: of a table, its cells parted by CELL.
    """

    text: str
    gap: bool = False
    raw: str = ""
    row: bool = False


def read_lines(text: str) -> tuple[list[Line], list[str]]:
    """Every line with a word in it, and apart from them the page numbers."""
    lines, pages, gap = [], [], False
    for raw in clean_lines(text):
        if is_page_number(raw, lines, pages):
            pages.append(raw)
        elif HAS_WORD.search(raw):
            lines.append(line_of(raw, gap))
            gap = False
        else:
            gap = gap or not raw
    return lines, pages


def line_of(raw: str, gap: bool) -> Line:
    if not ROW.fullmatch(raw):
        return Line(" ".join(raw.split()), gap, raw)
    cells = [" ".join(cell.split()) for cell in raw.strip("|").split("|")]
    cells[0] = LISTED.sub(r"\1", cells[0])
    return Line(" ".join(CELL.join(cells).split()).rstrip(" |"), gap, raw, row=True)


def clean_lines(text: str) -> list[str]:
    plain = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return [MARKUP.sub("", written).strip() for written in LINE_ENDS.split(plain)]


def is_page_number(raw: str, lines: list[Line], pages: list[str]) -> bool:
    """A number alone on its line that no sentence waits for, or the next one in the count of pages."""
    found = PAGE_NUMBER.fullmatch(raw)
    if not found or (lines and WANTS_NUMBER.search(lines[-1].text)):
        return False
    last = int(PAGE_NUMBER.fullmatch(pages[-1])["number"]) if pages else 0
    return last < int(found["number"]) <= last + 3
