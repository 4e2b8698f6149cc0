"""The lines of a plan's file: cleaned, without marks of layout, broken lines put together again."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from .labels import label_of

LINE_ENDS = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
MARKUP = re.compile(r"[*#]")
HAS_WORD = re.compile(r"\w")
PAGE_NUMBER = re.compile(r"[-–\s]*\d{1,3}[-–\s]*")
# Zero-width characters and soft hyphens: nobody typed them on purpose.
INVISIBLE = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
WIDEST = 160
ENDS = (".", ";", ":")
# A line end inside "Thi đua - Khen thưởng", "2016 - 2020", "kinh tế - xã hội", "tháng 12. Các …".
CUT_NAME = re.compile(
    r"(?:thi đua|văn hóa|văn hoá|kinh tế|lao động|tài chính|kế hoạch|tổ chức|hành chính|thể thao|xã hội"
    r"|nông nghiệp|an ninh|quốc phòng|khoa học|thương binh|\d{4})\s*\n\s*[-–]\s*(?=\w)",
    re.IGNORECASE,
)
CUT_ITEM = re.compile(r"[^.;:,]\n[-–]\s*[^\W\d_]")
CUT_NUMBER = re.compile(
    r"\b(?:tháng|ngày|năm|quý|số|điều|khoản|điểm|mục|tại|theo|của|và|từ|đến)\s*\n", re.IGNORECASE
)


@dataclass(frozen=True)
class Line:
    """`gap`: a blank line stands before it; `raw`: with its inner blanks, which part two columns."""

    text: str
    gap: bool = False
    raw: str = ""


def read_lines(text: str) -> tuple[list[Line], list[str]]:
    """Every line with a word in it, and apart from them the page numbers."""
    lines, pages, gap = [], [], False
    plain = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    for written in LINE_ENDS.split(plain):
        raw = MARKUP.sub("", written).strip()
        if PAGE_NUMBER.fullmatch(raw) and HAS_WORD.search(raw):
            pages.append(raw)
        elif HAS_WORD.search(raw):
            lines.append(Line(" ".join(raw.split()), gap, raw))
            gap = False
        else:
            gap = gap or not raw
    return lines, pages


def width_of(lines: list[Line]) -> int | None:
    """The column at which the file's lines are broken; None when every paragraph is one line."""
    lengths = sorted(len(line.text) for line in lines)
    if not lengths or (widest := lengths[-1]) > WIDEST:
        return None
    long = [length for length in lengths if length >= 20]
    full = [length for length in long if length >= 0.75 * widest]
    return widest if len(full) >= 0.4 * len(long) else None


def joined(lines: list[Line]) -> list[Line]:
    """Paragraphs: what a line end, or a page end inside a sentence, has cut is put together."""
    width, whole = width_of(lines), []
    pieces: list[str] = []
    for before, line in pairwise([None, *lines]):
        if before and continues(before, line, width, pieces):
            pieces.append(line.text)
            continue
        flush(whole, pieces)
        whole.append(line)
        pieces = [line.text]
    flush(whole, pieces)
    return whole


def flush(whole: list[Line], pieces: list[str]) -> None:
    if len(pieces) > 1:
        whole[-1] = Line(glued(pieces), whole[-1].gap, "")


def glued(pieces: list[str]) -> str:
    """A word cut at its own hyphen ("kinh tế-" and "xã hội") takes no blank."""
    text = " ".join(pieces)
    return re.sub(r"(?<=\w-) (?=\w)", "", text) if any(cut_at_hyphen(piece) for piece in pieces) else text


def cut_at_hyphen(piece: str) -> bool:
    return piece.endswith("-") and piece[-2:-1].isalnum()


def continues(before: Line, line: Line, width: int | None, pieces: list[str]) -> bool:
    if label_of(line.text):
        return not line.gap and is_full(before, line, width) and cut_inside(before, line)
    if line.text[0].islower() and not before.text.endswith(ENDS):
        return True
    return not line.gap and is_full(before, line, width)


def is_full(before: Line, line: Line, width: int | None) -> bool:
    """The first word of `line` found no room in the line before."""
    if width is None:
        return False
    reach = len(before.text) + 1 + len(line.text.split(" ", 1)[0])
    return reach > width or (not before.text.endswith(ENDS) and len(before.text) > 0.8 * width)


def cut_inside(before: Line, line: Line) -> bool:
    """What looks like a label at the start of `line` belongs to the sentence before."""
    around = f"{before.text[-20:]}\n{line.text[:20]}"
    small = CUT_ITEM.search(around)
    return bool(CUT_NAME.search(around) or CUT_NUMBER.search(around) or (small and small[0][-1].islower()))
