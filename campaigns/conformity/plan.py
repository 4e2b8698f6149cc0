"""A plan as its form is judged: plain values, so that the rules need no database."""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Line:
    """One clause: `path` names it, `parent` is the path of the clause it hangs below."""

    path: str
    label: str = ""
    words: str = ""
    parent: str = ""


@dataclass(frozen=True)
class Dated:
    """Something with a day: a ground, a deadline, a task. `kind` as stored, `words` for people."""

    words: str
    day: dt.date | None
    path: str = ""
    kind: str = ""


@dataclass(frozen=True)
class PlanForm:
    """`expected_lines`: what should stand above the signer's name, None when nobody is chosen or known;
    `signer_refusal`: why the person named may not sign. `unresolved`: (what, reference, path) of what is
    taken from a plan that is not here."""

    on: dt.date
    title: str = ""
    year: int | None = None
    work_plan: bool = False
    issuer: str = ""
    symbol: str = ""
    place: str = ""
    grounds: list[str] = field(default_factory=list)
    bases: list[Dated] = field(default_factory=list)
    clauses: list[Line] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    signer: str = ""
    lines: list[str] = field(default_factory=list)
    expected_lines: list[str] | None = None
    signer_refusal: str = ""
    open_doubts: int = 0
    deadlines: list[Dated] = field(default_factory=list)
    tasks: list[Dated] = field(default_factory=list)
    period: Dated | None = None
    registration_demanded: bool = False
    awards: int = 0
    quotas: int = 0
    parts: int = 0
    unresolved: list[tuple[str, str, str]] = field(default_factory=list)
