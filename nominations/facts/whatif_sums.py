"""What a list that was tried out comes to: how many of each kind of unit, and the money."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from thiduakt.vietnamese.words import grouped, money

from .whatif import Place


@dataclass(frozen=True)
class Sums:
    """`kinds`: (words, how many are in, how many more than now); `total` and `change` in đồng."""

    kinds: list[tuple[str, int, int]]
    parts: list[tuple[int, int]]
    total: int
    change: int

    @property
    def said(self) -> str:
        """`7 × 900.000 = 6.300.000 đồng`."""
        product = " + ".join(f"{count} × {grouped(each)}" for each, count in self.parts)
        return f"{product} = {money(self.total)}" if product else money(0)

    @property
    def compared(self) -> str:
        if not self.change:
            return "Không đổi so với hiện tại."
        return f"{'Thêm' if self.change > 0 else 'Bớt'} {money(abs(self.change))} so với hiện tại."


def sums_of(found: list[Place], kind: Callable, due: Callable) -> Sums:
    """`kind(dossier)` in words, `due(dossier)` in đồng, of those who are in and who were."""
    before = [place.row.dossier for place in found if place.before is not None]
    after = [place.row.dossier for place in found if place.rank is not None]
    was, are = Counter(map(kind, before)), Counter(map(kind, after))
    parts = Counter(map(due, after))
    total = sum(each * count for each, count in parts.items())
    return Sums(
        kinds=[(words, are[words], are[words] - was[words]) for words in sorted(are | was)],
        parts=sorted((each, count) for each, count in parts.items() if each),
        total=total,
        change=total - sum(map(due, before)),
    )
