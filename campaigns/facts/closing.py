"""What is still open when a plan is to be closed: it stops nothing, it is said and kept."""

import datetime as dt
from collections.abc import Callable

from campaigns.models import Campaign

from .own_plans import asked_by, own_plan_rows
from .work import board_rows

# Handed down by the apps above: (plan) -> sentences.
MORE: list[Callable[[Campaign], list[str]]] = []


def still_open_at_closing(campaign: Campaign, on: dt.date) -> list[str]:
    """Sentences; empty when everything the plan set going is done."""
    return [
        *open_tasks(campaign, on),
        *missing_own_plans(campaign, on),
        *(s for more in MORE for s in more(campaign)),
    ]


def open_tasks(campaign: Campaign, on: dt.date) -> list[str]:
    count = sum(not row.done for row in board_rows(campaign, on))
    return [f"{count} nhiệm vụ chưa báo xong."] if count else []


def missing_own_plans(campaign: Campaign, on: dt.date) -> list[str]:
    if asked_by(campaign) is None:
        return []
    names = [str(row.unit) for row in own_plan_rows(campaign, on) if not row.sent]
    return [f"{len(names)} đơn vị chưa gửi kế hoạch riêng: {', '.join(names)}."] if names else []
