"""What a council of each kind decides on: told by the apps above, which this one may not import."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Pool:
    """Places that a plan leaves; `used` by others than these items, `clause` the sentence that says so."""

    key: Any
    limit: int
    used: int
    clause: Any = None

    @property
    def left(self) -> int:
        return max(self.limit - self.used, 0)


@dataclass(frozen=True)
class About:
    """What is known of a session's items: by item key its page ("" when not to be seen) and its pool.

    `tools`: (label, address) of pages that help this reader to prepare the session.
    """

    subject: Any = None  # what the session is about: has `title` and `get_absolute_url()`
    links: dict[int, str] = field(default_factory=dict)
    pools: dict[int, Pool] = field(default_factory=dict)
    tools: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Candidate:
    """What may be put on an agenda."""

    key: int
    label: str
    detail: str = ""


@dataclass(frozen=True)
class Business:
    """How one app uses sessions.

    `about(session, by, on) -> About`; `candidates(session, by, on) -> [Candidate]`;
    `add(session, keys, *, by) -> [(name, [reason])]` left out; `close(session, *, by)`;
    `step_out(session)` writes anew which seats are in their own case, after a substitute came.
    Where a session gives points instead of votes: `reasons(session) -> [sentence]` that keep it open,
    `scores(session)` the address of its points, `minutes(session)` what the minutes say instead of votes.
    """

    about: Callable
    candidates: Callable
    add: Callable
    close: Callable
    step_out: Callable | None = None
    reasons: Callable | None = None
    scores: Callable | None = None
    minutes: Callable | None = None


BUSINESS: dict[str, Business] = {}


def scored(kind: str) -> bool:
    """Whether councils of this kind give points by a sheet; no votes are typed then."""
    business = BUSINESS.get(kind)
    return bool(business and business.scores)
