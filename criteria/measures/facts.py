"""What the caller knows and what it is told: facts in, verdicts out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

Number = int | Decimal
FOR_A_PERSON = "Người thẩm định xác nhận."


class Outcome(StrEnum):
    MET = "met"
    UNMET = "unmet"
    CONFIRM = "confirm"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Verdict:
    """`say`: the fact in a sentence; `cure`: what to do about it; `bars`: a disqualifier that is true.

    `value` and `threshold`: the figure found and the one asked for, as shown. `slot`: which entry of the
    `FactSet` was read, or is missing ("rating:cchc", "figure:giai_ngan", "indicator:PCI"); "" when a person
    judges. `excuses`: the exception of the plan that a person looks at, or looked at.
    """

    outcome: Outcome
    say: str
    cure: str = ""
    bars: bool = False
    value: str = field(default="", compare=False)
    threshold: str = field(default="", compare=False)
    slot: str = field(default="", compare=False)
    excuses: str = field(default="", compare=False)


@dataclass(frozen=True)
class Share:
    """`count` of `of`: 2 people of 23 posts."""

    count: Number
    of: Number

    @property
    def percent(self) -> Fraction:
        return Fraction(self.count) * 100 / Fraction(self.of)


@dataclass(frozen=True)
class Reading:
    """An indicator in the year before and in this year; a smaller rank is better."""

    previous: Number | None = None
    current: Number | None = None
    previous_rank: int | None = None
    rank: int | None = None


@dataclass(frozen=True)
class FactSet:
    """What is on record for one nominee; None, or no entry, is "no fact", never zero.

    `assigned`: codes of the indicators the unit answers for, None when that is not on record. `own`: those
    that every body is scored on itself. `families`: spelling or component to the index it belongs to.
    `figures`: by kind of record a number counted, a per cent or a `Share`. `names`: by kind of record what
    there is (papers, initiatives, titles), empty when looked for and not there. `excused`: whether the reason
    that the plan excepts was looked at and found to hold.
    """

    ratings: Mapping[str, str] = field(default_factory=dict)
    indicators: Mapping[str, Reading] = field(default_factory=dict)
    assigned: Collection[str] | None = None
    own: Collection[str] = ()
    families: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, Number | Share] = field(default_factory=dict)
    names: Mapping[str, Collection[str]] = field(default_factory=dict)
    excused: bool | None = None


def unknown(what: str, cure: str, slot: str, threshold: str = "") -> Verdict:
    say = f"Chưa có dữ liệu về {what}."
    return Verdict(Outcome.UNKNOWN, say, cure, slot=slot, threshold=threshold)
