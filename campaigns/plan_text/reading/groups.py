"""Whom words speak of: collectives, individuals, heads of units."""

import re

from .phrases import folded

COLLECTIVE = re.compile(r"tập thể")
INDIVIDUAL = re.compile(r"cá nhân")
# "của phòng, cá nhân được phân công": both.
BOTH = re.compile(r"(?:phòng|đơn vị|cơ quan|tổ chức)(?:, | và |, đơn vị và )cá nhân")


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
    if re.search(
        r"đối với .{0,40}(?:người đứng đầu|thủ trưởng)|(?:tiêu chí|cho|của) (?:cá nhân là )?người đứng đầu",
        words,
    ):
        return "head"
    return group_of_words(words) or plain_group(words)


def plain_group(words: str) -> str | None:
    if re.search(
        r"đối với (?:các )?(?:cơ quan|đơn vị|phòng|tổ chuyên môn|trường|xã|phường|thôn|lớp|tổ)\b", words
    ):
        return "collective"
    if re.search(
        r"đối với (?:các )?(?:cán bộ|công chức|viên chức|giáo viên|người lao động|học sinh|đảng viên)", words
    ):
        return "individual"
    return None
