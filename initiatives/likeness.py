"""How alike two initiatives are: trigrams of the titles, words of the contents. No marks, no case."""

from collections.abc import Iterable
from dataclasses import dataclass

from thiduakt.vietnamese.text import search_key

# Words that stand in every title and say nothing of what is new.
COMMON = frozenset(
    "giai phap sang kien mot so bien phap nham nang cao chat luong hieu qua cong tac trong tai cua va cho "
    "ve thuc hien tren dia ban xay dung ung dung kinh nghiem phong don vi nam".split()
)
ALIKE = 45  # per cent from which two are shown as likely the same
PAIR = 2
ENOUGH = 20  # pairs of words: a shorter content shares its words with anything
TITLE_PART = 0.6
COPIED_PART = 0.9  # of a copied content under a title of its own


@dataclass(frozen=True)
class Words:
    """The two texts of an initiative as they are compared."""

    title: frozenset[str]
    content: frozenset[str]


def words_of(title: str, content: str) -> Words:
    return Words(trigrams(title), pairs(content))


def trigrams(text: str) -> frozenset[str]:
    """Three letters at a time of each telling word; of a title with common words alone, of all of them."""
    found = search_key(text).split()
    telling = [word for word in found if word not in COMMON] or found
    padded = (f" {word} " for word in telling)
    return frozenset(word[at : at + 3] for word in padded for at in range(len(word) - 2))


def pairs(text: str) -> frozenset[str]:
    """Neighbouring words: a syllable alone says little in Vietnamese."""
    found = search_key(text).split()
    return frozenset(" ".join(found[at : at + PAIR]) for at in range(len(found) - PAIR + 1))


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """Twice what is shared of all there is: 1 for the same, 0 for nothing in common or nothing at all."""
    both = len(one) + len(other)
    return 2 * len(one & other) / both if both else 0.0


def contained(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter text stands in the longer one: a copy with a new beginning is still one."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def likeness(one: Words, other: Words) -> int:
    """Per cent: titles alone while one has hardly any content; else the title and the copied text."""
    titles = dice(one.title, other.title)
    if min(len(one.content), len(other.content)) < ENOUGH:
        return round(100 * titles)
    copied = contained(one.content, other.content)
    return round(100 * max(TITLE_PART * titles + (1 - TITLE_PART) * copied, COPIED_PART * copied))


def most_alike(
    one: Words, others: Iterable[tuple[int, Words]], *, least: int = ALIKE
) -> list[tuple[int, int]]:
    """(key, per cent) of those at least so alike, the most alike first."""
    found = ((key, likeness(one, other)) for key, other in others)
    return sorted((pair for pair in found if pair[1] >= least), key=lambda pair: (-pair[1], pair[0]))
