"""The documents a plan rests on, in its preamble and under "Nhiệm vụ chung"."""

import re
from dataclasses import dataclass, replace

from .bodies import level_of
from .dates import iso
from .phrases import without_last_mark

KINDS = (
    r"(?:Bộ [Ll]uật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị"
    r"|Kế hoạch|Chương trình"
    r"|Hướng dẫn|Công văn|Văn bản|Thông báo|Kết luận|Quy định|Quy chế|Đề án|Công điện|Thông tri|Điều lệ"
    r"|Báo cáo)"
)
DATED = (
    r"(?:,?\s+(?:ký\s+)?ngày\s+(?P<d>\d{1,2})(?:\s?[/.]\s?|\s+tháng\s+)(?P<m>\d{1,2})(?:\s?[/.]\s?"
    r"|\s+năm\s+)(?P<y>\d{4}))?"
)
NUMBERED = re.compile(
    rf"(?P<kind>{KINDS})(?P<name>\s+(?:(?!{KINDS})[^;\d]){{0,90}}?)?\s*(?P<so>số\s*:?\s*)?"
    rf"(?P<reference>\d{{1,5}}(?:/\d{{4}})?[-/](?=[A-ZĐ])[\w&/.-]*\w)(?:\s*\([^)]{{0,40}}\))?{DATED}",
    re.IGNORECASE,
)
UNNUMBERED = re.compile(
    r"(?P<kind>Bộ luật|Luật|Pháp lệnh|Nghị quyết|Điều lệ|Hiến pháp|Chương trình|Đề án|Quy chế|Kết luận"
    r"|Kế hoạch"
    r"|Quy định)(?P<name>\s[^;.]{2,200}?)"
    r"(?=$|;|\.(?:\s|$)|\s+và\s+(?:Luật|Nghị|Quyết định|Thông tư|Kế hoạch|Chỉ thị))"
)
REFERENCE = re.compile(r"\d[-/](?=[A-ZĐ])|\d/\d{4}/")
LAW_DATE = re.compile(
    r"ngày\s+(?P<d>\d{1,2})(?:\s?[/.]\s?|\s+tháng\s+)(?P<m>\d{1,2})(?:\s?[/.]\s?|\s+năm\s+)(?P<y>\d{4})"
)
ISSUED_WITH = re.compile(rf"({KINDS})\b[^;]{{0,200}}?(?:ban hành )?(?:kèm )?theo\s+$")
OPENING = re.compile(
    r"(?:[-–+\s]|căn cứ|thực hiện|triển khai|tiếp tục|theo|vào|các|tại|nội dung|tinh thần|trên cơ sở"
    r"|quán triệt|nghiêm túc|nghiêm|có hiệu quả|hiệu quả|tốt|và|,)*",
    re.I,
)
JOINS = re.compile(r"(?:\bvà|,)\s*$")
INNER = re.compile(r"(?:một số điều|thi hành|kèm theo|sửa đổi|bổ sung|thay thế)\b[^;]*$", re.IGNORECASE)
OF = re.compile(r"\s*,?\s*của\s+(?P<body>[^,;.]{2,120})")
OF_ENDS = re.compile(r"\s+(?:về|ban hành|phát động|triển khai|tổ chức|quy định|thực hiện|hướng dẫn)\b")
# Whose turn it is to speak after the grounds: ", Sở Công Thương xây dựng kế hoạch …".
SPEAKER = re.compile(
    r",\s+(?=[A-ZĐÀ-Ỹ][^,;]{2,100}?\s(?:xây dựng|ban hành|phát động|triển khai|tổ chức|đề ra|lập)\s)"
)


@dataclass(frozen=True)
class Cited:
    """A document as a paragraph names it: its own words, and all that is said of it."""

    kind: str
    reference: str | None
    dated: str | None
    short: str
    start: int
    end: int
    has_so: bool
    bad_date: bool = False


def cited_in(text: str) -> list[Cited]:
    """The documents a paragraph rests on; those that only explain another one are left out."""
    found, place = [], 0
    for segment in text.split(";"):
        found += cited_in_segment(text, place, place + len(segment))
        place += len(segment) + 1
    return found


