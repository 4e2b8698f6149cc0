"""Who issues the plan: the name in the head, else who speaks in the preamble."""

import re

from .bodies import STARTS
from .head import Head
from .phrases import folded

# Alone on their line these need the next line: ỦY BAN NHÂN DÂN / XÃ TÂN HÒA.
UNNAMED = re.compile(
    r"(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|đảng ủy|đảng uỷ|hội đồng nhân dân|ban chấp hành)", re.I
)
SPEAKS = re.compile(
    r"\s+(?=(?:đã\s+)?(?:phát động|xây dựng|ban hành|triển khai|tổ chức|đề ra|đề nghị|yêu cầu|lập"
    r"|thống nhất|hướng dẫn|thông báo)\b)"
)
POST = re.compile(
    r"(?:(?:đồng chí|quyền|phó)\s+)?(?:giám đốc|chủ tịch|hiệu trưởng|thủ trưởng|bí thư|cục trưởng"
    r"|chi cục trưởng|viện trưởng"
    r"|trưởng(?=\s+(?:phòng|ban))|tổng giám đốc)\s+",
    re.IGNORECASE,
)
SEGMENT = re.compile(r"(?:^|[;,.]\s+)(?=\S)")
LEVEL = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
NAMED = r"(?P<name>(?:[A-ZĐÀ-Ỹ][^\W_]*|\d{1,2})(?:\s+[A-ZĐÀ-Ỹ][^\W_]*){0,4})"
ENDS_AT_LEVEL = re.compile(rf"\b(?P<level>{LEVEL})$", re.IGNORECASE)
LONGEST = 120
SCHOOL = (
    "tiểu học",
    "trung học cơ sở",
    "trung học phổ thông",
    "mầm non",
    "mẫu giáo",
    "phổ thông",
    "đại học",
    "cao đẳng",
)


def issuer_of(head: Head, texts: list[str]) -> str | None:
    """`texts`: title, preamble and body, where the name may stand in its own letter case."""
    names = whole_names(head.names)
    if names:
        return own_case(names[-1], texts)
    spoken = next((name for text in reversed(head.preamble) if (name := speaker(text))), None)
    return completed(spoken, head) if spoken else None


def whole_names(names: list[str]) -> list[str]:
    """Lines of the head put together: a line that begins no body goes on with the one before."""
    whole: list[str] = []
    for name in names:
        if whole and (UNNAMED.fullmatch(whole[-1]) or not STARTS.match(name)):
            whole[-1] = f"{whole[-1]} {name}"
        else:
            whole.append(name)
    return whole


def speaker(text: str) -> str | None:
    """The body before "phát động", "xây dựng", "ban hành" …, without the post of who signs."""
    starts = [found.end() for found in SEGMENT.finditer(text)]
    for start in reversed(starts):
        verb = SPEAKS.search(text, start, start + LONGEST)
        name = text[start : verb.start()] if verb else ""
        if name[:1].isupper() and STARTS.match(name) and not re.search(r"[;,.]", name):
            return POST.sub("", name, count=1)
    return None


def completed(name: str, head: Head) -> str:
    """Ủy ban nhân dân huyện: which one, the title, the preamble or the place of the head says."""
    level = ENDS_AT_LEVEL.search(name)
    if not level:
        return name
    for text in (head.title, *head.preamble):
        if found := re.search(rf"\b{level['level']}\s+{NAMED}", text):
            return f"{name} {found['name']}"
    return f"{name} {head.place}" if head.place else name


def own_case(name: str, texts: list[str]) -> str:
    """The head writes capitals; the running text usually knows the real letters."""
    wanted = folded(name)
    for text in texts:
        at = folded_find(text, wanted)
        if at is not None and not (written := text[at : at + len(wanted)]).isupper():
            return written[:1].upper() + written[1:]
    return cased(name)


def folded_find(text: str, wanted: str) -> int | None:
    """Folding keeps every length, so a place found in folded words is the place in the text."""
    at = folded(text).find(wanted)
    return at if at >= 0 and len(folded(text)) == len(text) else None


def cased(name: str) -> str:
    words = name.lower().split()
    text = " ".join(words)
    level = re.search(rf"\b{LEVEL}\s+(?=\S+(?:\s\S+){{0,3}}$)", text)
    if level:
        return first_upper(text[: level.end()]) + text[level.end() :].title()
    school = next((kind for kind in SCHOOL if kind in text), None)
    if school:
        start, _, rest = text.partition(school)
        return f"{first_upper(start)}{first_upper(school)}{rest.title()}"
    return re.sub(r"^(\S+\s)(\S)|( và )(\S)", raised, first_upper(text)).replace("Ubnd", "UBND")


def raised(found: re.Match) -> str:
    return (found[1] or found[3]) + (found[2] or found[4]).upper()


def first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
