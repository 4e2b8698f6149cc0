"""Papers of a session: before it invitation and agenda, in it the ballot, after it the records; lists."""

from .lists import MEMBER_HEADINGS, SESSION_HEADINGS, member_lines, session_lines
from .meeting import agenda_paper, ballot_sheet, invitation_paper
from .minutes import minutes_paper
from .records import round_record

__all__ = [
    "MEMBER_HEADINGS",
    "SESSION_HEADINGS",
    "agenda_paper",
    "ballot_sheet",
    "invitation_paper",
    "member_lines",
    "minutes_paper",
    "round_record",
    "session_lines",
]
