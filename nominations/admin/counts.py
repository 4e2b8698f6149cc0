"""The row of counts above a list: how many in each state, how long the oldest waits."""

import datetime as dt
from urllib.parse import urlencode

from django.db.models import Count, Min, Q

from nominations.enums import FINAL, StageState
from thiduakt.clock import vietnam_day
from thiduakt.templatetags.looks import LOOKS, PLAIN_LOOK
from thiduakt.vietnamese.days import working_days_between

SHOWN_ALWAYS = (
    StageState.ARRIVED,
    StageState.RECEIVED,
    StageState.CHANGES_REQUESTED,
    StageState.RESUBMITTED,
    StageState.ELIGIBLE,
)
# Working days within which the office answers.
ANSWER_DAYS = 3
OFFICE_TURN = (StageState.ARRIVED, StageState.RESUBMITTED, StageState.RECEIVED)


def state_counts(queryset, on: dt.date) -> dict[str, dict]:
    """{state: {"n", "oldest", "overdue"}} in one query."""
    overdue = Count("pk", filter=Q(due_on__lt=on))
    rows = (
        queryset.order_by().values("state").annotate(n=Count("pk"), oldest=Min("changed_at"), overdue=overdue)
    )
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
    """("lâu nhất 5 ngày", late): the unit's day for a supplement, the office's own for the rest."""
    if state == StageState.CHANGES_REQUESTED:
        return (f"{row['overdue']} quá hạn trả lời", True) if row["overdue"] else ("trong hạn trả lời", False)
    if state in FINAL:
        return "", False
    since = vietnam_day(row["oldest"])
    return f"lâu nhất {days_waited(since, on)}", state in OFFICE_TURN and is_slow(since, on)


def days_waited(since: dt.date, on: dt.date) -> str:
    return f"{(on - since).days} ngày" if since < on else "từ hôm nay"


def is_slow(since: dt.date, on: dt.date) -> bool:
    return working_days_between(since, on) > ANSWER_DAYS
