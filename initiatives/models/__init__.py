"""Initiatives, their authors and files, the council's scores, what was recognised."""

from .authors import Author, InitiativeFile
from .initiative import Initiative, InitiativeEvent
from .recognition import Recognition
from .scores import Score, ScoreRow, ScoreSheet

__all__ = [
    "Author",
    "Initiative",
    "InitiativeEvent",
    "InitiativeFile",
    "Recognition",
    "Score",
    "ScoreRow",
    "ScoreSheet",
]
