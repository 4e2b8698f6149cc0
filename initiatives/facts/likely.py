"""Earlier initiatives that are likely the same as one at hand."""

import datetime as dt
from dataclasses import dataclass

from initiatives.enums import UNSENT
from initiatives.likeness import most_alike, words_of
from initiatives.models import Initiative

SHOWN = 5


@dataclass(frozen=True)
class Likely:
    """`initiative` only for those who may see it; others learn its code alone."""

    code: str
    percent: int
    year: int
    initiative: Initiative | None = None

    @property
    def words(self) -> str:
        return f"Giống {self.percent}%"


def likely_same(
    name: str, content: str, user, on: dt.date, *, leaving_out: int | None = None
) -> list[Likely]:
    """The most alike of all that were ever registered, by title and content without marks; two queries."""
    rows = Initiative.objects.exclude(state__in=UNSENT).exclude(pk=leaving_out)
    others = rows.values_list("pk", "search_key", "content_key").iterator(chunk_size=1000)
    texts = ((key, words_of(title, body)) for key, title, body in others)
    found = most_alike(words_of(name, content), texts)[:SHOWN]
    named = rows.in_bulk([key for key, _ in found])
    seen = Initiative.objects.visible_to(user, on).filter(pk__in=named)
    open_to = set(seen.values_list("pk", flat=True))
    return [
        Likely(named[key].code, percent, named[key].year, named[key] if key in open_to else None)
        for key, percent in found
    ]
