"""What is on record about a nominee, and what a rule finds in it."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from criteria.measures import Outcome


@dataclass(frozen=True)
class Evidence:
    """One fact that a finding rests on: what it is, its value, where it comes from, when it was entered."""

    what: str
    value: str
    source: str = ""
    url: str = ""
    version: str = ""


@dataclass(frozen=True)
class Finding:
    """`say`: what was found; `cure`: what is missing and what to do; `evidence`: the facts used."""

    outcome: Outcome
    say: str
    cure: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def unmet(self) -> bool:
        return self.outcome == Outcome.UNMET


@dataclass(frozen=True)
class Won:
    """A title or form of a year; `merit` False: for a movement or one deed, None: the papers do not say."""

    award: str
    year: int
    decision: str = ""
    merit: bool | None = True
    url: str = ""

    @property
    def evidence(self) -> Evidence:
        return Evidence("Quyết định khen thưởng", f"{self.award} năm {self.year}", self.decision, self.url)


@dataclass(frozen=True)
class Rated:
    """A word of a scale for one year: a rating of work, a form of discipline."""

    year: int
    word: str
    source: str = ""
    url: str = ""
    version: str = ""


@dataclass(frozen=True)
class Initiative:
    """A recognised initiative; `used_for`: the award it already served, empty while unused."""

    name: str
    year: int
    scope: str
    decision: str = ""
    used_for: str = ""
    url: str = ""

    @property
    def evidence(self) -> Evidence:
        return Evidence("Sáng kiến được công nhận", self.name, self.decision, self.url)


@dataclass(frozen=True)
class Members:
    """The people of a collective in the year, by name; `clean`: recorded that nobody was disciplined."""

    names: Sequence[str]
    won: Mapping[str, Collection[str]] = field(default_factory=dict)
    ratings: Mapping[str, str] = field(default_factory=dict)
    disciplined: Mapping[str, str] = field(default_factory=dict)
    clean: bool | None = None
    as_of: dt.date | None = None

    @property
    def total(self) -> int:
        return len(self.names)


@dataclass(frozen=True)
class Known:
    """Everything on record about one nominee for one year; None is "no fact", never zero.

    `merit`: the award rewards the year's work (công trạng), not one movement. `names`: awards by code.
    `under_way`: codes of awards of the year for which the nominee's dossier is being considered.
    `clean`: it is recorded that there was no breach of discipline.
    """

    year: int
    merit: bool = True
    won: Sequence[Won] = ()
    ratings: Mapping[int, Rated] = field(default_factory=dict)
    disciplined: Rated | None = None
    clean: bool | None = None
    initiatives: Sequence[Initiative] | None = None
    under_way: Collection[str] = ()
    started: dt.date | None = None
    members: Members | None = None
    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, award: str) -> str:
        return self.names.get(award, award)

    def named(self, awards: Collection[str]) -> str:
        return " hoặc ".join(self.name(award) for award in awards)


def met(say: str, *evidence: Evidence) -> Finding:
    return Finding(Outcome.MET, say, "", evidence)


def unmet(say: str, cure: str = "", *evidence: Evidence) -> Finding:
    return Finding(Outcome.UNMET, say, cure, evidence)


def confirm(say: str, cure: str, *evidence: Evidence) -> Finding:
    return Finding(Outcome.CONFIRM, say, cure, evidence)


def unknown(say: str, cure: str) -> Finding:
    return Finding(Outcome.UNKNOWN, say, cure)
