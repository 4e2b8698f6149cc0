"""What of a criterion can be measured; what cannot is left to a person."""

import re

from .awards import title_code
from .phrases import folded

RATED = re.compile(
    r"(?:xếp loại|đạt loại|đạt mức|xếp mức|đạt xếp loại|được đánh giá)\s+(?:chất lượng\s+)?(?:ở mức\s+"
    r"|từ\s+|mức\s+|loại\s+)?[“\"']?"
    r"(?P<rating>(?:hoàn thành\s+(?:xuất sắc|tốt)?\s*nhiệm vụ)|xuất sắc|tốt|khá|trung bình)",
    re.IGNORECASE,
)
DONE = re.compile(
    r"hoàn thành\s+(?P<how>xuất sắc"
    r"|tốt)\s+(?:[^.;()]{0,40}?nhiệm vụ\s+[^.;()]{0,30}?được giao trong năm|nhiệm vụ năm học(?! sau| tới)"
    r"|nhiệm vụ trở lên)\b"
)
REFORM = re.compile(r"cải cách hành chính|cchc|kiểm soát thủ tục hành chính")
CODES = {"xuất sắc": "HTXSNV", "tốt": "HTTNV", "khá": "HTNV", "hoàn thành nhiệm vụ": "HTNV"}
RISES = re.compile(
    r"(?:tăng|cải thiện|nâng)\s+(?:về\s+|thêm\s+|ít nhất\s+)?(?:\d+\s+)?(?:điểm|bậc|hạng|thứ hạng|vị trí)",
    re.IGNORECASE,
)
OR_RANK = re.compile(
    r"(?:điểm|bậc|hạng)(?:\s+số)?\s+(?:hoặc|và/hoặc)\s+(?:tăng\s+|nâng\s+|cải thiện\s+)?(?:bậc|thứ hạng"
    r"|hạng|vị trí|điểm)",
    re.IGNORECASE,
)
INDICATOR = re.compile(r"\b(?:PAR\s?INDEX|[A-Z]{2,8}\s(?:INDEX|Index)|ICT Index|[A-Z]{3,9})\b")
ADMINISTRATIVE = {
    *(
        "UBND",
        "HĐND",
        "CCHC",
        "TTHC",
        "HTXSNV",
        "HTTNV",
        "HTNV",
        "UBMTTQ",
        "MTTQ",
        "CBCC",
        "CBCCVC",
        "CCVC",
        "GDP",
        "TCVN",
        "ISO",
    ),
    *("NQ", "KH", "CT", "TW", "INDEX", "THCS", "THPT", "VNEID"),
}
PERCENT = re.compile(r"(?<![\d.,])(?P<percent>\d{1,3})(?:[.,]\d+)?\s?%")
# A rise, a fall or an upper bound is no share to reach.
NO_GOAL = re.compile(r"(?:tăng|giảm|dưới|không quá|tối đa|thấp hơn|vượt)\s+(?:\S+\s+){0,2}$")
NONE_OF = re.compile(r"\bkhông\s+(?:có|vi phạm|để)\b", re.IGNORECASE)
EXISTS = re.compile(
    r"^(?:đã\s+)?(?:có|ban hành)\s+(?:văn bản\s+)?(?:ban hành\s+)?(?:kế hoạch|chương trình|quy chế"
    r"|quyết định|văn bản|báo cáo)\b",
    re.I,
)
RECOGNISED = re.compile(
    r"(?:sáng kiến|giải pháp|đề tài)[^.;]{0,400}?\bcông nhận\b|\bcông nhận (?:có )?(?:là )?(?:sáng kiến"
    r"|đề tài)",
    re.IGNORECASE,
)
# "… công nhận hoặc hoàn thành xuất sắc nhiệm vụ": not all must be met.
EITHER = re.compile(r"\bhoặc (?:hoàn thành|đạt|được|có (?!giải pháp|đề tài|sáng kiến))", re.IGNORECASE)
HELD = re.compile(
    r"(?:đạt|được (?:công nhận|tặng|xét tặng)|có|là)\s+(?:danh hiệu\s+|quyết định[^.;]{0,40}?danh hiệu\s+)",
    re.IGNORECASE,
)

# "50% thành viên đạt danh hiệu …": the share is the measure, the collective itself holds no such title.
OF_MEMBERS = re.compile(
    r"%\s+(?:\S+\s+){0,3}?(?:thành viên|cá nhân|cán bộ|công chức|viên chức|giáo viên|người|đoàn viên"
    r"|đảng viên)\b",
    re.IGNORECASE,
)


def measures_of(text: str, disqualifiers: list[dict]) -> list[dict]:
    """`text` without what excludes; a threshold there makes the whole criterion a person's."""
    if any(each["percent"] is not None for each in disqualifiers) or EITHER.search(text):
        return []
    readers = (rating, indicator_rise, percent, none_of, document_exists, initiative, title_held)
    return [found for reader in readers if (found := reader(text))]


def rating(text: str) -> dict | None:
    words = folded(text)
    rated, done = RATED.search(text), DONE.search(words)
    if rated:
        written = rated["rating"]
        if REFORM.search(words) and not folded(written).startswith("hoàn thành"):
            return {"kind": "rating_at_least", "scale": "cchc", "rating": written}
        return {"kind": "rating_at_least", "scale": "nhiem_vu", "rating": code_of(written)}
    return {"kind": "rating_at_least", "scale": "nhiem_vu", "rating": CODES[done["how"]]} if done else None


def code_of(written: str) -> str:
    words = folded(written)
    return next((code for word, code in CODES.items() if word in words), "HTNV")


def indicator_rise(text: str) -> dict | None:
    if not RISES.search(text):
        return None
    names = [name for name in INDICATOR.findall(text) if name not in ADMINISTRATIVE]
    return (
        {"kind": "indicator_rise", "indicators": names, "or_rank": bool(OR_RANK.search(text))}
        if names
        else None
    )


def percent(text: str) -> dict | None:
    """The first share to reach: "đúng hạn 100%", "từ 98% trở lên"."""
    words = folded(text)
    goals = (found for found in PERCENT.finditer(words) if not NO_GOAL.search(words[: found.start()]))
    found = next(goals, None)
    return {"kind": "percent_at_least", "percent": int(found["percent"])} if found else None


def none_of(text: str) -> dict | None:
    return {"kind": "none_of"} if NONE_OF.search(text) else None


def document_exists(text: str) -> dict | None:
    return {"kind": "document_exists"} if EXISTS.search(text) else None


def initiative(text: str) -> dict | None:
    return {"kind": "initiative_recognised"} if RECOGNISED.search(text) else None


def title_held(text: str) -> dict | None:
    held = None if OF_MEMBERS.search(text) else HELD.search(text)
    code = title_code(text[held.end() :]) if held else None
    return {"kind": "title_held", "award": code} if code else None
