"""Many tasks of one kind in one line: what a desk with three hundred dossiers can still read."""

import datetime as dt
from collections.abc import Callable, Iterator
from urllib.parse import urlencode

from django.db.models import Count, Min, Q
from django.urls import reverse

from campaigns.models import Campaign
from nominations.enums import StageState as S
from nominations.facts.words import unit_word

from .items import TaskItem, dossier_due, task
from .running import running

MANY = 5


def each_or_all(stages, words: dict, one: Callable, on: dt.date) -> Iterator[TaskItem]:
    """Dossiers in the states of `words`: a line each, but one line for more than MANY of a plan and state.

    `words` gives (kind, title of one, title of many with its number) by state; `one` makes the line of
    a stage. Three queries, however many rows there are.
    """
    counted = stages.values_list("state", "dossier__campaign").annotate(n=Count("pk"), due=Min("due_on"))
    groups = [(S(state), *rest) for state, *rest in counted.order_by("dossier__campaign", "state")]
    few = [Q(state=state, dossier__campaign=plan) for state, plan, number, _ in groups if number <= MANY]
    if few:
        shown = stages.filter(Q(*few, _connector=Q.OR))
        yield from (one(stage, on) for stage in with_campaign(shown, "dossier__").order_by("pk"))
    many = [group for group in groups if group[2] > MANY]
    campaigns = running({plan for _, plan, *_ in many}) if many else {}
    for state, plan, number, due in many:
        kind, _, title = words[state]
        yield all_in_one(kind, title.format(number), state, campaigns[plan], due, on)


def with_campaign(queryset, prefix: str = ""):
    """The plan with the dates that a task shows; a fixed number of queries whatever the rows."""
    named = queryset.select_related(f"{prefix}person", f"{prefix}collective")
    return named.prefetch_related(f"{prefix}campaign__deadline_set__campaign")


def all_in_one(kind: str, title: str, state: S, campaign: Campaign, due: dt.date | None, on) -> TaskItem:
    """`due`: the nearest day of a supplement; without one the plan's own day for dossiers."""
    chosen = urlencode({"tinh_trang": unit_word(state).value, "ke_hoach": campaign.pk})
    url = f"{reverse('nominations:dossiers')}?{chosen}"
    return task(kind, title, url, campaign.title, on=on, due=due or dossier_due(campaign), campaign=campaign)
