"""What the facts say about one criterion: met, unmet, to confirm by a person, or not known.

Measures and disqualifiers are the dicts of the plan JSON, `text` the criterion's own words, which say what
a rule is about. The caller gathers the facts; nothing here looks anything up. Comparisons are exact:
"trên 10%" is strictly more than 10 %.
"""

from collections.abc import Collection, Iterable

from .bars import barred
from .facts import FOR_A_PERSON, FactSet, Outcome, Reading, Share, Verdict
from .met import measured
from .person import for_a_person, implied

__all__ = ["FOR_A_PERSON", "FactSet", "Outcome", "Reading", "Share", "Verdict", "evaluate", "overall"]


def evaluate(
    measures: Iterable[dict], disqualifiers: Iterable[dict], facts: FactSet, text: str = ""
) -> list[Verdict]:
    """One verdict for each thing that a measure asks for and each disqualifier, in their order."""
    disqualifiers = list(disqualifiers)
    asked = list(measures) or ([] if disqualifiers else implied(text))
    verdicts = [verdict for measure in asked for verdict in measured(measure, facts, text)]
    verdicts += [barred(rule, facts, rule.get("text") or text) for rule in disqualifiers]
    return verdicts or [for_a_person(text)]


def overall(verdicts: Collection[Verdict]) -> Outcome:
    """All must be met: one unmet settles it, then what is not known, then what waits for a person."""
    found = {verdict.outcome for verdict in verdicts}
    for outcome in (Outcome.UNMET, Outcome.UNKNOWN, Outcome.CONFIRM):
        if outcome in found:
            return outcome
    return Outcome.MET if found else Outcome.CONFIRM
