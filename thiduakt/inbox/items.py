"""One task, and the headings under which tasks stand."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from campaigns.enums import DeadlineKind
from campaigns.facts.times import due_on
from campaigns.models import Campaign
from thiduakt.templatetags.deadlines import due_css

SUNDAY = 7


@dataclass(frozen=True)
class TaskItem:
    """Something to do now: what, where, for which plan, until when.

    `due` is the last day still in time. `kind` is a word for tests and styles; `campaign` the key of
    the plan it belongs to, so that the plan's card can offer its most urgent task.
    """

    title: str
    url: str
    sub: str
    due: dt.date | None
    kind: str
    urgent: bool = False
    campaign: int | None = None


@dataclass(frozen=True)
class TaskGroup:
    key: str
    title: str
    css: str
    icon: str
    tasks: list[TaskItem]


HEADINGS = (
    ("late", "Quá hạn", "is-bad", "alert"),
    ("today", "Hôm nay", "is-warn", "clock"),
    ("week", "Tuần này", "", ""),
    ("later", "Sau tuần này", "", ""),
    ("undated", "Không hạn", "", ""),
)


def task(
    kind: str,
    title: str,
    url: str,
    sub: str,
    *,
    on: dt.date,
    due: dt.date | None = None,
    campaign: Campaign | None = None,
) -> TaskItem:
    urgent = bool(due and due_css(due, on))
    return TaskItem(title, url, sub, due, kind, urgent, campaign.pk if campaign else None)


def dossier_due(campaign: Campaign) -> dt.date | None:
    return due_on(campaign, DeadlineKind.DOSSIER)


def registration_due(campaign: Campaign) -> dt.date | None:
    return due_on(campaign, DeadlineKind.REGISTRATION)


def review_due(campaign: Campaign) -> dt.date | None:
    """The plan's own day for appraising and proposing; nothing binds the office without one."""
    return due_on(campaign, DeadlineKind.APPRAISAL)


def in_order(tasks: Iterable[TaskItem]) -> list[TaskItem]:
    """The nearest day first; what has no day last, as it came."""
    return sorted(tasks, key=lambda item: item.due or dt.date.max)


def heading_of(item: TaskItem, on: dt.date) -> str:
    """`late`, `today`, `week` (until Sunday), `later` or `undated`."""
    if item.due is None:
        return "undated"
    if item.due <= on:
        return "late" if item.due < on else "today"
    sunday = on + dt.timedelta(days=SUNDAY - on.isoweekday())
    return "week" if item.due <= sunday else "later"


def grouped(tasks: Iterable[TaskItem], on: dt.date) -> list[TaskGroup]:
    """Tasks under their headings; an empty heading is left out."""
    found: dict[str, list[TaskItem]] = {}
    for item in in_order(tasks):
        found.setdefault(heading_of(item, on), []).append(item)
    return [TaskGroup(*heading, found[heading[0]]) for heading in HEADINGS if heading[0] in found]
