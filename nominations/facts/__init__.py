"""What is known about a dossier: who it is for, what the criteria say, which papers are there."""

from .papers import PaperStatus, current_parts, own_papers, own_papers_missing
from .targets import outside_every_group
from .verdicts import (
    CriterionVerdict,
    criteria_of,
    disqualifications,
    verdicts,
    verdicts_of_all,
)

__all__ = [
    "CriterionVerdict",
    "PaperStatus",
    "criteria_of",
    "current_parts",
    "disqualifications",
    "outside_every_group",
    "own_papers",
    "own_papers_missing",
    "verdicts",
    "verdicts_of_all",
]
