"""One line of what a nominee is asked: as it is shown, and as the stage keeps it."""

from dataclasses import asdict, dataclass

from campaigns.models import Clause
from criteria.eligibility import Evidence
from criteria.measures import Outcome


@dataclass(frozen=True)
class Entry:
    """One line. `key` stays the same over time; `basis`: the version of the rule; `url` opens the article."""

    kind: str
    key: str
    title: str
    outcome: Outcome
    say: tuple[str, ...]
    cure: tuple[str, ...] = ()
    citation: str = ""
    facts: tuple[Evidence, ...] = ()
    number: int = 0
    criterion: int | None = None
    basis: str = ""
    caveat: str = ""
    verified: bool = True
    url: str = ""
    clause: Clause | None = None

    def as_row(self) -> dict:
        """As the stage keeps it."""
        row = {name: value for name, value in vars(self).items() if name != "clause"}
        return row | {
            "outcome": self.outcome.value,
            "say": list(self.say),
            "cure": list(self.cure),
            "facts": [asdict(fact) for fact in self.facts],
        }

    @property
    def open(self) -> bool:
        return self.outcome != Outcome.MET
