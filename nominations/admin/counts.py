"""The row of counts above a list: how many in each state, how long the oldest waits."""

import datetime as dt
from urllib.parse import urlencode

from django.db.models import Count, Min

from nominations.enums import FINAL, StageState
from nominations.facts.waiting import ANSWER_DAYS, is_late
from thiduakt.clock import vietnam_day
from thiduakt.templatetags.looks import LOOKS, PLAIN_LOOK

SHOWN_ALWAYS = (
    StageState.ARRIVED,
    StageState.RECEIVED,
    StageState.CHANGES_REQUESTED,
    StageState.RESUBMITTED,
    StageState.ELIGIBLE,
)


def state_counts(queryset, on: dt.date) -> dict[str, dict]:
    """{state: {"n", "oldest", "late"}} in one query."""
    late = Count("pk", filter=is_late(on))
    rows = queryset.order_by().values("state").annotate(n=Count("pk"), oldest=Min("changed_at"), late=late)
    return {row["state"]: row for row in rows}


def total_of(found: dict[str, dict], state: str | None) -> int:
    """How many rows the list has: those of one state, or of all."""
    return sum(row["n"] for key, row in found.items() if not state or key == state)


def count_boxes(found: dict[str, dict], params: dict, on: dt.date) -> list[dict]:
    """What the list template shows; each box is the link to its state with the other filters kept."""
    states = [state for state in StageState if state in SHOWN_ALWAYS or state in found]
    return [count_box(state, found.get(state), params, on) for state in states]


def count_box(state: StageState, row: dict | None, params: dict, on: dt.date) -> dict:
    note, late = note_of(state, row, on) if row else ("", False)
    return {
        "css": LOOKS.get(state.value, PLAIN_LOOK)[0],
        "url": link_to(params, state),
        "n": row["n"] if row else 0,
        "label": state.label,
        "note": note,
        "late": late,
        "current": params.get("state") == state,
    }


def link_to(params: dict, state: StageState) -> str:
    return "?" + urlencode({**params, "state": state.value})


def note_of(state: StageState, row: dict, on: dt.date) -> tuple[str, bool]:
    """("4 quá 3 ngày làm việc", late): the unit's day for a supplement, the office's own for the rest."""
    if state == StageState.CHANGES_REQUESTED:
        return (f"{row['late']} quá hạn trả lời", True) if row["late"] else ("trong hạn trả lời", False)
    if row["late"]:
        return f"{row['late']} quá {ANSWER_DAYS} ngày làm việc", True
    if state in FINAL:
        return "", False
    return f"lâu nhất {days_waited(vietnam_day(row['oldest']), on)}", False


def days_waited(since: dt.date, on: dt.date) -> str:
    return f"{(on - since).days} ngày" if since < on else "từ hôm nay"