def cited_in_segment(text: str, start: int, stop: int) -> list[Cited]:
    found = unnumbered_in(text, start, stop)
    for match in NUMBERED.finditer(text, found[-1].end if found else start, stop):
        before = text[found[-1].end if found else start : match.start()]
        opens = not found and (OPENING.fullmatch(before) or opened(before))
        if opens or (found and JOINS.search(before) and not INNER.search(before)):
            found.append(numbered(match))
        elif not found and (lead := issued_with(text, start, match)):
            found.append(lead)
    return found


def issued_with(text: str, start: int, match: re.Match) -> Cited | None:
    """ "A paper "ban hành kèm theo Quyết định số …" goes by the number of that decision."""
    lead = ISSUED_WITH.match(text, OPENING.match(text, start).end(), match.start())
    return (
        replace(numbered(match), kind=lead[1], start=lead.start(), short=text[lead.start() : match.end()])
        if lead
        else None
    )


def opened(before: str) -> bool:
    """ "Căn cứ ý kiến chỉ đạo của … tại Công văn số …"."""
    return OPENING.match(before).end() > 3 and before.rstrip().endswith("tại")


def numbered(match: re.Match) -> Cited:
    day = iso(int(match["y"]), int(match["m"]), int(match["d"])) if match["y"] else None
    return Cited(
        match["kind"],
        match["reference"],
        day,
        match[0],
        match.start(),
        match.end(),
        bool(match["so"]),
        bad_date=bool(match["y"]) and day is None,
    )


def unnumbered_in(text: str, start: int, stop: int) -> list[Cited]:
    """A law, or a resolution of a congress, that the segment names first and without number."""
    opening = OPENING.match(text, start, stop).end()
    match = UNNUMBERED.match(text, opening, stop)
    if not match or (start == 0 and not re.search(r"[^\W\d_]", text[:opening])) or REFERENCE.search(match[0]):
        return []
    dated = LAW_DATE.search(match[0])
    day = iso(int(dated["y"]), int(dated["m"]), int(dated["d"])) if dated else None
    bad = bool(dated) and day is None
    return [Cited(match["kind"], None, day, match[0], match.start(), match.end(), True, bad)]


def bases_of(preamble: list[str], clauses: list, issuer: str | None) -> list[dict]:
    """`clauses`: those under "Nhiệm vụ chung"."""
    found = []
    for place, text in enumerate(preamble):
        found += bases_in(text, issuer, {"clause": None, "paragraph": place})
    for clause in clauses:
        found += bases_in(clause.words, issuer, {"clause": clause.path, "paragraph": None})
    return found


def bases_in(text: str, issuer: str | None, where: dict) -> list[dict]:
    cited = cited_in(text)
    return [
        {
            "reference": each.reference,
            "dated": each.dated,
            "text": each.short if len(cited) > 1 else full_text(text, each),
            "relation": relation(text, each, issuer),
            **where,
        }
        for each in cited
    ]


def full_text(text: str, cited: Cited) -> str:
    stop = text.find(";", cited.end)
    stop = len(text) if stop < 0 else stop
    speaker = SPEAKER.search(text, cited.end, stop)
    return without_last_mark(text[cited.start : speaker.start() if speaker else stop])


def relation(text: str, cited: Cited, issuer: str | None) -> str:
    """parent_plan: a kế hoạch of a body above the issuer."""
    if cited.kind.lower() != "kế hoạch" or not cited.reference or not issuer:
        return "basis"
    if re.match(r"ủy ban|uỷ ban|ubnd", issuer, re.I) and not OF.match(text, cited.end):
        return "basis"
    own, other = level_of(issuer), level_of(body_of(text, cited))
    return "parent_plan" if own is not None and other is not None and other < own else "basis"


def body_of(text: str, cited: Cited) -> str:
    """The body after "của", else what the symbol says."""
    named = OF.match(text, cited.end)
    if named:
        return OF_ENDS.split(named["body"], maxsplit=1)[0]
    return "tỉnh" if re.split(r"[-/]", cited.reference)[-1] == "UBND" else ""
