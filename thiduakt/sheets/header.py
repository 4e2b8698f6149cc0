"""Where a list begins: the row, or the two rows, that head its columns, below whatever title stands above."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from thiduakt.vietnamese.encodings import tcvn3, vni

from .columns import LONGEST_HEADING, Column, heading_key

LOOKED_AT = 30
READINGS: tuple[Callable[[str], str], ...] = (str, tcvn3, vni)


@dataclass(frozen=True)
class Header:
    """`last`: the row (from 0) above the first line. `at`: columns by place. `reading`: the cells' script.

    `unknown`: headings that are none of ours, with their place. `words`: every heading, as written.
    """

    last: int
    at: dict[int, Column]
    unknown: dict[int, str]
    reading: Callable[[str], str]
    words: dict[int, str]

    @property
    def score(self) -> int:
        return len(self.at)

    def missing(self, columns: Sequence[Column]) -> list[Column]:
        return [column for column in columns if column.required and column not in self.at.values()]


def find_header(
    rows: Sequence[list], merged: Sequence[list[int]], columns: Sequence[Column]
) -> Header | None:
    """The heading that names most columns; None when no row names two, or the only one there is."""
    filled = spread(rows[:LOOKED_AT], merged)
    best = None
    for reading in READINGS:
        for number in range(len(filled)):
            for height in (1, 2):
                found = header_at(filled, number, height, columns, reading)
                if found and (best is None or found.score > best.score):
                    best = found
    return best if best and best.score >= min(2, len(columns)) else None


def spread(rows: Sequence[list], merged: Sequence[list[int]]) -> list[list]:
    """The rows with every merged box filled with the words of its first cell."""
    filled = [list(row) for row in rows]
    for left, top, right, bottom in merged:
        if top > len(filled) or left > len(filled[top - 1]):
            continue
        words = filled[top - 1][left - 1]
        for row in filled[top - 1 : bottom]:
            for place in range(left - 1, min(right, len(row))):
                row[place] = words
    return filled


def header_at(rows, number: int, height: int, columns, reading) -> Header | None:
    """The heading that begins in row `number` and is `height` rows high."""
    if number + height > len(rows):
        return None
    block = rows[number : number + height]
    at: dict[int, Column] = {}
    headed: dict[int, str] = {}
    for place in range(max(len(row) for row in block)):
        words = [reading(row[place]) for row in block if place < len(row) and isinstance(row[place], str)]
        if column := column_for(words, [c for c in columns if c not in at.values()]):
            at[place] = column
        if words:
            headed[place] = " ".join(dict.fromkeys(" ".join(words_of(word)) for word in words))
    unknown = {place: words for place, words in headed.items() if place not in at}
    return Header(number + height - 1, at, unknown, reading, headed)


def words_of(heading: str) -> list[str]:
    return heading[:LONGEST_HEADING].split()


def column_for(words: list[str], columns: Sequence[Column]) -> Column | None:
    """By the words of both rows together, else by the lower one, else by the upper one."""
    keys = list(dict.fromkeys(heading_key(word) for word in words))
    for key in (" ".join(keys), *reversed(keys)):
        for column in columns:
            if key and key in column.headings:
                return column
    return None
