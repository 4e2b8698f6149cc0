"""Whom a task names: `Văn phòng sở`, `các phòng chuyên môn, đơn vị thuộc Sở`."""

import re

from thiduakt.vietnamese.text import search_key

# "Các phòng, đơn vị", "các cá nhân, tập thể có liên quan", "đơn vị thành viên trong Khối".
EVERYBODY = re.compile(r"^(?:(?:ca nhan )?cac |moi |tat ca |thu truong cac |don vi thanh vien)")


def names_everybody(owner: str) -> bool:
    """A phrase for all units at once."""
    return bool(EVERYBODY.match(search_key(owner)))


def best_named(owner: str, names: dict[int, list[str]]) -> int | None:
    """The unit that an owner names, by key: the one whose name differs least; None when none fits.

    `names`: a unit's names by its key. Words are compared whole and from the first one:
    `Văn phòng sở` is `Văn phòng`, `Phòng Nội vụ` is `Phòng Nội vụ huyện Ninh Phước`.
    """
    said = search_key(owner).split()
    found = [
        (abs(len(words) - len(said)), key)
        for key, all_names in names.items()
        for words in (search_key(name).split() for name in all_names)
        if words and said and starts(words, said)
    ]
    return min(found)[1] if found else None


def starts(one: list[str], other: list[str]) -> bool:
    short, long = sorted((one, other), key=len)
    return long[: len(short)] == short
