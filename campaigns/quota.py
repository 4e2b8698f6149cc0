"""How many awards a plan leaves: pools of slots."""

from dataclasses import dataclass

MAX, EXACT, REQUESTED = KINDS = ("max", "exact", "requested")


@dataclass(frozen=True)
class Pool:
    """`kind`: max (tối đa), exact (a bare number), requested (asked for from the upper level)."""

    limit: int
    used: int = 0
    kind: str = MAX


def left(pool: Pool) -> int:
    return max(pool.limit - pool.used, 0)


def shortage(pool: Pool, count: int = 1) -> int:
    """How many of `count` more awards find no slot."""
    return max(count - left(pool), 0)


def fits(pool: Pool, count: int = 1) -> bool:
    return shortage(pool, count) == 0


def unfilled(pool: Pool) -> int:
    """Slots of an exact number that a decision leaves empty: it asks for a note."""
    return left(pool) if pool.kind == EXACT else 0


def binds(pool: Pool, *, forwarding: bool) -> bool:
    """A requested number binds only what is sent to the upper level; the others bind every claim."""
    return forwarding or pool.kind != REQUESTED


def say_left(pool: Pool) -> str:
    return f"còn {left(pool)}/{pool.limit}"
