"""Whom words speak of: collectives, individuals, heads of units."""

import re

from .awards import first_title
from .phrases import folded

COLLECTIVE = re.compile(r"tập thể")
INDIVIDUAL = re.compile(r"cá nhân")
HEADS = re.compile(
    r"(?:đối với|tiêu chí|tiêu chuẩn|dành cho|cho|của) (?:các )?(?:cá nhân |cán bộ "
    r"|công chức )?(?:(?:là|giữ chức vụ) )?"
    r"(?:các )?(?:người đứng đầu|thủ trưởng|lãnh đạo|trưởng|tổ trưởng|hiệu trưởng|giám đốc|chủ tịch"
    r"|bí thư|cấp trưởng)"
    r"|^(?:cá nhân là )?người đứng đầu"
)
UNITS = re.compile(
    r"(?:đối với|khối) (?:các )?(?:cơ quan|đơn vị|phòng|ban|sở|huyện|tổ|trường|xã|phường|thị trấn|thôn"
    r"|lớp|khoa|chi bộ|chi đoàn"
    r"|đảng bộ|doanh nghiệp|công đoàn|khu dân cư|trạm|trung tâm)\b"
)
PEOPLE = re.compile(
    r"đối với (?:các )?(?:cán bộ|công chức|viên chức|giáo viên|người lao động|học sinh|sinh viên"
    r"|đảng viên|đoàn viên|nhân viên"
    r"|chiến sĩ|hội viên|nông dân|công nhân)"
)
# "của phòng, cá nhân được phân công": both.
BOTH = re.compile(r"(?:phòng|đơn vị|cơ quan|tổ chức)(?:, | và |, đơn vị và )cá nhân")
# "1. Lao động tiên tiến": a title is for persons or for collectives.
OF_TITLES = {
    **dict.fromkeys(("CSTDTQ", "CSTDT", "CSTDB", "CSTDCS", "LDTT"), "individual"),
    **dict.fromkeys(("TTLDXS", "TTLDTT"), "collective"),
}


def group_of_words(text: str) -> str | None:
    """collective or individual when the words name one of them alone."""
    words = folded(text)
    collective, individual = COLLECTIVE.search(words), INDIVIDUAL.search(words)
    if bool(collective) == bool(individual) or BOTH.search(words):
        return None
    return "collective" if collective else "individual"


def group_of_title(title: str) -> str | None:
    """The group that a heading gives to all below it."""
    words = folded(title)
    if HEADS.search(words):
        return "head"
    named = group_of_words(words) or OF_TITLES.get(first_title(words) or "")
    return named or ("collective" if UNITS.search(words) else "individual" if PEOPLE.search(words) else None)
