"""Plans that number their sections and what stands in them alike: 1. MỤC ĐÍCH, 1. Nâng cao …, 2. YÊU CẦU."""

from itertools import pairwise

from .labels import ARTICLE, CAPITAL, NUMBER, ROMAN, Label, label_of
from .phrases import is_caps

SECTIONS = {CAPITAL, ROMAN, ARTICLE}


def section_lines(lines: list[str]) -> set[int]:
    """Places of the Arabic lines that are sections; none where another kind of label makes the sections."""
    labels = [label_of(line) for line in lines]
    numbers = [(place, label) for place, label in enumerate(labels) if label and label.kind == NUMBER]
    if any(label and label.kind in SECTIONS for label in labels) or not starts_again(numbers):
        return set()
    capitals = {place for place, label in numbers if is_caps(label.rest)}
    return capitals if len(capitals) > 1 else by_count(numbers)


def starts_again(numbers: list[tuple[int, Label]]) -> bool:
    """A heading on its own line, and right below it another 1."""
    return any(
        after == place + 1 and below.name == "1" and heads(label)
        for (place, label), (after, below) in pairwise(numbers)
    )


def heads(label: Label) -> bool:
    return not label.rest.endswith((".", ";", ","))


def by_count(numbers: list[tuple[int, Label]]) -> set[int]:
    """A section is the next in the count of sections, and a 1. stands right below it."""
    found, last = set(), 0
    for (place, label), (after, below) in pairwise(numbers):
        if label.name == str(last + 1) and after == place + 1 and below.name == "1" and heads(label):
            found.add(place)
            last += 1
    return found
