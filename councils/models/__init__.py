"""Councils, their sessions, and the secret ballots cast in them."""

from .bodies import Council, CouncilMember, CouncilQuerySet
from .rounds import CountedBallot, RoundCount, RoundVoter, SealedBallot, VotingRound
from .sessions import Attendance, CouncilSession, CouncilSessionEvent, CouncilSessionQuerySet, SessionItem

__all__ = [
    "Attendance",
    "Council",
    "CouncilMember",
    "CouncilQuerySet",
    "CouncilSession",
    "CouncilSessionEvent",
    "CouncilSessionQuerySet",
    "CountedBallot",
    "RoundCount",
    "RoundVoter",
    "SealedBallot",
    "SessionItem",
    "VotingRound",
]
