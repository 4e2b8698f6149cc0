"""Who stands above whom, and when: the closure of dated parents."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass

from thiduakt.errors import Refused


@dataclass(frozen=True)
class Link:
    """A unit and its parent from `since` to the end of `until` (None: still)."""

    unit: Hashable
    parent: Hashable
    since: dt.date
    until: dt.date | None = None


@dataclass(frozen=True)
class AncestorSpan:
    """`ancestor` stands `depth` levels above `unit` on the days both included; depth 1 is the parent."""

    unit: Hashable
    ancestor: Hashable
    depth: int
    since: dt.date
    until: dt.date | None = None


def closure(links: Iterable[Link], name: Callable[[Hashable], str] = str) -> list[AncestorSpan]:
    """Every ancestor of every unit with the days on which the whole chain held; not the unit itself.

    Raises `Refused` when on some day a unit stands above itself; `name` turns a unit into its name for that.
    """
    parents = defaultdict(list)
    for link in links:
        parents[link.unit].append(link)
    return [span for unit in list(parents) for span in ancestors(unit, parents, name)]


def ancestors(unit: Hashable, parents: dict, name: Callable) -> Iterator[AncestorSpan]:
    """Walks up from one unit; `open_paths` holds each chain and the days it holds for."""
    open_paths = [((unit,), dt.date.min, None)]
    while open_paths:
        chain, since, until = open_paths.pop(0)
        for link in parents.get(chain[-1], ()):
            span = overlap(since, until, link.since, link.until)
            if span is None:
                continue
            if link.parent in chain:
                raise Refused(cycle_sentence((*chain, link.parent), name))
            yield AncestorSpan(unit, link.parent, len(chain), *span)
            open_paths.append(((*chain, link.parent), *span))


def overlap(
    since: dt.date, until: dt.date | None, other_since: dt.date, other_until: dt.date | None
) -> tuple[dt.date, dt.date | None] | None:
    """The days common to two spans; None when there is none."""
    start = max(since, other_since)
    ends = [end for end in (until, other_until) if end is not None]
    end = min(ends) if ends else None
    return None if end is not None and end < start else (start, end)


def cycle_sentence(chain: tuple, name: Callable) -> str:
    first = chain.index(chain[-1])
    shown = " → ".join(name(unit) for unit in chain[first:])
    return f"Một đơn vị không thể trực thuộc chính mình, kể cả qua đơn vị khác: {shown}."


@dataclass(frozen=True)
class Inheritance:
    """From `since` on, `heir` keeps the records of `unit`."""

    unit: Hashable
    heir: Hashable
    since: dt.date


def heirs(steps: Iterable[Inheritance]) -> list[Inheritance]:
    """Everyone who comes to keep a unit's records, by whatever way, each from the earliest day of it.

    A way holds from the latest of its steps. A unit that is its own successor's successor inherits
    from others, never from itself.
    """
    next_of = defaultdict(list)
    for step in steps:
        next_of[step.unit].append(step)
    return [found for unit in list(next_of) for found in heirs_of(unit, next_of)]


def heirs_of(unit: Hashable, next_of: dict) -> Iterator[Inheritance]:
    since: dict[Hashable, dt.date] = {}
    to_go = list(next_of[unit])
    while to_go:
        step = to_go.pop()
        if step.heir == unit or since.get(step.heir, dt.date.max) <= step.since:
            continue
        since[step.heir] = step.since
        later = next_of.get(step.heir, ())
        to_go += [Inheritance(unit, one.heir, max(step.since, one.since)) for one in later]
    return (Inheritance(unit, heir, day) for heir, day in since.items())
