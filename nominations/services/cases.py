"""What the guards of a step look at."""

import datetime as dt
from dataclasses import dataclass, field

from campaigns.models import Quota
from documents.models import IssuedDocument
from nominations.facts.allotments import Allotted
from nominations.facts.authority import Authority
from nominations.facts.law import Law, law_of
from nominations.models import Dossier, DossierStage, Lease, Submission, SupplementPoint


@dataclass
class Case:
    """The dossier, who acts, when, and what the act brings along.

    `own`: whether it is his own case, when that was asked for many at once. `together`: the law read for
    all cases of one act; `caps`: shares of awards, counted once for them; `authority` in the same way who
    may confer what, `parts` what units have of the pools. `below`: the levels it passed, each with its pool.
    `lease`: who appraises it; `points`: what was asked and is answered; `asked`: what the step asks now,
    point by point. `lines`: the decision's lines by dossier; `data` what the step's own row of the trail
    keeps.
    """

    dossier: Dossier
    stage: DossierStage
    by: object
    at: dt.datetime
    on: dt.date
    pool: Quota | None = None
    own: bool | None = None
    authority: Authority | None = None
    below: list[tuple[DossierStage, Quota | None]] = field(default_factory=list)
    lease: Lease | None = None
    points: list[SupplementPoint] = field(default_factory=list)
    asked: list = field(default_factory=list)
    due_on: dt.date | None = None
    submission: Submission | None = None
    decision: IssuedDocument | None = None
    lines: dict[int, dict] = field(default_factory=dict)
    data: dict = field(default_factory=dict)
    together: Law | None = None
    caps: dict = field(default_factory=dict)
    parts: Allotted | None = None

    @property
    def law(self) -> Law:
        return self.together or law_of(self.dossier)

    @property
    def allotted(self) -> Allotted:
        """The parts of its own pools, where those of many were not asked together."""
        if self.parts is None:
            pools = [self.pool, *(pool for _, pool in self.below)]
            self.parts = Allotted([pool for pool in pools if pool], self.on)
        return self.parts
