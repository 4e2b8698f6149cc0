"""Broken lines put together again: wrapped at a column, or cut by the end of a page."""

import re
from itertools import pairwise

from .labels import NUMBERED, label_of
from .lines import Line
from .phrases import is_caps
from .tail import signs

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
# What begins a paragraph of its own wherever it stands.
OPENS = re.compile(
    r"(?:Căn cứ|Nơi nhận|Trên đây là|Kính gửi|Số\s?:|(?:Thực hiện|Triển khai thực hiện"
    r"|Tiếp tục thực hiện) (?:Kế hoạch|Quyết định"
    r"|Chỉ thị|Nghị quyết|Công văn|Chương trình|Hướng dẫn)|(?i:kế hoạch$)|Lưu\s?:)\b"
)
PARTED, WRAPPED, SHORT = 0.7, 0.8, 45
WIDEST, LONGER, SEVERAL, FEW = 200, 1.15, 3, 0.1


class Layout:
    """How this file parts its paragraphs, by blank lines or by line ends, and where its lines are wrapped.

    `width` None: no line is wrapped. `seen_label`: the preamble, where each ground has its own line, is over.
    """

    def __init__(self, lines: list[Line]):
        numbered = [line.gap for line in lines if (label := label_of(line.text)) and label.kind in NUMBERED]
        gaps = numbered or [line.gap for line in lines]
        self.blank_lines = bool(gaps) and sum(gaps) >= PARTED * len(gaps)
        self.width = width_of(lines)
        self.seen_label = False

    def is_full(self, before: Line, line: Line) -> bool:
        """The first word of `line` found no room in the line before."""
        if self.width is None:
            return False
        reach = len(before.text) + 1 + len(line.text.split(" ", 1)[0])
        open_end = not before.text.endswith(ENDS)
        return reach > self.width or (open_end and len(before.text) > WRAPPED * self.width)

    def continues(self, before: Line, line: Line) -> bool:
        """The line belongs to the paragraph before it."""
        if before.row or line.row:
            return False
        label = label_of(line.text)
        self.seen_label = self.seen_label or bool(label and label.kind in NUMBERED)
        if label:
            return not line.gap and self.is_full(before, line) and cut_inside(before, line)
        if goes_on(before, line):
            return True
        if line.gap or OPENS.match(line.text) or signs(line.text) or shouted(before, line):
            return False
        if self.blank_lines:
            return len(before.text) > SHORT
        if line.text[0].islower():
            return self.width is not None
        parted = (".",) if self.seen_label else (".", ";")
        return self.is_full(before, line) and not before.text.endswith(parted)


def shouted(before: Line, line: Line) -> bool:
    """A heading in capitals is no beginning of the sentence below it."""
    return is_caps(before.text) and not is_caps(line.text)


def width_of(lines: list[Line]) -> int | None:
    """The longest line that evidently goes on in the next, when hardly any line is longer."""
    wraps = [len(before.text) for before, line in pairwise(lines) if goes_on(before, line) and not line.gap]
    widest = max((length for length in wraps if length <= WIDEST), default=0)
    longer = [line for line in lines if len(line.text) > LONGER * widest]
    return widest if len(wraps) >= SEVERAL and len(longer) <= FEW * len(lines) else None


def goes_on(before: Line, line: Line) -> bool:
    """A small letter behind an open end goes on with the sentence, across blank lines too."""
    return line.text[0].islower() and not label_of(line.text) and not before.text.endswith(ENDS)


def cut_inside(before: Line, line: Line) -> bool:
    """What looks like a label at the start of `line` belongs to the sentence before."""
    around = f"{before.text[-20:]}\n{line.text[:20]}"
    small = CUT_ITEM.search(around)
    return bool(CUT_NAME.search(around) or CUT_NUMBER.search(around) or (small and small[0][-1].islower()))


def joined(lines: list[Line]) -> list[Line]:
    """One line per paragraph."""
    layout, whole = Layout(lines), []
    pieces: list[str] = []
    for before, line in pairwise([None, *lines]):
        if before and layout.continues(before, line):
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
    parts = [pieces[0]]
    for before, piece in pairwise(pieces):
        parts.append(piece if before.endswith("-") and before[-2:-1].isalnum() else f" {piece}")
    return "".join(parts)
