"""Whom a plan addresses, by the set phrases that such plans use.

Codes are those of `units.enums` (UnitKind, Category). A sentence without any of the phrases gives an
empty `TargetSpec`: a person decides on the checking page.
"""

import re
import unicodedata
from dataclasses import dataclass

# "thuộc Sở", "thuộc Ủy ban nhân dân huyện": whose units they are, not which kind.
OWNER = re.compile(
    r"\bthuộc,?\s+(?:trực thuộc\s+)?(?:ủy ban nhân dân\s+)?(?:các\s+|cấp\s+)?"
    r"(?:sở|huyện|tỉnh|thành phố|xã|ngành|bộ|ủy ban nhân dân)\b"
)
# "cá nhân của doanh nghiệp": people of enterprises, not enterprises.
OF_OUTSIDERS = re.compile(
    r"\b(?:cá nhân|người lao động|công nhân)\s+(?:của|trong|thuộc)\s+(?:các\s+)?doanh nghiệp"
)
# "cơ quan, đơn vị", "cấp xã" and offices named after a sở say nothing about the kind of a unit.
NOT_SO = r"(?<!lãnh đạo )(?<!giám đốc )(?<!văn phòng )(?<!của )"

UNIT_KINDS = {
    "phong": r"phòng",
    "don_vi": r"(?:cơ quan,? )?đơn vị",
    "xa": r"ủy ban nhân dân (?:cấp |các )?(?:xã|phường)|các (?:xã|phường)|thị trấn|đặc khu",
    "so": NOT_SO + r"sở\b(?!,? ngành kinh tế)",
    "huyen": r"ủy ban nhân dân (?:cấp |các )?huyện|các huyện",
    "doan_the": r"đoàn thể|mặt trận tổ quốc|công đoàn",
    "doanh_nghiep": r"doanh nghiệp",
}
CATEGORIES = {
    "can_bo": r"cán bộ",
    "cong_chuc": r"công chức",
    "vien_chuc": r"viên chức",
    "nguoi_lao_dong": r"người lao động|, lao động",
    "khong_chuyen_trach": r"không chuyên trách",
}
OUTSIDERS = r"tầng lớp nhân dân|nhân dân trong|người dân|doanh nghiệp|ngoài ngành|ngoài hệ thống"


@dataclass(frozen=True)
class TargetSpec:
    """`unit_kinds` bind collectives, `categories` bind individuals; an empty set binds nothing.

    `outsiders`: people and bodies that are no part of the issuer may take part too.
    """

    collective: bool = False
    individual: bool = False
    unit_kinds: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    outsiders: bool = False

    @property
    def understood(self) -> bool:
        return self.collective or self.individual


def understand_target(text: str) -> TargetSpec:
    """The sentence of one target group, read by its phrases."""
    words = folded(text)
    categories = named(CATEGORIES, words)
    outsiders = says(OUTSIDERS, words)
    individual = bool(categories) or says(r"cá nhân|mọi người|tầng lớp nhân dân", words)
    kinds = named(UNIT_KINDS, OWNER.sub(" ", OF_OUTSIDERS.sub(" ", words)))
    collective = says(r"tập thể", words) or any(map(units_alone, words.split(";")))
    return TargetSpec(collective, individual, kinds if collective else frozenset(), categories, outsiders)


def units_alone(words: str) -> bool:
    """Kinds of unit, and nobody who works in them: "các phòng; công chức của các phòng" names both."""
    people = named(CATEGORIES, words) or says(r"cá nhân|mọi người|tầng lớp nhân dân", words)
    return not people and bool(named(UNIT_KINDS, OWNER.sub(" ", OF_OUTSIDERS.sub(" ", words))))


def folded(text: str) -> str:
    words = " ".join(unicodedata.normalize("NFC", text).lower().split())
    return words.replace("uỷ ban", "ủy ban").replace("ubnd", "ủy ban nhân dân")


def named(phrases: dict[str, str], words: str) -> frozenset[str]:
    return frozenset(code for code, pattern in phrases.items() if says(pattern, words))


def says(pattern: str, words: str) -> bool:
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", words) is not None
