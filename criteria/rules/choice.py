"""Which row of the catalogue holds: the regime of the day, then what it inherits, for the kind of body."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any


def regime_on(regimes: Iterable[Any], on: dt.date) -> Any | None:
    """The one in force on a day (`valid_from`, `valid_to`, both days counted in)."""
    found = [row for row in regimes if row.valid_from <= on and (row.valid_to is None or on <= row.valid_to)]
    return max(found, key=lambda row: row.valid_from, default=None)


def lineage(regime: Any | None, regimes: Iterable[Any]) -> Iterator[Any]:
    """The regime, the one that it inherits, and so on; a circle ends where it closes."""
    known, seen = {row.pk: row for row in regimes}, set()
    while regime is not None and regime.pk not in seen:
        seen.add(regime.pk)
        yield regime
        regime = known.get(regime.inherits_id)


def conferring(rules: Iterable[Any], lines: Iterable[Any], kind: str) -> Any | None:
    """The row by which a body of a kind confers the award; None where that is not its to give."""
    rules = list(rules)
    for regime in lines:
        for rule in rules:
            if rule.regime_id == regime.pk and kind in rule.unit_kinds:
                return rule
    return None


def proposing(rules: Iterable[Any], lines: Iterable[Any], kind: str) -> Any | None:
    """The row whose share of votes binds the council of a body that only sends the award up, if any."""
    return next((rule for rule in newest(rules, lines) if kind in rule.proposing_kinds), None)


def judging(rules: Iterable[Any], lines: Iterable[Any], kind: str) -> Any | None:
    """The row whose conditions a nominee must meet, also for an award that a higher body confers."""
    found = newest(rules, lines)
    return next((rule for rule in found if kind in rule.unit_kinds), found[0] if found else None)


def newest(rules: Iterable[Any], lines: Iterable[Any]) -> list[Any]:
    """The rows of the first regime of the line that has any."""
    rules = list(rules)
    of_each = ([rule for rule in rules if rule.regime_id == regime.pk] for regime in lines)
    return next(filter(None, of_each), [])
