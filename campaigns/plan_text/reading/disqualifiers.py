"""What excludes from an award: "không xét khen thưởng … trên 10% …"."""

import re

from .phrases import folded

REFUSES = re.compile(
    r"(?:không|chưa)\s+(?:được\s+)?(?:xem\s+)?(?:xét|đề nghị xét|bình xét|đề nghị khen)(?!\s+(?:duyệt"
    r"|đến|thấy))\b",
    re.IGNORECASE,
)
OVER = re.compile(r"(?:trên|quá|hơn|vượt)\s+(?P<percent>\d{1,3})(?:\s?%|\s+phần trăm)")
BELOW = re.compile(
    r"(?:chưa đạt|không đạt|dưới|thấp hơn|chưa đến|chưa đủ)\s+(?:tỷ lệ\s+)?(?P<percent>\d{1,3})(?:\s?%"
    r"|\s+phần trăm)"
)
UNITS = re.compile(
    r"%\s+(?:tổng\s+)?(?:số\s+)?(?:các\s+)?(?:cơ quan|đơn vị|phòng|xã|trường|tổ chức)"
    r"|đơn vị (?:thuộc, )?trực thuộc",
    re.IGNORECASE,
)
POSTS = re.compile(r"biên chế|cán bộ|công chức|viên chức|người lao động|giáo viên|nhân viên")
EXCEPTION = re.compile(
    r"(?:vì|do)\s+(?:các\s+)?(?:lý do|nguyên nhân|yếu tố)\s+(?:chủ quan|khách quan|bất khả kháng)"
    r"|(?:trừ|ngoại trừ)\s+(?:các\s+)?(?:trường hợp|lý do|khi|những)[^;)]*",
    re.IGNORECASE,
)


def disqualifying_part(text: str) -> str | None:
    """The words from "không xét" to the end of the bracket or of the sentence."""
    refuses = REFUSES.search(text)
    if not refuses:
        return None
    start = text.rfind("(", 0, refuses.start())
    inside = start >= 0 and ")" not in text[start : refuses.start()]
    if inside:
        return text[start + 1 : closing(text, start)].strip()
    begin = max(text.rfind(mark, 0, refuses.start()) for mark in (". ", "; ", ": "))
    return text[begin + 2 if begin >= 0 else 0 :].strip()


def closing(text: str, start: int) -> int:
    """Where the bracket opened at `start` ends; the end of the text when nothing closes it."""
    depth = 0
    for place in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return len(text)


def disqualifiers_of(text: str) -> list[dict]:
    part = disqualifying_part(text)
    pieces = (piece.strip().rstrip(".").strip() for piece in (part or "").split(";"))
    return [disqualifier(piece) for piece in pieces if piece]


def disqualifier(text: str) -> dict:
    over, below = OVER.search(text), BELOW.search(text)
    exception = EXCEPTION.search(text)
    found = over or below
    return {
        "text": text,
        "kind": "share_over" if over else "below" if below else "any",
        "percent": int(found["percent"]) if found else None,
        "exception": exception[0] if exception else None,
        "of": share_of(text, over) if over else None,
    }


def share_of(text: str, over: re.Match) -> str | None:
    after = folded(text[over.start() :])
    if UNITS.match(after[after.find("%") :]) or "đơn vị thuộc, trực thuộc" in after:
        return "subordinate_units"
    return "posts" if POSTS.search(folded(text)) else None
