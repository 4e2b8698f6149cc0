"""The plans that run, with the dates that a task shows."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from campaigns.models import Campaign
from campaigns.models.campaign import under_way

# Plans looked up so far while one list of tasks is put together; None stands for one that does not run.
KNOWN: ContextVar[dict[int, Campaign | None] | None] = ContextVar("plans of one list of tasks", default=None)


@contextmanager
def plans_read_once() -> Iterator[None]:
    """Within it each plan is looked up once, however many kinds of task name it."""
    token = KNOWN.set({})
    try:
        yield
    finally:
        KNOWN.reset(token)


def running(keys) -> dict[int, Campaign]:
    """By key, the newest first; a plan that does not run is left out. No query for no key."""
    known = KNOWN.get()
    if known is None:
        return found_running(keys)
    if missing := set(keys) - known.keys():
        known |= dict.fromkeys(missing) | found_running(missing)
    return {key: known[key] for key in sorted(keys, reverse=True) if known[key]}


def found_running(keys) -> dict[int, Campaign]:
    if not keys:
        return {}
    found = Campaign.objects.filter(under_way(), pk__in=keys)
    return {campaign.pk: campaign for campaign in found.prefetch_related("deadline_set__campaign")}
