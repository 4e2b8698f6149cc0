"""What is typed of sessions and of ballots."""

from .ballots import BallotForm, CancelForm, CloseRoundForm, OpenRoundForm, PaperRoundForm
from .sessions import AgendaForm, ChairForm, NewSessionForm, SubstituteForm, VotesForm, WriteForm

__all__ = [
    "AgendaForm",
    "BallotForm",
    "CancelForm",
    "ChairForm",
    "CloseRoundForm",
    "NewSessionForm",
    "OpenRoundForm",
    "PaperRoundForm",
    "SubstituteForm",
    "VotesForm",
    "WriteForm",
]
