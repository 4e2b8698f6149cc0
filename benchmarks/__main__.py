"""Load, measure, print one table; of named parts only, when names follow. Ends by itself."""

import os
import signal
import sys

from benchmarks import bulk, crowd, data, lists, pages, papers, people, plans, races, verdicts
from benchmarks.figures import table
from benchmarks.server import WORKERS, gunicorn

NOTES = f"""
ms: one client, from connecting to the last byte; {pages.WARM_UP} requests before them are not counted.
MISSED: the median is above its goal, or the queries are. Login through the form of the site;
queries include the session's and the account's.
This PostgreSQL does not wait for the disk (fsync off): in production a step costs what the disk adds.
peer: pretalx 2025.2.2 / 2026.2.1 with 10,000 submissions, ms, the page nearest in kind.
"""


# Each part by its name, in order; the port is that of the server, people come after the pages were asked.
PARTS = {
    "pages": pages.measure,
    "crowd": crowd.measure,
    "bulk": bulk.measure,
    "plans": plans.measure,
    "verdicts": lambda port: verdicts.measure(),
    "files": lists.files,
    "people": people.measure,
    "imports": lambda port: lists.imported(),
    "papers": lambda port: papers.measure(),
    "races": lambda port: races.measure(),
}


def main(wanted: list[str]) -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if unknown := set(wanted) - set(PARTS):
        raise SystemExit(f"Unknown: {', '.join(sorted(unknown))}. Parts: {', '.join(PARTS)}.")
    print(f"Loading {data.DOSSIERS:,} dossiers …", flush=True)
    data.load()
    print(f"Measuring with {WORKERS} gunicorn workers, load {load()} before …", flush=True)
    with gunicorn() as port:
        figures = [row for name, part in PARTS.items() if name in (wanted or PARTS) for row in part(port)]
    print(f"\n{table(figures)}\n{NOTES}load after: {load()} on {os.cpu_count()} cores")


def load() -> str:
    """Other work on the machine makes every figure worse: a minute's mean, for the reader to judge by."""
    return f"{os.getloadavg()[0]:.1f}"


if __name__ == "__main__":
    main(sys.argv[1:])
