"""The end of a plan: recipients, the signatory's lines and name, what is left over."""

import re
from dataclasses import dataclass, field

from .labels import DASH, PLUS, label_of
from .lines import Line
from .phrases import is_caps, without_last_mark

RECIPIENTS = re.compile(r"nơi nhận\s*:?\s*", re.IGNORECASE)
COLUMNS = re.compile(r"\t+|\s{3,}")
CAPACITY = re.compile(r"(?P<capacity>(?:KT|TM|TL|TUQ)\s?\.|[TK]/[MTL]\.?)\s*(?P<on>.*)")
POSITION = re.compile(
    r"(?:(?:KT|TM|TL|TUQ|Q)\s?\.|[TK]/[MTL]|(?:phó |quyền )?(?:chủ tịch|giám đốc|hiệu trưởng|trưởng|chánh"
    r"|tổng giám đốc|viện trưởng"
    r"|bí thư|chủ nhiệm|tổng biên tập|cục trưởng|chi cục trưởng|thủ trưởng|bộ trưởng|thứ trưởng)\b)",
    re.IGNORECASE,
)
NAME = re.compile(r"(?:[^\W\d_]{1,7}\.\s?){0,3}[A-ZĐÀ-Ỹ][^\W\d_]*(?:[\s-]+[A-ZĐÀ-Ỹ][^\W\d_]*){1,6}")
SIGNED = re.compile(r"[\[(].*[\])]|đã ký", re.IGNORECASE)
LAST = re.compile(r"lưu\s*:", re.IGNORECASE)
SEVERAL = re.compile(r";\s+(?=[-–]\s)")
END = "./."
LINES = 3


@dataclass
class Tail:
    recipients: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    name: str | None = None
    unread: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)

    def signatory(self) -> dict:
        capacities = [(at, CAPACITY.match(line)) for at, line in enumerate(self.lines)]
        last = next(((at, found) for at, found in reversed(capacities) if found), None)
        below = self.lines[last[0] + 1 :] if last else self.lines
        return {
            "lines": self.lines,
            "capacity": last[1]["capacity"].replace(" ", "") if last else None,
            "on_behalf_of": (last[1]["on"] or None) if last else None,
            "position": below[-1] if below else None,
            "name": self.name,
        }


def cut_tail(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The body's lines, and those of recipients and signature."""
    place = tail_place(lines)
    return lines[:place], lines[place:]


def tail_place(lines: list[Line]) -> int:
    named = [at for at, line in enumerate(lines) if RECIPIENTS.match(line.text) and not label_of(line.text)]
    place = named[-1] if named else after_end(lines)
    start = next((at for at in range(max(0, place - 8), place) if signs(lines[at].text)), place)
    return start


def after_end(lines: list[Line]) -> int:
    ends = [at for at, line in enumerate(lines) if line.text.endswith(END)]
    return ends[-1] + 1 if ends else len(lines) - signature_length(lines)


def signature_length(lines: list[Line]) -> int:
    """Without recipients and end mark: the last lines from the signer's position on."""
    last = lines[-8:]
    return next((len(last) - at for at, line in enumerate(last) if signs(line.text)), 0)


def signs(text: str) -> bool:
    return is_caps(text) and POSITION.match(text) is not None


def read_tail(lines: list[Line]) -> Tail:
    tail, signature, naming = Tail(), [], False
    for piece in pieces_of(lines):
        label = label_of(piece)
        if RECIPIENTS.match(piece):
            naming, rest = True, RECIPIENTS.sub("", piece, count=1)
            take_recipient(tail, rest)
        elif naming and label and label.kind in (DASH, PLUS):
            take_recipient(tail, label.rest)
        elif naming and continues_recipient(tail, piece):
            tail.recipients[-1] = without_last_mark(f"{tail.recipients[-1]} {piece}")
            tail.written[-1] = f"{tail.written[-1]} {piece}"
        elif naming and not signature and (piece.endswith(";") or LAST.match(piece)):
            take_recipient(tail, piece)
        else:
            signature.append(piece)
    read_signature(tail, signature)
    return tail


def pieces_of(lines: list[Line]) -> list[str]:
    """Two columns on one line are two pieces; so are two recipients on one line."""
    columns = [" ".join(piece.split()) for line in lines for piece in columns_of(line)]
    return [piece for column in columns for piece in SEVERAL.split(column) if piece]


def columns_of(line: Line) -> list[str]:
    """A tab behind the dash of an item parts no columns."""
    return COLUMNS.split(re.sub(r"^([-–+•])\s+", r"\1 ", line.raw or line.text))


def take_recipient(tail: Tail, text: str) -> None:
    if name := without_last_mark(text):
        tail.recipients.append(name)
        tail.written.append(text)


def continues_recipient(tail: Tail, piece: str) -> bool:
    if not tail.recipients or (piece.endswith(".") and is_caps(piece)):
        return False
    open_end = not tail.written[-1].endswith((";", ".")) and not LAST.match(tail.written[-1])
    return open_end and not is_caps(piece) and (piece[0].islower() or piece.endswith((";", ".")))


def read_signature(tail: Tail, pieces: list[str]) -> None:
    named = None
    for piece in pieces:
        if named is not None:
            tail.after.append(piece)
        elif (is_caps(piece) or POSITION.match(piece)) and len(tail.lines) < LINES and not tail.unread:
            tail.lines.append(piece)
        elif NAME.fullmatch(piece) and not SIGNED.match(piece):
            named = piece
        else:
            tail.unread.append(piece)
    tail.name = named or name_in_capitals(tail)


def name_in_capitals(tail: Tail) -> str | None:
    """NGUYỄN VĂN A below a position is the name."""
    if len(tail.lines) > 1 and not POSITION.match(tail.lines[-1]) and NAME.fullmatch(tail.lines[-1].title()):
        return tail.lines.pop()
    return None
