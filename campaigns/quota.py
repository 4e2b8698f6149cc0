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


@dataclass(frozen=True)
class Share:
    """A part of a pool. `unit` with all below it, or `kind` of unit; neither: for each single unit."""

    limit: int
    words: str
    unit: int | None = None
    kind: str = ""

    @property
    def for_each(self) -> bool:
        return self.unit is None and not self.kind

    def covers(self, place: "Place") -> bool:
        """Whether a unit draws on this part."""
        return self.unit in place.line if self.unit is not None else self.kind == place.kind


@dataclass(frozen=True)
class Place:
    """A unit that takes places: its key, its kind, and the keys of itself and of all above it."""

    unit: int
    kind: str
    line: frozenset[int]


def allotted(shares: list[Share]) -> int:
    return sum(share.limit for share in shares if not share.for_each)


def allotment_faults(limit: int, shares: list[Share]) -> list[str]:
    """Why a pool of `limit` places cannot be allotted so; empty when it can."""
    found = []
    if any(share.limit < 1 for share in shares):
        found.append("Số chỗ phân bổ phải từ 1.")
    if any(share.unit is not None for share in shares) and any(share.kind for share in shares):
        found.append("Phân bổ theo đơn vị hoặc theo loại đơn vị, không theo cả hai.")
    if (total := allotted(shares)) > limit:
        found.append(f"Phân bổ {total:02d} chỗ, vượt số lượng {limit:02d} của kế hoạch.")
    found += [
        f"Mỗi đơn vị {share.limit:02d} chỗ, vượt số lượng {limit:02d} của kế hoạch."
        for share in shares
        if share.for_each and share.limit > limit
    ]
    return found


def over_share(limit: int, shares: list[Share], taken: dict[Place, int], place: Place, count: int = 1) -> str:
    """What stands against `count` more places for a unit; empty when its part of the pool has room.

    `taken`: places held so far, by unit. Who is named in no part draws on what is not allotted.
    """
    for share in shares:
        if share.for_each:
            used, named = taken.get(place, 0), "mỗi đơn vị"
        elif share.covers(place):
            used = sum(number for one, number in taken.items() if share.covers(one))
            named = share.words
        else:
            continue
        if used + count > share.limit:
            return f"Đã hết phần phân bổ: {named} {share.limit:02d} chỗ, đã dùng {used:02d}"
    parts = [share for share in shares if not share.for_each]
    if not parts or any(share.covers(place) for share in parts):
        return ""
    free = limit - allotted(shares)
    used = sum(number for one, number in taken.items() if not any(share.covers(one) for share in parts))
    if used + count > free:
        return f"Đơn vị chưa được phân bổ; phần chưa phân bổ {free:02d} chỗ, đã dùng {used:02d}"
    return ""
