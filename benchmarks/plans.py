"""A plan of five hundred clauses: its page for a reader, and in the hands of who writes it."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse

from benchmarks.figures import Figure
from benchmarks.pages import Page, logged_in, measured
from benchmarks.queries import Counter
from campaigns.models import Campaign
from campaigns.plan_text.reading import read_plan
from campaigns.services.checking import import_plan
from campaigns.services.flow import enter_launched
from thiduakt.clock import today
from units.models import Unit, User

CLAUSES = 500
PAGE_MS, PAGE_QUERIES = 150, 20
READER, WRITER = "oanh", "linh"


def plan_text(times: int) -> str:
    """Plan 002 with its clauses over and over."""
    text = (settings.BASE_DIR / "fixtures" / "plans" / "002.txt").read_text(encoding="utf-8")
    start, end = text.index("\nI. "), text.index("\nNơi nhận")
    return text[:start] + text[start:end] * times + text[end:]


def long_plan() -> Campaign:
    """A draft with at least CLAUSES clauses, as it was read from its text."""
    times = -(-CLAUSES // len(read_plan(plan_text(1))["clauses"]))
    writer, issuer = User.objects.get(username=WRITER), Unit.objects.get(code="XNP")
    return import_plan(read_plan(plan_text(times)), issuer=issuer, by=writer)


def measure(port: int) -> Iterator[Figure]:
    issued = enter_launched(long_plan(), issuer=Unit.objects.get(code="XNP"), on=today(), by=None)
    for what, who, name, plan in (
        ("plan of 500 clauses, read", READER, "detail", issued),
        ("plan of 500 clauses, draft", WRITER, "detail", draft := long_plan()),
        ("plan of 500 clauses, editor", WRITER, "editor", draft),
        ("plan of 500 clauses, what was read", WRITER, "check", draft),
    ):
        path = reverse(f"campaigns:{name}", args=[plan.pk])
        yield measured(Page(what, who, [path], PAGE_MS, PAGE_QUERIES), logged_in(port, who), Counter(who))
