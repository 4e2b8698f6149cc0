"""The catalogue's rows as the rules of choice see them, without a database."""

import datetime as dt
import json
from dataclasses import dataclass

from criteria.eligibility import Asked, Known, Members, Won
from criteria.rules.choice import judging, lineage, regime_on
from thiduakt.settings import BASE_DIR

CATALOGUE = json.loads((BASE_DIR / "fixtures" / "catalogue.json").read_text(encoding="utf-8"))


@dataclass
class Row:
    """A row of the file with the names that the columns have."""

    pk: object
    regime_id: str = ""
    inherits_id: str | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    unit_kinds: tuple = ()
    proposing_kinds: tuple = ()
    entry: dict | None = None


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


REGIMES = [
    Row(row["code"], "", row["inherits"], day(row["valid_from"]), day(row["valid_to"]))
    for row in CATALOGUE["regimes"]
]


def rows(award: str, group: str) -> list[Row]:
    found = [r for r in CATALOGUE["award_rules"] if (r["award"], r["group"]) == (award, group)]
    return [
        Row(
            i,
            row["regime"],
            unit_kinds=row["unit_kinds"],
            proposing_kinds=row.get("proposing_kinds", ()),
            entry=row,
        )
        for i, row in enumerate(found)
    ]


def rule(award: str, on: dt.date, group: str = "individual", kind: str = "") -> dict:
    found = judging(rows(award, group), lineage(regime_on(REGIMES, on), REGIMES), kind)
    return found.entry if found else {}


def standing(award: str, on: dt.date, group: str = "individual", *, merit: bool = True, **facts) -> list[str]:
    """The outcome of each condition of an award on a day."""
    known = Known(on.year, merit, **facts)
    asked = [Asked.of(entry) for entry in rule(award, on, group).get("rule_keys", [])]
    return [str(each.judged(known).outcome) for each in asked if each.applies(merit)]


def won(award: str, *years: int, merit: bool = True) -> list[Won]:
    return [Won(award, year, merit=merit) for year in years]


def members(total: int, **held: int) -> Members:
    names = [str(number) for number in range(total)]
    everybody = dict.fromkeys(names, "HTNV")
    return Members(names, {award: names[:n] for award, n in held.items()}, everybody, clean=True)
