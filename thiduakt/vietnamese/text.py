"""Vietnamese text: cleaned at the edge, searched without marks, sorted by the Vietnamese alphabet."""

import re
import unicodedata
from collections.abc import Set

from thiduakt.errors import Refused

BLANKS = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
LINE_ENDS = re.compile(r"\r\n|[\r\n\u2028\u2029]")
WORD_ENDS = re.compile(r"[\s\u00a0]+")
# They turn the reading direction: a name could be shown otherwise than it is stored.
TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Blank on paper although Unicode calls them letters, marks or symbols.
BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")

# Combining marks: huyền, hỏi, ngã, sắc, nặng. Their place here is their place in the dictionary.
TONES = "\u0300\u0309\u0303\u0301\u0323"
# What stands first sorts first: blank, marks, digits, letters; the order of `vi-x-icu`.
ALPHABET = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
CODES = {letter: f"{place:02x}" for place, letter in enumerate(ALPHABET, start=1)}
END = "00"
FOLDED = str.maketrans(
    {"đ": "d", "ð": "d", "–": "-", "—": "-", "‑": "-", "’": "'", "‘": "'", "“": '"', "”": '"'}
)


def clean_text(value: str, *, multiline: bool = False) -> str:
    """NFC, blanks folded, invisible characters gone; line ends stay when `multiline`.

    Raises `Refused` naming the word that holds a bidi override, a control character or half a surrogate pair.
    """
    lines = LINE_ENDS.sub("\n", value)
    # What is printable has nothing to hide; of other text each character is looked at once.
    odd = set() if lines.isprintable() else set(lines)
    if bad := {char for char in odd if forbidden(char)}:
        raise Refused(refusal(lines, next(char for char in lines if char in bad)))
    hidden = BLANK_LETTERS | {char for char in odd if invisible(char)}
    visible = unicodedata.normalize("NFC", without(lines, hidden))
    if multiline:
        return "\n".join(fold_blanks(line) for line in visible.split("\n")).strip()
    return fold_blanks(visible.replace("\n", " "))


def without(text: str, chars: Set[str]) -> str:
    return text if chars.isdisjoint(text) else "".join(c for c in text if c not in chars)


def fold_blanks(line: str) -> str:
    return BLANKS.sub(" ", line).strip(" ")


def forbidden(char: str) -> bool:
    return char in TURNING or (char not in "\n\t" and unicodedata.category(char) in {"Cc", "Cs"})


def invisible(char: str) -> bool:
    """Zero-width characters, soft hyphens and the like: nobody typed them on purpose."""
    return char in BLANK_LETTERS or unicodedata.category(char) == "Cf"


def refusal(text: str, char: str) -> str:
    code = f"U+{ord(char):04X}"
    word = next(word for word in WORD_ENDS.split(text) if char in word) if char.strip() else ""
    shown = "".join(c for c in word if not forbidden(c) and not invisible(c))
    if not shown:
        return f"Có ký tự điều khiển không nhìn thấy được ({code}) đứng riêng; xin xóa ký tự này."
    return f"Chữ “{shown}” chứa ký tự điều khiển không nhìn thấy được ({code}); xin gõ lại chữ này."


def search_key(text: str) -> str:
    """What a search compares: lower case, no marks, đ as d, dashes and quotes alike; hoà = hòa = HOA."""
    parts = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(c for c in parts if unicodedata.category(c)[0] not in "MC" or c in "\t\n\r")
    return " ".join(bare.translate(FOLDED).split())


def name_sort_key(full_name: str) -> str:
    """Sort key of a person: given name (the last word) first, then family and middle names."""
    *others, given = full_name.split() or [""]
    return text_sort_key(given) + END + text_sort_key(" ".join(others))


def text_sort_key(text: str) -> str:
    """Sort key by the Vietnamese alphabet, then by tone: ngang, huyền, hỏi, ngã, sắc, nặng.

    Only 0-9a-f, so every collation orders it alike. One tone a syllable: hoà and hòa sort as one.
    """
    words = unicodedata.normalize("NFD", text.lower()).split()
    letters = " ".join(without_tones(word) for word in words)
    return "".join(code_of(c) for c in letters) + END + "".join(tone_of(word) for word in words)


def without_tones(word: str) -> str:
    kept = unicodedata.normalize("NFC", "".join(c for c in word if c not in TONES))
    return "".join(c for c in kept if unicodedata.category(c)[0] not in "MC")


def tone_of(word: str) -> str:
    return next((str(TONES.index(c) + 1) for c in word if c in TONES), "0")


def code_of(letter: str) -> str:
    return CODES.get(letter) or f"ff{ord(letter):06x}"


def first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def slug_ascii(text: str) -> str:
    """For file names and fragments: Kế hoạch 26/KH → ke-hoach-26-kh."""
    return re.sub(r"[^a-z0-9]+", "-", search_key(text)).strip("-")
