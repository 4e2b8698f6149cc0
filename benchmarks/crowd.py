"""Several readers of the office's list at once: what one request takes of the time of all."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from benchmarks.browser import Browser
from benchmarks.data import OFFICER
from benchmarks.figures import Figure
from benchmarks.pages import logged_in, office_list

CLIENTS, ROUNDS, EACH = 8, 5, 20
# Forty requests a second.
GOAL_MS = 25


def measure(port: int) -> Iterator[Figure]:
    """Each round every client asks `EACH` times; the first round warms up."""
    browsers = [logged_in(port, OFFICER) for _ in range(CLIENTS)]
    times = [round_of(browsers) for _ in range(ROUNDS + 1)][1:]
    yield Figure(f"list, {CLIENTS} clients at once, each request", times, goal=GOAL_MS)


def round_of(browsers: list[Browser]) -> float:
    """Milliseconds of the whole round by the number of its requests."""
    began = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(ask, browsers))
    return 1000 * (time.perf_counter() - began) / (CLIENTS * EACH)


def ask(browser: Browser) -> None:
    for _ in range(EACH):
        browser.get(office_list())
