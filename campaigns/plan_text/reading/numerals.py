"""Numbers written twice, in figures and in words: "05 (năm)"."""

import re
from collections.abc import Iterator

UNITS = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "nhăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
TWICE = re.compile(r"(?<![\d/.,])(?P<figures>\d{1,3})\s*\(\s*(?P<words>[^\W\d_]+(?:\s[^\W\d_]+){0,5})\s*\)")


def number_in_words(words: str) -> int | None:
    """mười hai → 12, hai mươi lăm → 25, một trăm linh năm → 105; None for other words."""
    total, unit = 0, None
    for word in words.lower().split():
        if word in UNITS:
            unit = UNITS[word]
        elif word == "mười":
            total, unit = total + 10, None
        elif word in ("mươi", "trăm") and unit is not None:
            total, unit = total + unit * (10 if word == "mươi" else 100), None
        elif word not in ("linh", "lẻ"):
            return None
    return total + (unit or 0)


def disagreeing(text: str) -> Iterator[tuple[str, str]]:
    for found in TWICE.finditer(text):
        said = number_in_words(found["words"])
        if said is not None and said != int(found["figures"]):
            yield found[0], f"số {found['figures']} và chữ “{found['words']}” không khớp"
