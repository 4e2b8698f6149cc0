"""Papers of a session: before it the invitation and the agenda, in it the ballot, after it the records."""

from .meeting import agenda_paper, ballot_sheet, invitation_paper
from .minutes import minutes_paper
from .records import round_record

__all__ = ["agenda_paper", "ballot_sheet", "invitation_paper", "minutes_paper", "round_record"]
