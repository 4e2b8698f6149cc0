"""Labels and paths of a tree that is being written: counted anew when clauses are added, moved, taken out."""

import re
from collections import Counter
from collections.abc import Sequence

from .reading.labels import (
    ARTICLE,
    CAPITAL,
    CHAPTER,
    DASH,
    DOTTED,
    LETTER,
    ORDINALS,
    PART,
    PLUS,
    ROMAN,
    SECTION,
    Label,
    label_of,
)

# A node: how deep it stands, and its label as written ("" for a paragraph). Lists of them: in reading order.
Node = tuple[int, str]

ROMAN_DIGITS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
# The letters that Vietnamese lists count by.
LETTERS = "abcdđeghiklmnopqrstuvxy"
MARKS = {DASH: "-", PLUS: "+", None: "¶"}
NUMERAL = re.compile(r"(\d+|\b[IVXL]+\b|\b[a-zđA-ZĐ]\b)(?!.*(?:\d+|\b[IVXL]+\b|\b[a-zđA-ZĐ]\b))")
ORDINAL = re.compile(ORDINALS, re.IGNORECASE)
ORDINAL_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
IN_ROMAN = {ROMAN, PART, CHAPTER, SECTION}


def roman(number: int) -> str:
    """4 → IV; beyond 39 the tens go on as X, which no plan reaches."""
    written = ""
    for size, letters in ROMAN_DIGITS:
        written += letters * (number // size)
        number %= size
    return written


def kind_of(label: str) -> int | None:
    """The kind of `reading.labels`; None for a paragraph or a label of no known kind."""
    found = read(label)
    return found.kind if found else None


def read(label: str) -> Label | None:
    """Some labels are seen as one only before a word."""
    return (label_of(label) or label_of(f"{label} a")) if label else None


def name_in(label: str) -> str:
    """What the label adds to a path."""
    found = read(label)
    return found.name if found else " ".join(label.rstrip(".):").split())


def parents(nodes: Sequence[Node]) -> list[int | None]:
    """For each node the place of the one it hangs below."""
    found: list[int | None] = []
    open_at: list[int] = []
    for place, (depth, _) in enumerate(nodes):
        del open_at[depth:]
        found.append(open_at[-1] if open_at else None)
        open_at.append(place)
    return found


def paths(nodes: Sequence[Node]) -> list[str]:
    """The path of each node as in the plan JSON: `II.2.a-3`; a repeated one gets an apostrophe."""
    counted: Counter[tuple[str, str]] = Counter()
    found: list[str] = []
    taken: set[str] = set()
    for (_, label), parent in zip(nodes, parents(nodes), strict=True):
        above = found[parent] if parent is not None else ""
        path = own_path(above, nodes[parent][1] if parent is not None else "", label, counted)
        while path in taken:
            path += "'"
        taken.add(path)
        found.append(path)
    return found


def own_path(above: str, label_above: str, label: str, counted: Counter) -> str:
    kind = kind_of(label)
    if not label or kind in (DASH, PLUS):
        mark = MARKS[kind if label else None]
        counted[above, mark] += 1
        return f"{above}{mark}{counted[above, mark]}"
    name = name_in(label)
    if kind == DOTTED and label_above:
        name = name.removeprefix(f"{name_in(label_above)}.")
    return f"{above}.{name}" if above else name


def relabelled(nodes: Sequence[Node]) -> list[str]:
    """Labels counted from one among brothers of a kind; dashes, plus items and paragraphs stay."""
    counts: Counter = Counter()
    found: list[str] = []
    for (_, label), parent in zip(nodes, parents(nodes), strict=True):
        kind = kind_of(label)
        if kind in (None, DASH, PLUS):
            found.append(label)
            continue
        # Articles count through the whole plan.
        key = kind if kind == ARTICLE else (parent, kind)
        counts[key] += 1
        found.append(with_number(label, kind, counts[key], found[parent] if parent is not None else ""))
    return found


def with_number(label: str, kind: int, number: int, above: str) -> str:
    """The label with another number, its word and its marks kept: `b)` → `c)`, `1.2.` → `2.1.`."""
    if kind == DOTTED:
        end = label[len(label.rstrip(".)/")) :]
        return f"{name_in(above)}.{number}{end}" if above else label
    if ordinal := ORDINAL.search(label):
        word = f"thứ {ORDINAL_WORDS[(number - 1) % len(ORDINAL_WORDS)]}"
        return label.replace(ordinal[0], word.upper() if ordinal[0].isupper() else word)
    return NUMERAL.sub(written(kind, number, label), label, count=1)


def written(kind: int, number: int, label: str) -> str:
    if kind in (LETTER, CAPITAL):
        letter = LETTERS[(number - 1) % len(LETTERS)]
        return letter.upper() if kind == CAPITAL else letter
    return roman(number) if kind in IN_ROMAN and not any(map(str.isdigit, label)) else str(number)
