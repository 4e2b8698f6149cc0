"""Who does a task, cut into bodies."""

import re

from .bodies import STARTS
from .phrases import without_last_mark

CONNECTS = re.compile(
    r",?\s*(?:\(chủ trì\)|\bchủ trì\b)?,?\s*\b(?:phối hợp(?: chặt chẽ)?(?: cùng)?(?: với)?|cùng với)\s+"
    r"|,?\s*\(?\bchủ trì\b\)?,?\s*",
    re.IGNORECASE,
)
PLURAL = re.compile(
    r"^(?:(?:trưởng|thủ trưởng|giám đốc|hiệu trưởng|lãnh đạo|người đứng đầu)\s+)?(?:các|những|toàn thể"
    r"|tất cả|cá nhân các|phòng|cơ quan|mọi|ủy ban nhân dân các)\b",
    re.IGNORECASE,
)
# Small words that go on with a list of kinds of bodies: "các phòng, đơn vị", "các sở, ban, ngành".
GOES_ON = re.compile(
    r"(?:cụm|khối|chi nhánh|khoa|lớp|cơ quan|đơn vị|tổ chức|tập thể|cá nhân|ban|ngành|đoàn thể"
    r"|địa phương|phường|xã|thị trấn"
    r"|đặc khu|phòng|trường|bộ phận|hội"
    r"|doanh nghiệp|viên chức|công chức|người lao động|thành phố|huyện|thị xã|thành|thị|tổ|khu phố"
    r"|tổ dân phố"
    r"|buôn|bản|ấp|khóm|thôn|trạm"
    r"|cán bộ|nhân viên|giáo viên|trung tâm)\b"
)
OFFICE = re.compile(r"(?:Phòng|Sở|Ban|Hội đồng|Trung tâm|Chi cục)\b")
BRACKET = re.compile(r"\s*\([^()]*\)")


def owners_of(text: str) -> list[str]:
    """Cut at `;`, else at `,` outside a list of kinds; "chủ trì" and "phối hợp với" fall away."""
    plain = BRACKET.sub("", re.sub(r"\((?=(?:chủ trì|phối hợp)\))", "", text))
    pieces = [piece.strip() for piece in CONNECTS.split(plain)]
    cut = [part for piece in pieces for part in (piece.split(";") if ";" in plain else commas(piece))]
    return [name for part in cut if (name := without_last_mark(part.strip(" ,-")))]


def commas(piece: str) -> list[str]:
    names: list[str] = []
    for part in piece.split(","):
        if names and (listed(names[-1].strip(), part.strip()) or named(names[-1].strip(), part.strip())):
            names[-1] = f"{names[-1]},{part}"
        else:
            names.append(part)
    return names


def listed(before: str, part: str) -> bool:
    """ "các phòng, đơn vị": kinds of bodies, not bodies; "Hội đồng thi đua, khen thưởng" is one."""
    if before.lower().endswith("thi đua"):
        return part.lower().startswith("khen thưởng")
    return bool(PLURAL.match(before) and GOES_ON.match(part))


def named(before: str, part: str) -> bool:
    """ "Phòng Kinh tế, Hạ tầng và Đô thị" is one name: what follows the comma begins no body."""
    return bool(OFFICE.match(before)) and part[:1].isupper() and not STARTS.match(part)
