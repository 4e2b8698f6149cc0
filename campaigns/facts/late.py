"""Who may still send after the day has passed: the acceptances on record."""

import datetime as dt
from collections.abc import Iterable

from campaigns.dates import explain, is_late
from campaigns.models import Campaign, Deadline, LateAcceptance
from thiduakt.clock import vietnam_day


def late_acceptance(campaign: Campaign, what: str, unit_ids, on: dt.date) -> LateAcceptance | None:
    """The newest acceptance that still holds that day for one of the units."""
    rows = LateAcceptance.objects.filter(campaign=campaign, what=what, unit__in=list(unit_ids), until__gte=on)
    return rows.select_related("unit").first()


def late_campaigns(what: str, unit_ids, on: dt.date) -> set[int]:
    """Keys of the plans in which one of the units may still send late that day."""
    rows = LateAcceptance.objects.filter(what=what, unit__in=list(unit_ids), until__gte=on)
    return set(rows.values_list("campaign", flat=True))


def too_late(
    campaign: Campaign,
    what: str,
    unit_id: int,
    at: dt.datetime,
    words: str,
    *,
    deadlines: Iterable[Deadline] | None = None,
) -> str | None:
    """The deadline of a kind with its clause, if it has passed and the unit was not let in late.

    `words` say what is over: `hết hạn gửi hồ sơ`; `deadlines` are the plan's where they were read before.
    """
    if deadlines is None:
        deadlines = campaign.deadline_set.select_related("clause__campaign")
    for deadline in deadlines:
        if deadline.what == what and is_late(at, deadline.ends_at()):
            if late_acceptance(campaign, what, [unit_id], vietnam_day(at)):
                return None
            clause = f" ({deadline.clause.citation})" if deadline.clause else ""
            return f"Đã {words}: {explain(deadline.limit())}{clause}."
    return None
