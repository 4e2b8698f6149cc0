"""What the facts say about one criterion: met, unmet, to confirm by a person, or not known.

Measures and disqualifiers are the dicts of the plan JSON. The caller gathers the facts for one criterion and
one nominee; nothing here looks anything up. Comparisons are exact: "trên 10%" is strictly more than 10 %.
"""

from collections.abc import Collection, Iterable

from .bars import barred
from .facts import FOR_A_PERSON, FactSet, Outcome, Reading, Share, Verdict
from .met import measured

__all__ = ["FactSet", "Outcome", "Reading", "Share", "Verdict", "evaluate", "overall"]


def evaluate(measures: Iterable[dict], disqualifiers: Iterable[dict], facts: FactSet) -> list[Verdict]:
    """One verdict for each measure (each indicator of one) and each disqualifier, in their order."""
    verdicts = [verdict for measure in measures for verdict in measured(measure, facts)]
    verdicts += [barred(disqualifier, facts) for disqualifier in disqualifiers]
    return verdicts or [Verdict(Outcome.CONFIRM, FOR_A_PERSON)]


def overall(verdicts: Collection[Verdict]) -> Outcome:
    """All must be met: one unmet settles it, then what is not known, then what waits for a person."""
    found = {verdict.outcome for verdict in verdicts}
    for outcome in (Outcome.UNMET, Outcome.UNKNOWN, Outcome.CONFIRM):
        if outcome in found:
            return outcome
    return Outcome.MET if found else Outcome.CONFIRM
