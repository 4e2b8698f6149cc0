"""The dates of one plan with what was recorded about them, for the page of its deadlines."""

import datetime as dt
from dataclasses import dataclass, field

from campaigns.dates import explain, last_day
from campaigns.models import Campaign, Deadline, DeadlineExtension, LateAcceptance


@dataclass(frozen=True)
class DatedLine:
    """`last`: the last day still in time; `written`: as the plan says it; `extensions`: oldest first."""

    deadline: Deadline
    written: str
    last: dt.date | None
    extensions: list[DeadlineExtension] = field(default_factory=list)


def dated_lines(campaign: Campaign) -> list[DatedLine]:
    rows = campaign.deadline_set.select_related("campaign", "clause__campaign").prefetch_related("extensions")
    return [
        DatedLine(row, explain(row.written_limit()), last_day(row.limit()), list(row.extensions.all()))
        for row in rows
    ]


def acceptances(campaign: Campaign) -> list[LateAcceptance]:
    return list(campaign.late_acceptances.select_related("unit"))
