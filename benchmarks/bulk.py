"""A step for a hundred dossiers at once: what is shown before it, and the step, at gunicorn."""

from collections.abc import Iterator

from django.urls import reverse

from benchmarks.browser import Browser
from benchmarks.data import OFFICER, received, sample
from benchmarks.figures import Figure
from benchmarks.pages import logged_in

MANY, TIMES, WARM_UP, BULK_MS = 100, 5, 2, 1_000


def measure(port: int) -> Iterator[Figure]:
    """Raises SystemExit when not all of them were received."""
    browser = logged_in(port, OFFICER)
    arrived = sample(1, MANY * (TIMES + WARM_UP)).arrived
    chosen = [arrived[start : start + MANY] for start in range(0, len(arrived), MANY)]
    spent = [receive(browser, some) for some in chosen][WARM_UP:]
    if (done := received(arrived)) != len(arrived):
        raise SystemExit(f"{done} of {len(arrived)} dossiers were received")
    shown, taken = (list(times) for times in zip(*spent, strict=True))
    yield Figure(f"receive {MANY} dossiers: shown before", shown, goal=BULK_MS)
    yield Figure(f"receive {MANY} dossiers: the step", taken, goal=BULK_MS)


def receive(browser: Browser, stages: list[int]) -> tuple[float, float]:
    """Milliseconds of the preview and of the step; choosing the rows is not timed."""
    listed = reverse("admin:nominations_dossierstage_changelist")
    browser.post(listed, {"action": "receive", "_selected_action": stages, "index": 0})
    preview = browser.location
    return browser.get(preview), browser.post(preview, {"confirm": len(stages)})
