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
    """`say`: the fact in a sentence; `cure`: what to do about it; `bars`: a disqualifier that is true."""

    outcome: Outcome
    say: str
    cure: str = ""
    bars: bool = False


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
    """What is on record; None is "no fact", never zero.

    `assigned_indicators`: those the unit answers for, None when all that the criterion names.
    `percent`: done in per cent, or a `Share` of done and due. `breaches`: for none_of; `lapses`: for any.
    `excused`: whether the reason that the exception names was looked at and found not to be the unit's fault.
    """

    ratings: Mapping[str, str] = field(default_factory=dict)
    indicators: Mapping[str, Reading] = field(default_factory=dict)
    assigned_indicators: Collection[str] | None = None
    shares: Mapping[str, Share] = field(default_factory=dict)
    percent: Number | Share | None = None
    breaches: int | None = None
    lapses: int | None = None
    excused: bool | None = None
    documents: Collection[str] | None = None
    initiatives: Collection[str] | None = None
    titles: Collection[str] | None = None


def settled(met: bool, say: str, cure: str = "") -> Verdict:
    return Verdict(Outcome.MET, say) if met else Verdict(Outcome.UNMET, say, cure)


def unknown(what: str, cure: str) -> Verdict:
    return Verdict(Outcome.UNKNOWN, f"Chưa có dữ liệu về {what}.", cure)
