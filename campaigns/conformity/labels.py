"""The labels of clauses as numbers: repeats and gaps among neighbours."""

import re
from itertools import pairwise

from .plan import Line

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
# NĐ 30/2020/NĐ-CP letters its points by the Vietnamese alphabet: đ stands after d, there is no f, j, w, z.
LETTERS = "abcdđeghiklmnopqrstuvxy"


def ordinal(label: str) -> tuple[str, int] | None:
    """`IV.` → ("roman", 4), `1.2.` → ("arabic", 2), `đ)` → ("letter", 5); None for a dash or no label."""
    word = re.split(r"[.\s]+", label.strip().rstrip(".):/ "))[-1]
    if word.isdigit():
        return "arabic", int(word)
    if word and set(word) <= set(ROMAN):
        return "roman", roman(word)
    if len(word) == 1 and word in LETTERS:
        return "letter", LETTERS.index(word) + 1
    return None


def roman(word: str) -> int:
    values = [ROMAN[letter] for letter in word]
    signs = [-1 if value < after else 1 for value, after in zip(values, [*values[1:], 0], strict=True)]
    return sum(sign * value for sign, value in zip(signs, values, strict=True))


def siblings(clauses: list[Line]) -> list[list[Line]]:
    """Clauses below one parent, in reading order."""
    found: dict[str, list[Line]] = {}
    for clause in clauses:
        found.setdefault(clause.parent, []).append(clause)
    return list(found.values())


def misnumbered(clauses: list[Line]) -> list[tuple[str, str]]:
    """(sentence, path) for every label that repeats or skips one below one parent."""
    return [fault for group in siblings(clauses) for fault in faults(group)]


def faults(group: list[Line]) -> list[tuple[str, str]]:
    found = []
    counted = [(line, number) for line in group if (number := ordinal(line.label))]
    for (before, (style, last)), (line, (kind, number)) in pairwise(counted):
        if kind != style or number == last + 1:
            continue
        if number == last:
            found.append((f"“{line.label}” lặp lại", line.path))
        elif number > last:
            found.append((f"sau “{before.label}” là “{line.label}”", line.path))
    return found
