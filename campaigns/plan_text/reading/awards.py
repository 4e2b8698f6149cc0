"""Forms and titles that a plan names, who gives them, and for how many."""

import re
from dataclasses import dataclass

from .bodies import STARTS, level_of
from .phrases import folded, without_last_mark

# Phrase → the plan's word for it; where that leaves the catalogue's code open, the authority tells it.
FORMS = (
    ("CSTDTQ", r"chiến sĩ thi đua toàn quốc|cstđ toàn quốc"),
    ("CSTDT", r"chiến sĩ thi đua (?:cấp )?(?:tỉnh|thành phố)|cstđ (?:cấp )?tỉnh"),
    ("CSTDB", r"chiến sĩ thi đua (?:cấp )?(?:bộ|ngành)|cstđ (?:cấp )?bộ"),
    ("CSTDCS", r"chiến sĩ thi đua (?:cấp )?cơ sở|cstđ ?(?:cấp )?(?:cơ sở|cs)"),
    ("TTLDXS", r"tập thể lao động xuất sắc|đơn vị quyết thắng"),
    ("TTLDTT", r"tập thể lao động tiên tiến|đơn vị tiên tiến"),
    ("LDTT", r"lao động tiên tiến|chiến sĩ tiên tiến"),
    ("XPTB", r"(?:xã|phường|đặc khu)(?:, (?:xã|phường|đặc khu|thị trấn))* tiêu biểu"),
    ("THONVH", r"(?:thôn|tổ dân phố|khu dân cư)(?:, (?:thôn|tổ dân phố|ấp|bản|khu phố))* văn hóa"),
    ("GDVH", r"gia đình văn hóa"),
    ("CTD", r"cờ thi đua"),
    ("KNC", r"kỷ niệm chương"),
    ("BK", r"bằng khen"),
    ("GK", r"giấy khen"),
)
NAMES = re.compile("|".join(rf"(?P<{code}>\b(?:{words})\b)" for code, words in FORMS))
TITLES = {"CSTDTQ", "CSTDT", "CSTDB", "CSTDCS", "TTLDXS", "TTLDTT", "LDTT", "XPTB", "THONVH", "GDVH"}
AFTER = re.compile(
    r"[”\"]?\s+của\s+(?P<body>[^,;.:()]{2,100}?)(?=\s+(?:cho|đối với|và|hoặc|tặng|năm|về|theo|tối đa"
    r"|không quá|với|là|để|tại)\b|[,;.:()]|$)"
)
GIVES = re.compile(
    r"(?:\s+(?:xem xét|quyết định|xét|sẽ|ban hành quyết định))*,?\s+(?:tặng|trao|khen thưởng"
    r"|công nhận)(?:\s+thưởng)?\b[^.;]{0,60}$"
)
ASKS = re.compile(r"(?:đề nghị|trình|đề xuất|đăng ký|kiến nghị)(?:\s+(?:với|lên))?(?:\s+|$)")


@dataclass(frozen=True)
class Named:
    """A form named in a sentence: `form` the plan's word, `type` the catalogue's code or None."""

    form: str
    type: str | None
    authority: str | None
    start: int
    end: int


def title_code(text: str) -> str | None:
    """The title that the words begin with."""
    found = NAMES.search(folded(text)[:80])
    return found.lastgroup if found and found.lastgroup in TITLES else None


def first_title(text: str) -> str | None:
    found = next((each for each in NAMES.finditer(folded(text)) if each.lastgroup in TITLES), None)
    return found.lastgroup if found else None


def named_in(text: str) -> list[Named]:
    words = folded(text)
    return [named(text, found) for found in NAMES.finditer(words)] if len(words) == len(text) else []


def named(text: str, found: re.Match) -> Named:
    authority = authority_of(text, found)
    return Named(found.lastgroup, type_of(found.lastgroup, authority), authority, found.start(), found.end())


def authority_of(text: str, found: re.Match) -> str | None:
    after = AFTER.match(text, found.end())
    if after:
        return without_last_mark(after["body"])
    start = max(text.rfind(mark, 0, found.start()) for mark in (". ", "; ", ": ", "(")) + 1
    before = text[max(start, found.start() - 200) : found.start()].strip()
    gives = GIVES.search(before)
    subject = before[: gives.start()] if gives else ""
    asks = list(ASKS.finditer(subject.lower()))
    subject = subject[asks[-1].end() :] if asks else subject
    subject = subject.strip(" ,-–")
    return subject if STARTS.match(subject) or level_of(subject) is not None else None


def type_of(form: str, authority: str | None) -> str | None:
    """Bằng khen and cờ thi đua differ by who gives them."""
    who = folded(authority or "")
    if form == "BK":
        return by_authority(who, "BKTTG", "BKT", "BKB")
    if form == "CTD":
        return by_authority(who, "CTDCP", "CTDT", "CTDB")
    return form


def by_authority(who: str, government: str, province: str, ministry: str) -> str | None:
    if "thủ tướng" in who or "chính phủ" in who:
        return government
    if "bộ trưởng" in who or re.match(r"bộ\b", who):
        return ministry
    return province if re.search(r"^cấp tỉnh|(?:ủy ban nhân dân|ubnd) (?:tỉnh|thành phố)", who) else None
