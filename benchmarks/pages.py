"""Pages and steps: milliseconds at gunicorn, queries at the test client."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from urllib.parse import urlencode

from django.urls import reverse

from benchmarks.browser import Browser
from benchmarks.data import CLERK, OFFICER, Sample, received, sample
from benchmarks.figures import Figure
from benchmarks.queries import Counter
from nominations.models import Dossier
from thiduakt.management.demo.accounts import PASSWORD

SAMPLES = 50
# Enough for both workers to have built every template and plan.
WARM_UP = 12
ROWS = 50
LIST_MS, LIST_QUERIES, OPEN_MS, STEP_MS, ELIGIBILITY_MS = 80, 15, 80, 100, 100
SORTED_MS = 150
# The list's fifth column, the most first.
BY_MET = "-4"
ASKED = ("campaign", "award_type", "person")


@dataclass(frozen=True)
class Page:
    """One row of the table; `paths` are asked for in turn."""

    what: str
    who: str
    paths: list[str]
    goal: float | None = None
    most_queries: int | None = None
    peer: str = ""


def office_list(**filters) -> str:
    return f"{reverse('admin:nominations_dossierstage_changelist')}?{urlencode(filters)}"


def eligibility(campaign: int, award_type: int, person: int) -> str:
    asked = {"campaign": campaign, "award_type": award_type, "nominee": f"p:{person}"}
    return f"{reverse('nominations:eligibility')}?{urlencode(asked)}"


def lists(chosen: Sample) -> list[Page]:
    last = -(-chosen.listed // ROWS)
    asked = [
        ("list, first page", {}, "1,146 / 810"),
        ("list, last page", {"p": last}, "1,232 / 963"),
        ("list, state = received", {"state": "received"}, ""),
        ("list, plan and individuals", {"campaign": chosen.campaign, "group": "individual"}, ""),
        ("list, search “nguyen thi”", {"q": "nguyen thi"}, "454 / 310"),
    ]
    sorted_list = Page(
        "list, sorted by criteria met", OFFICER, [office_list(o=BY_MET)], SORTED_MS, LIST_QUERIES
    )
    return [
        Page(what, OFFICER, [office_list(**filters)], LIST_MS, LIST_QUERIES, peer)
        for what, filters, peer in asked
    ] + [sorted_list]


def others(chosen: Sample) -> list[Page]:
    appraisal = [reverse("admin:nominations_dossierstage_change", args=[pk]) for pk in chosen.stages]
    site = [reverse("nominations:dossier", args=[pk]) for pk in chosen.dossiers]
    about = Dossier.objects.filter(pk__in=chosen.dossiers, person__isnull=False).values_list(*ASKED)
    asked = [eligibility(*of) for of in about]
    return [
        Page("open a dossier, appraisal", OFFICER, appraisal, OPEN_MS, peer="369 / 234"),
        Page("open a dossier, unit's page", CLERK, site, OPEN_MS, peer="369 / 234"),
        Page("eligibility of a unit's person", CLERK, asked, ELIGIBILITY_MS),
        Page("unit's list, 20 rows", CLERK, [reverse("nominations:dossiers")]),
        Page("inbox of the officer", OFFICER, [reverse("inbox")]),
        Page("inbox of the clerk", CLERK, [reverse("inbox")]),
    ]


def measure(port: int) -> Iterator[Figure]:
    chosen = sample(SAMPLES, SAMPLES + WARM_UP + 1)
    browsers = {name: logged_in(port, name) for name in (OFFICER, CLERK)}
    counters = {name: Counter(name) for name in (OFFICER, CLERK)}
    for page in [*lists(chosen), *others(chosen)]:
        yield measured(page, browsers[page.who], counters[page.who])
    yield step(chosen.arrived, browsers[OFFICER], counters[OFFICER])


def logged_in(port: int, name: str) -> Browser:
    browser = Browser(port)
    browser.log_in(name, PASSWORD)
    return browser


def measured(page: Page, browser: Browser, counter: Counter) -> Figure:
    times = [browser.get(path) for path in islice(cycle(page.paths), WARM_UP + SAMPLES)][WARM_UP:]
    return Figure(
        page.what,
        times,
        goal=page.goal,
        queries=counter.get(page.paths[0]),
        most_queries=page.most_queries,
        peer=page.peer,
    )


def step(stages: list[int], browser: Browser, counter: Counter) -> Figure:
    """Each on a dossier of its own; the page that follows is opened, not timed.

    Raises SystemExit when one of them was not taken.
    """
    counted, *fresh = stages
    times = [receive(browser, pk) for pk in fresh][WARM_UP:]
    queries = counter.post(step_path(counted))
    if (done := received(stages)) != len(stages):
        raise SystemExit(f"{done} of {len(stages)} dossiers were received")
    return Figure("one step: receive", times, goal=STEP_MS, queries=queries, peer="352 / 228")


def receive(browser: Browser, pk: int) -> float:
    spent = browser.post(step_path(pk))
    browser.get(reverse("admin:nominations_dossierstage_change", args=[pk]))
    return spent


def step_path(pk: int) -> str:
    return reverse("admin:nominations_dossierstage_step", args=[pk, "receive"])
