"""A record in words, for lists, files and pages."""

from criteria.enums import FactScale, Period
from criteria.measures.numbers import decimal
from criteria.models import Assignment, Fact, Hold, IndicatorScore
from criteria.rules.figures import ALL_WORDS

ACTIONS = {"enter": "Ghi vào hệ thống", "correct": "Sửa", "confirm": "Xác nhận", "cancel": "Hủy ghi"}


def amount(fact: Fact) -> str:
    """`1 trên 10`, `92,5%`, `Hoàn thành tốt nhiệm vụ`."""
    if fact.rating:
        return ALL_WORDS.get(fact.rating, fact.rating)
    if fact.value is None:
        return "chưa ghi"
    shown = decimal(fact.value)
    if fact.kind.scale == FactScale.PERCENT:
        return f"{shown}%"
    return f"{shown} trên {decimal(fact.total)}" if fact.total is not None else shown


def year_words(fact: Fact) -> str:
    quarter = "" if fact.period == Period.YEAR else f"{fact.get_period_display()} "
    return f"{quarter}năm {fact.year}" if quarter else str(fact.year)


def fact_cells(fact: Fact) -> list:
    return [str(fact.holder), str(fact.kind), year_words(fact), amount(fact), fact.source]


def score_cells(row: IndicatorScore) -> list:
    score = "" if row.score is None else decimal(row.score)
    return [str(row.unit), row.indicator.code, str(row.year), score, row.rank or "", row.source]


def assignment_cells(row: Assignment) -> list:
    return [str(row.unit), row.indicator.code, row.since_year, row.until_year or "nay", row.source]


def hold_cells(row: Hold) -> list:
    until = f"{row.until:%d/%m/%Y}" if row.until else "chưa kết thúc"
    return [str(row.holder), row.get_reason_display(), f"{row.since:%d/%m/%Y}", until, row.note, row.source]


def about(row) -> str:
    """What a record is of, as a title."""
    if isinstance(row, Fact):
        return f"{row.kind}, {year_words(row)}"
    if isinstance(row, IndicatorScore):
        return f"{row.indicator} năm {row.year}"
    if isinstance(row, Assignment):
        return f"Giao phụ trách {row.indicator}"
    return row.get_reason_display()


def holder_of(row):
    """The unit or person that a record is of."""
    return row.holder if isinstance(row, (Fact, Hold)) else row.unit


def story(row) -> list[dict]:
    """Who did what with a record, newest first, with what stood there before."""
    return [
        {
            "at": event.at,
            "what": ACTIONS.get(event.action, event.action),
            "by": event.by,
            "note": event.note,
            "changes": event.data.get("changes", []),
        }
        for event in row.events.select_related("by").order_by("-seq")
    ]
