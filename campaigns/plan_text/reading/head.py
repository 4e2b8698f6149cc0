"""The head of a plan: number, place and date, the name that stands there, title, preamble."""

import re
from dataclasses import dataclass, field

from .labels import NUMBERED, label_of
from .lines import Line
from .phrases import count_words, folded, is_caps

TITLE = re.compile(r"k\s?ế\s+h\s?o\s?ạ\s?c\s?h\b[\s:.]*", re.IGNORECASE)
OTHER_PAPER = re.compile(
    r"(?:quyết định|tờ trình|báo cáo|công văn|thông báo|nghị quyết|chỉ thị|hướng dẫn|biên bản|giấy mời"
    r"|quy chế)\W*$",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"^số\s*:?\s*(?P<number>\d{0,5})[\s._…]*(?P<mark>[/-])\s*(?P<symbol>[A-ZĐ][\w&.-]*(?:[/-][\w&.-]+)*)",
    re.I,
)
DATE = re.compile(
    r"(?:(?P<place>[^\W\d_][^,;:]{0,60}),\s*)?(?P<date>ngày[\s.…_]*(?P<day>\d{0,2})[\s.…_]*tháng[\s.…_]*(?P<month>\d{0,2})"
    r"[\s.…_]*năm[\s.…_]*(?P<year>\d{4})?)",
    re.IGNORECASE,
)
STATE = re.compile(
    r"cộng hòa xã hội chủ nghĩa việt nam|độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc|đảng cộng sản việt nam",
    re.I,
)
COLUMNS = re.compile(r"\t+|\s{3,}")
GROUNDS = re.compile(
    r"(?:căn cứ|thực hiện|triển khai thực hiện|tiếp tục thực hiện|nhằm|để|theo|trên cơ sở|xét|hưởng ứng"
    r"|trong|với|kính gửi"
    r"|phát huy|chào mừng|\()",
    re.IGNORECASE,
)
CITES = re.compile(r"(?:căn cứ|thực hiện|triển khai|theo)\b.{0,40}\d", re.IGNORECASE)
TITLE_WORDS = 60
SEARCHED = 60


@dataclass
class Head:
    """`unread`: head lines that no field holds (Quốc hiệu …); `body`: the lines from the first label on."""

    number: int | None = None
    symbol: str | None = None
    place: str | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    names: list[str] = field(default_factory=list)
    number_text: str | None = None
    date_text: str | None = None
    title: str = ""
    preamble: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)

    def as_json(self) -> dict:
        names = ("number", "symbol", "place", "day", "month", "year")
        return {"type": "KH", **{name: getattr(self, name) for name in names}}


def title_place(lines: list[Line]) -> int | None:
    """Where KẾ HOẠCH stands alone or opens the title in capitals; None after another paper's name."""
    for place, line in enumerate(lines[:SEARCHED]):
        found = TITLE.match(line.text)
        if found and (found.end() == len(line.text) or is_caps(found[0])):
            return place
        if OTHER_PAPER.fullmatch(line.text) and is_caps(line.text):
            return None
    return None


def read_head(lines: list[Line], place: int) -> Head:
    """`place` of `title_place`; the lines are paragraphs."""
    head = Head()
    for line in lines[:place]:
        whole = NUMBER.match(line.text) or DATE.search(line.text)
        for piece in [line.text] if whole else COLUMNS.split(line.raw or line.text):
            read_piece(head, " ".join(piece.split()))
    rest = TITLE.sub("", lines[place].text, count=1)
    head.title = rest
    read_below(head, lines[place + 1 :])
    return head


def read_piece(head: Head, piece: str) -> None:
    number, date = NUMBER.match(piece), DATE.search(piece)
    if number and head.symbol is None:
        head.number = int(number["number"]) if number["number"] else None
        head.symbol, head.number_text = number["symbol"], piece[: number.end()]
        piece = piece[number.end() :].strip()
        date = DATE.search(piece)
    if date and head.date_text is None:
        read_date(head, date)
        piece = f"{piece[: date.start()]} {piece[date.end() :]}".strip()
    if piece:
        read_name(head, piece)


def read_date(head: Head, date: re.Match) -> None:
    head.place, head.date_text = date["place"], date["date"]
    for name in ("day", "month", "year"):
        setattr(head, name, int(date[name]) if date[name] else None)


def read_name(head: Head, piece: str) -> None:
    rest = STATE.sub(" ", piece) if STATE.search(folded(piece)) is None else STATE.sub(" ", folded(piece))
    if rest.strip() == piece and is_caps(piece):
        head.names.append(piece)
    head.unread.append(piece)


def read_below(head: Head, lines: list[Line]) -> None:
    """Title lines, then the preamble up to the first label."""
    for place, line in enumerate(lines):
        label = label_of(line.text)
        if label and (label.kind in NUMBERED or not GROUNDS.match(label.rest)):
            head.body = lines[place:]
            return
        if not head.preamble and continues_title(head, line):
            head.title = f"{head.title} {line.text}".strip()
        else:
            head.preamble.append(line.text)


def continues_title(head: Head, line: Line) -> bool:
    if not head.title:
        return True
    if line.text.endswith((".", ";", ":", ",")) or label_of(line.text):
        return False
    if GROUNDS.match(line.text) and (line.gap or CITES.match(line.text)):
        return False
    return count_words(f"{head.title} {line.text}") <= TITLE_WORDS
