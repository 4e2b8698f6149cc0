"""What a list of one kind holds: its columns, the words by which people head them, what a cell may say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from thiduakt.vietnamese.text import search_key

IN_BRACKETS = re.compile(r"\([^()]*\)")
NO_WORD = re.compile(r"[^a-z0-9]+")
LONGEST_HEADING = 200


class Kind(Enum):
    TEXT = "text"
    DATE = "date"
    INTEGER = "integer"
    DECIMAL = "decimal"
    YES = "yes"
    CHOICE = "choice"


@dataclass(frozen=True)
class Column:
    """One column. `also`: other headings for it. `choices`: {what is stored: what people write}.

    `example` and `help` stand in the template. A DATE with `year_is_enough` may be a year alone: the
    cell then gives nothing, and a note says so.
    """

    key: str
    label: str
    kind: Kind = Kind.TEXT
    required: bool = False
    also: tuple[str, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)
    example: str = ""
    help: str = ""
    longest: int = 500
    year_is_enough: bool = False

    @cached_property
    def headings(self) -> frozenset[str]:
        return frozenset(heading_key(text) for text in (self.label, *self.also))


def heading_key(text: str) -> str:
    """What is compared of a heading: no marks, no brackets, no stars: “Họ và tên (*)” is “ho va ten”."""
    return NO_WORD.sub(" ", search_key(IN_BRACKETS.sub(" ", text[:LONGEST_HEADING]))).strip()
