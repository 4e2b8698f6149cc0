"""What is done with councils: sessions planned, attended, counted and closed, ballots cast."""

from .casting import cast_ballot, items_for, seat_in
from .counts import (
    close_session,
    order_ties,
    voters_of,
    why_not_close,
    why_not_valid,
    write_vote_counts,
    write_votes,
)
from .paper_rounds import cancel_round, enter_paper_round
from .rounds import close_round, holders, open_round
from .seen import COUNTINGS, WRITINGS, newest
from .sessions import (
    KEEPERS,
    PLANNERS,
    frozen,
    locked,
    may_keep,
    may_plan,
    members_on,
    open_for_writing,
    plan_session,
    seat_of,
    write_session,
)
from .substitutes import send_substitute

__all__ = [
    "COUNTINGS",
    "KEEPERS",
    "PLANNERS",
    "WRITINGS",
    "cancel_round",
    "cast_ballot",
    "close_round",
    "close_session",
    "enter_paper_round",
    "frozen",
    "holders",
    "items_for",
    "locked",
    "may_keep",
    "may_plan",
    "members_on",
    "newest",
    "open_for_writing",
    "open_round",
    "order_ties",
    "plan_session",
    "seat_in",
    "seat_of",
    "send_substitute",
    "voters_of",
    "why_not_close",
    "why_not_valid",
    "write_session",
    "write_vote_counts",
    "write_votes",
]
