"""Numbers of one measurement, and the table they are printed in."""

import math
from dataclasses import dataclass
from statistics import median

HEADS = ("what", "unit", "n", "min", "median", "p90", "goal", "queries", "goal", "peer", "")
NUMBERS = range(2, 10)


@dataclass(frozen=True)
class Figure:
    """Samples of one thing in `unit` ("ms" or "CPU s"), its goals, and the peer's figure as text."""

    what: str
    samples: list[float]
    unit: str = "ms"
    goal: float | None = None
    queries: int | None = None
    most_queries: int | None = None
    peer: str = ""

    @property
    def missed(self) -> bool:
        slow = self.goal is not None and median(self.samples) > self.goal
        many = self.most_queries is not None and (self.queries or 0) > self.most_queries
        return slow or many

    def cells(self) -> tuple[str, ...]:
        low, middle, high = (number(f(self.samples), self.unit) for f in (min, median, ninetieth))
        return (
            self.what,
            self.unit,
            str(len(self.samples)),
            low,
            middle,
            high,
            words(self.goal, "≤ {:g}"),
            words(self.queries, "{}"),
            words(self.most_queries, "≤ {}"),
            self.peer,
            "MISSED" if self.missed else "",
        )


def ninetieth(samples: list[float]) -> float:
    """The smallest sample that nine of ten do not exceed."""
    return sorted(samples)[math.ceil(0.9 * len(samples)) - 1]


def number(value: float, unit: str) -> str:
    return f"{value:.1f}" if unit == "ms" else f"{value:.3f}"


def words(value: float | None, form: str) -> str:
    return "" if value is None else form.format(value)


def table(figures: list[Figure]) -> str:
    rows = [HEADS, *(figure.cells() for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(line(row, widths) for row in rows)


def line(row: tuple[str, ...], widths: list[int]) -> str:
    cells = [
        cell.rjust(width) if place in NUMBERS else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()
