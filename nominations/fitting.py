"""A long name in the width of a certificate: smaller first, then on more lines, never beyond."""

import functools
from collections.abc import Callable
from dataclasses import dataclass

STEP = 0.5  # points
KEPT = 0.8  # of the wanted size, on one line; below it the text goes on to another line
LEAST = 0.5  # of the wanted size, whatever the text
SLACK = 1.02  # what a printer's rounding may add


@dataclass(frozen=True)
class Fitted:
    lines: tuple[str, ...]
    size: float  # points


def fitted(text: str, width: float, size: float, measure: Callable[[str], float], most: int = 3) -> Fitted:
    """The text in `width` mm at `size` points or less; `measure` gives mm for one point of size.

    On one line down to four fifths of the size, then on two, then on three, each down to half of it;
    what fits nowhere is cut into lines at the smallest size, so that no letter leaves the width.
    """
    for lines in range(1, most + 1):
        least = size * (KEPT if lines == 1 else LEAST)
        for tried in sizes(size, least):
            room = width / tried / SLACK
            found = wrapped(text, room, measure)
            if len(found) <= lines and max(map(measure, found)) <= room:
                return Fitted(tuple(balanced(found, text, room, measure)), tried)
    smallest = size * LEAST
    return Fitted(tuple(wrapped(text, width / smallest / SLACK, measure)), smallest)


@functools.lru_cache(maxsize=1_000)
def fitted_lines(text: str, width: float, size: float, measure: Callable[[str], float]) -> Fitted:
    """Each line of the text by itself, all in the size of the one that needs the smallest.

    Kept: most of what stands on a certificate stands on all of its decision.
    """
    found = [fitted(line, width, size, measure) for line in text.splitlines()]
    return Fitted(tuple(line for one in found for line in one.lines), min(one.size for one in found))


def sizes(size: float, least: float) -> list[float]:
    count = int((size - least) / STEP)
    return [size - STEP * step for step in range(count + 1)]


def wrapped(text: str, room: float, measure: Callable[[str], float]) -> list[str]:
    """Lines no wider than `room`, broken between words; a word that is wider is broken too."""
    lines: list[str] = []
    for word in (piece for whole in text.split() for piece in pieces(whole, room, measure)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]


def pieces(word: str, room: float, measure: Callable[[str], float]) -> list[str]:
    found = [""]
    for letter in word:
        if found[-1] and measure(found[-1] + letter) > room:
            found.append("")
        found[-1] += letter
    return found


def balanced(lines: list[str], text: str, room: float, measure: Callable[[str], float]) -> list[str]:
    """As many lines in the narrowest width that still gives so many: no single word on the last."""
    low, high = 0.0, room
    for _ in range(12) if len(lines) > 1 else ():
        middle = (low + high) / 2
        if len(wrapped(text, middle, measure)) <= len(lines):
            high = middle
        else:
            low = middle
    return wrapped(text, high, measure)
