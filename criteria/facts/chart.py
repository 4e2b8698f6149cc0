"""The course of an index over the years as a drawing: plain numbers for an SVG, no script, prints."""

from collections.abc import Sequence
from dataclasses import dataclass

from criteria.models import Indicator, IndicatorScore

WIDTH, HEIGHT = 640, 220
LEFT, RIGHT, TOP, BOTTOM = 48, 24, 28, 34
ASIDE = 60  # room beside the first and the last point for its words, which a telephone writes larger
LINES = 4
SPAN = 4  # the least distance between the lowest and the highest line, in points


@dataclass(frozen=True)
class Point:
    """A year's score at its place; `rank` may be None."""

    x: int
    y: int
    year: int
    score: object
    rank: int | None


@dataclass(frozen=True)
class Chart:
    """`lines`: (y, score) of the scale; `path`: points of the polyline; `say`: all of it in a sentence."""

    indicator: Indicator
    points: list[Point]
    lines: list[tuple[int, int]]
    path: str
    say: str
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    base: int = HEIGHT - 10


def chart_of(indicator: Indicator, scores: Sequence[IndicatorScore]) -> Chart | None:
    """The drawing of the years that have a score, oldest first; None for fewer than two."""
    scored = sorted((row for row in scores if row.score is not None), key=lambda row: row.year)
    if len(scored) < 2:
        return None
    low, high = bounds([float(row.score) for row in scored], float(indicator.max_score))
    points = [
        Point(along(row.year, scored), up(float(row.score), low, high), row.year, row.score, row.rank)
        for row in scored
    ]
    step = (high - low) / LINES
    lines = [(up(low + step * place, low, high), round(low + step * place)) for place in range(LINES + 1)]
    return Chart(
        indicator, points, lines, " ".join(f"{p.x},{p.y}" for p in points), sentence(indicator, scored)
    )


def bounds(scores: list[float], most: float) -> tuple[int, int]:
    """Whole numbers around the scores, a multiple of LINES apart, not beyond what can be scored."""
    low = max(0, int(min(scores)) - 1)
    span = max(SPAN, int(max(scores)) + 2 - low)
    span += -span % LINES
    high = low + span
    return (max(0, int(most) - span), int(most)) if high > most else (low, high)


def along(year: int, scored: Sequence[IndicatorScore]) -> int:
    first, last = scored[0].year, scored[-1].year
    return LEFT + ASIDE + round((WIDTH - LEFT - RIGHT - 2 * ASIDE) * (year - first) / (last - first))


def up(score: float, low: int, high: int) -> int:
    return TOP + round((HEIGHT - TOP - BOTTOM) * (high - score) / (high - low))


def sentence(indicator: Indicator, scored: Sequence[IndicatorScore]) -> str:
    first, last = scored[0], scored[-1]
    said = [f"năm {row.year} {row.score:f}".replace(".", ",") for row in (first, last)]
    return f"{indicator}: {' đến '.join(said)} điểm."
