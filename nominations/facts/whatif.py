"""What if: other thresholds, a criterion left out, another number of awards. Nothing here is ever written."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field

from criteria.measures import Outcome
from criteria.measures.met import RATINGS
from criteria.models import Criterion

from .standings import Column, Standing, named

MOST_PERCENT = 100


@dataclass(frozen=True)
class Knob:
    """One threshold of a criterion that may be tried out. `choices` for ratings, else a percentage."""

    name: str
    label: str
    own: str
    value: str
    choices: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Place:
    """A nominee in the list that was tried out, and what changed against the plan's own rules."""

    row: Standing
    rank: int | None
    before: int | None
    why: str

    @property
    def came(self) -> bool:
        return self.rank is not None and self.before is None

    @property
    def went(self) -> bool:
        return self.rank is None and self.before is not None

    @property
    def moved(self) -> int:
        """How many places up; 0 where it is not in both lists."""
        return self.before - self.rank if self.rank and self.before else 0

    @property
    def down(self) -> int:
        return -self.moved


def rules_of(criterion: Criterion) -> list[tuple[str, int, dict]]:
    """(field, place, rule) of all that a criterion measures or bars."""
    return [
        (name, place, rule)
        for name in ("measures", "disqualifiers")
        for place, rule in enumerate(getattr(criterion, name))
    ]


def knob_of(column: Column, name: str, place: int, rule: dict, asked: Mapping[str, str]) -> Knob | None:
    key = f"{name[0]}{column.number}-{place}"
    if rule["kind"] == "rating_at_least" and rule["scale"] in RATINGS:
        choices = list(reversed(RATINGS[rule["scale"]].items()))
        own = rule["rating"]
        chosen = asked.get(key) if asked.get(key) in dict(choices) else own
        return Knob(key, "Xếp loại từ", own, chosen, choices)
    if rule.get("percent") is None:
        return None
    own = f"{rule['percent']}"
    label = "Không xét khi trên (%)" if rule["kind"] == "share_over" else "Đạt từ (%)"
    return Knob(key, label, own, percent_asked(asked.get(key), own))


def percent_asked(text: str | None, own: str) -> str:
    """The whole per cent typed, the plan's own where it is none."""
    good = text is not None and text.isdecimal() and len(text) <= 3 and int(text) <= MOST_PERCENT
    return str(int(text)) if good else own


def knobs_of(column: Column, asked: Mapping[str, str]) -> list[Knob]:
    found = [knob_of(column, name, place, rule, asked) for name, place, rule in rules_of(column.criterion)]
    return [knob for knob in found if knob]


def changed_criteria(columns: list[Column], asked: Mapping[str, str], left_out: set[int]) -> dict:
    """Copies of the criteria with the thresholds asked for, by key; None for one that is left out."""
    changed = {}
    for column in columns:
        if column.number in left_out:
            changed[column.criterion.pk] = None
        elif any(knob.value != knob.own for knob in knobs_of(column, asked)):
            changed[column.criterion.pk] = with_thresholds(column, asked)
    return changed


def with_thresholds(column: Column, asked: Mapping[str, str]) -> Criterion:
    tried = copy.copy(column.criterion)
    tried.measures, tried.disqualifiers = copy.deepcopy((tried.measures, tried.disqualifiers))
    for name, place, rule in rules_of(tried):
        if knob := knob_of(column, name, place, rule, asked):
            rule["rating" if knob.choices else "percent"] = knob.value if knob.choices else int(knob.value)
    return tried


def ranked(rows: list[Standing], limit: int | None) -> dict[int, int]:
    """{dossier: rank} up to the limit: nothing unmet; then most met, most votes, by name."""
    free = [row for row in rows if not row.barred and not row.count(Outcome.UNMET)]
    free.sort(key=lambda row: (-row.count(Outcome.MET), -(row.votes or 0), *named(row)))
    return {row.dossier.pk: rank for rank, row in enumerate(free[:limit], start=1)}


def places(
    before: list[Standing], after: list[Standing], limit_before: int | None, limit_after: int | None
) -> list[Place]:
    """The list as tried out with its changes: who is in by rank, then who is not."""
    old, new = ranked(before, limit_before), ranked(after, limit_after)
    found = [Place(row, new.get(row.dossier.pk), old.get(row.dossier.pk), why_out(row, new)) for row in after]
    return sorted(found, key=lambda place: (place.rank or len(found) + 1, named(place.row)))


def why_out(row: Standing, listed: dict[int, int]) -> str:
    """Why a nominee is not in the list: the first sentence that keeps him out, or the limit."""
    if row.dossier.pk in listed:
        return ""
    for cell in row.cells:
        if cell and cell.outcome == Outcome.UNMET:
            line = next(line for line in cell.lines if line.outcome == Outcome.UNMET)
            return f"Tiêu chí {cell.number}: {line.say}"
    return "Hết chỉ tiêu."
