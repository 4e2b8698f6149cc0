"""Whether the law lets somebody have an award: named rules, asked of what is on record.

Pure: the caller gathers `Known` for one nominee and one year; which rule with which parameters stands in
which article is a row of the catalogue (`criteria.models.AwardRule.rule_keys`).
"""

from .known import Evidence, Finding, Initiative, Known, Members, Rated, Won
from .rules import EFFECTS, RULES, WHENS, Asked, Effect, When

__all__ = [
    "EFFECTS",
    "RULES",
    "WHENS",
    "Asked",
    "Effect",
    "Evidence",
    "Finding",
    "Initiative",
    "Known",
    "Members",
    "Rated",
    "When",
    "Won",
]
