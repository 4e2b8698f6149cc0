"""Where in a clause's words a rule stands, and the words cut at the borders of all its rules."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

LAST_MARKS = " .;,:"
LEAD = r"(?:(?:trước|chậm nhất|đến hết|trong|đến)\s+)?(?:là\s+)?(?:ngày\s+|tháng\s+|năm\s+)?"
BETWEEN = r"\s*(?:/|-|\.|tháng|năm)\s*"
FULL_DATE = 3


@dataclass(frozen=True)
class Piece:
    """Words between two borders; `keys` of the rules they belong to, the shortest first."""

    text: str
    keys: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    bold: bool = False


def words_pattern(text: str | None) -> str:
    """The words themselves, whatever the blanks between them; "" for no words."""
    return r"\s+".join(re.escape(word) for word in (text or "").strip(LAST_MARKS).split())


def date_pattern(on: str | None) -> str:
    """A date of the plan JSON (a day, `2020-12`, `2020`, `--12-05`) as plans write it; "" for no date."""
    if not on:
        return ""
    numbers = [rf"0?{int(part)}" for part in reversed(on.removeprefix("--").split("-"))]
    if len(numbers) == FULL_DATE:
        day, month, year = numbers
        return rf"{LEAD}\b{day}{BETWEEN}{month}(?:{BETWEEN}{year})?\b"
    return rf"{LEAD}\b{BETWEEN.join(numbers)}\b"


def count_pattern(limit: int, word: str) -> str:
    """`tối đa cho 07 tập thể`, `10 cá nhân`, `tập thể: 03`."""
    number, word = rf"\b0*{limit}\b", words_pattern(word)
    return rf"{number}[^.;,]{{0,40}}?{word}|{word}[^.;,\d]{{0,20}}{number}"


def find(words: str, patterns: Iterable[str]) -> tuple[int, int]:
    """From where to where the first pattern that matches does; all the words when none does."""
    for pattern in filter(None, patterns):
        if found := re.search(pattern, words, re.IGNORECASE):
            return found.span()
    return 0, len(words)


def cut(words: str, wanted: Mapping[str, Iterable[str]], *, heading: int = 0) -> list[Piece]:
    """The words in pieces; `wanted`: key of a rule → its patterns, `heading`: its length."""
    spans = {key: find(words, patterns) for key, patterns in wanted.items()}
    borders = sorted({0, heading, len(words), *(border for span in spans.values() for border in span)})
    return [piece(words, spans, start, end, heading) for start, end in pairwise(borders)]


def piece(words: str, spans: dict[str, tuple[int, int]], start: int, end: int, heading: int) -> Piece:
    over = [key for key, span in spans.items() if span[0] <= start and end <= span[1]]
    over.sort(key=lambda key: spans[key][1] - spans[key][0])
    return Piece(
        words[start:end],
        keys=tuple(over),
        starts=tuple(key for key in over if spans[key][0] == start),
        ends=tuple(key for key in over if spans[key][1] == end),
        bold=end <= heading,
    )
