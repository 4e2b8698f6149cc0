"""The throw-away PostgreSQL leaves nothing behind."""

import signal
import subprocess
import sys

import pytest

from tests.architecture.source import ROOT

pytestmark = pytest.mark.pure
STOPPED = 128 + signal.SIGTERM
PARENT = """
import os, pg, signal, sys
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
pg.run(["sh", "-c", "echo started; exec tail -f /dev/null"], dict(os.environ))
"""


def test_stopped_run_stops_its_command():
    """The command holds our pipe: it is read to its end only when the command is gone."""
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT], cwd=ROOT / "scripts", stdout=subprocess.PIPE, text=True
    )
    parent.stdout.readline()
    parent.terminate()
    left, _ = parent.communicate(timeout=30)
    assert (parent.returncode, left) == (STOPPED, "")
