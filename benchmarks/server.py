"""The site under gunicorn on a free loopback port, for as long as the measuring takes."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

from benchmarks.browser import Browser

WORKERS = 2
START_SECONDS = 30
STOP_SECONDS = 10


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def gunicorn() -> Iterator[int]:
    """Yields the port once the site answers; the server ends with the block, however it is left."""
    port = free_port()
    command = ["gunicorn", "thiduakt.wsgi", "--log-level", "warning", "--workers", str(WORKERS)]
    process = subprocess.Popen(
        [sys.executable, "-m", *command, "--bind", f"127.0.0.1:{port}"],
        env={**os.environ, "SITE_URL": f"http://127.0.0.1:{port}"},
    )
    try:
        wait_for(process, Browser(port))
        yield port
    finally:
        stop(process)


def wait_for(process: subprocess.Popen, browser: Browser) -> None:
    until = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < until:
        with contextlib.suppress(OSError):
            browser.get("/healthz")
            return
        time.sleep(0.1)
    raise SystemExit("gunicorn did not start")


def stop(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
