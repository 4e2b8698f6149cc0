"""What if: other thresholds, a criterion left out, another number of awards. No dossier is ever written."""

import copy
import hashlib
import json
from collections.abc import Collection, Mapping
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
    tied: bool = False
    preferred: bool = False

    @property
    def came(self) -> bool:
        return self.rank is not None and self.before is None

    @property
    def went(self) -> bool:
        return self.rank is None and self.before is not None and not self.tied

    @property
    def moved(self) -> int:
        """How many places up; 0 where it is not in both lists."""
        return self.before - self.rank if self.rank and self.before else 0

    @property
    def down(self) -> int:
        return -self.moved

    @property
    def reason(self) -> str:
        """Why not, inside a sentence."""
        return self.why.removesuffix(".")


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


def order_of(row: Standing) -> tuple:
    """What decides before names do: criteria met, then votes."""
    return -row.count(Outcome.MET), -(row.votes or 0)


def free(rows: list[Standing]) -> list[Standing]:
    """Those whom nothing keeps out."""
    return [row for row in rows if not (row.barred or row.short or row.count(Outcome.UNMET))]


def at_border(rows: list[Standing], limit: int | None) -> list[Standing]:
    """Equals on both sides of the last place."""
    found = sorted(free(rows), key=order_of)
    if not limit or len(found) <= limit or order_of(found[limit - 1]) != order_of(found[limit]):
        return []
    return [row for row in found if order_of(row) == order_of(found[limit])]


def ranked(
    rows: list[Standing], limit: int | None, first: Collection[int] = ()
) -> tuple[dict[int, int], set[int]]:
    """({dossier: rank} up to the limit, those tied at the border): nothing unmet; most met, most votes.

    `first`: whom the law prefers among equals. Who is still equal on both sides of the border is in for
    nobody: the chair decides. Above it names only tell in which order equals stand.
    """
    keys = {row.dossier.pk: (*order_of(row), row.dossier.pk not in first) for row in free(rows)}
    found = sorted(free(rows), key=lambda row: (*keys[row.dossier.pk], *named(row)))
    pks = [row.dossier.pk for row in found]
    tied: set[int] = set()
    if limit and len(pks) > limit and keys[pks[limit - 1]] == keys[pks[limit]]:
        tied = {pk for pk in pks if keys[pk] == keys[pks[limit]]}
    within = [pk for pk in pks[:limit] if pk not in tied]
    return {pk: rank for rank, pk in enumerate(within, start=1)}, tied


@dataclass(frozen=True)
class Tried:
    """Standings with a number of places."""

    rows: list[Standing]
    limit: int | None


def places(before: Tried, after: Tried, first: Collection[int] = ()) -> list[Place]:
    """The list as tried out with its changes: who is in by rank, who is tied, then who is not."""
    old, _ = ranked(before.rows, before.limit, first)
    new, tied = ranked(after.rows, after.limit, first)
    found = [place_of(row, new, old, tied, first) for row in after.rows]
    last = len(found) + 1
    return sorted(found, key=lambda place: (place.rank or last, not place.tied, named(place.row)))


def place_of(row: Standing, new: dict, old: dict, tied: set[int], first: Collection[int]) -> Place:
    key = row.dossier.pk
    why = "" if key in new or key in tied else why_out(row)
    return Place(row, new.get(key), old.get(key), why, key in tied, key in first)


def why_out(row: Standing) -> str:
    """Why a nominee is not in the list: the first sentence that keeps him out, or the limit."""
    for cell in row.cells:
        if cell and cell.outcome == Outcome.UNMET:
            line = next(line for line in cell.lines if line.outcome == Outcome.UNMET)
            return f"Tiêu chí {cell.number}: {line.say}"
    if row.short:
        return "Dưới ngưỡng phiếu."
    return "Hết chỉ tiêu."


def basis_of(rows: list[Standing], limit: int | None) -> str:
    """A hash over what a scenario starts from: the verdicts and votes of all, and the plan's number."""
    told = sorted(
        (row.dossier.pk, row.votes, [cell and cell.outcome.value for cell in row.cells]) for row in rows
    )
    return hashlib.sha256(json.dumps([told, limit]).encode()).hexdigest()


def listed(found: list[Place]) -> list[dict]:
    """What is kept of a list."""
    return [
        {
            "dossier": place.row.dossier.pk,
            "name": place.row.dossier.nominee_name,
            "rank": place.rank,
            "tied": place.tied,
        }
        for place in found
    ]


def side_by_side(one: list[dict], other: list[dict]) -> list[tuple[str, dict, dict]]:
    """(name, line of the one, line of the other) of everybody in either; {} where he is not in one."""
    mine, others = ({row["dossier"]: row for row in rows} for rows in (one, other))
    keys = [*mine, *(key for key in others if key not in mine)]
    return [((mine.get(key) or others[key])["name"], mine.get(key, {}), others.get(key, {})) for key in keys]
