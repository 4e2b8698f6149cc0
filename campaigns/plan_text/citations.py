"""Where a clause stands, for people and for links, from its path in the plan JSON."""

import functools
import re
from collections.abc import Mapping

STEP = re.compile(r"(?P<mark>[-+¶])(?P<number>\d+)|\.?(?P<label>[^-+¶.']+)(?P<again>'*)")
WORDS = {"-": "gạch đầu dòng", "+": "dấu cộng", "¶": "đoạn"}
# A label that brings its own word (Điều 3, Phần I) is not cited as "Mục".
NAMED = re.compile(r"(?:điều|phần|chương|mục|phụ lục)\s", re.IGNORECASE)
# A page asks for the same paths again and again: those of some long plans.
MOST_PATHS = 8192
# Every mark of a path has its own token, so two paths never share an id.
TOKENS = {".": "-", "-": "_", "+": "_c", "¶": "_p", "'": "_l", "đ": "_d", "Đ": "_D"}


def cite(path: str, labels: Mapping[str, str] | None = None) -> str:
    """II.2.a-3 → "Mục II.2.a, gạch đầu dòng 3"; IV'.1¶1 → "Mục IV (lần 2).1, đoạn 1".

    `labels`: path → label as written, for plans whose first level carries its own word ("Điều 3.").
    """
    numbers, marks = [], []
    for step in STEP.finditer(path):
        if step["mark"]:
            marks.append(f"{WORDS[step['mark']]} {step['number']}")
        else:
            numbers.append(step["label"] + repeated(step["again"]))
    head = headed(".".join(numbers), (labels or {}).get(path.split(".")[0], "")) if numbers else ""
    cited = ", ".join(([head] if head else []) + marks)
    return cited[:1].upper() + cited[1:]


@functools.lru_cache(MOST_PATHS)
def cited(path: str) -> str:
    """What `cite` says of a path alone, remembered."""
    return cite(path)


def repeated(apostrophes: str) -> str:
    """The second IV of a plan that counts wrongly is "IV (lần 2)"."""
    return f" (lần {len(apostrophes) + 1})" if apostrophes else ""


def headed(numbers: str, label: str) -> str:
    if NAMED.match(label) and not NAMED.match(numbers):
        return f"{NAMED.match(label)[0].strip()} {numbers}"
    return numbers if NAMED.match(numbers) else f"Mục {numbers}"


@functools.lru_cache(MOST_PATHS)
def anchor(path: str) -> str:
    """HTML id of a clause, ASCII, another one for every path: II.2.a-3 → "II-2-a_3"."""
    return "".join(map(token, path))


def token(char: str) -> str:
    return TOKENS.get(char) or (char if char.isascii() and char.isalnum() else f"_u{ord(char):x}_")
