#!/usr/bin/env python3
"""Runs a command with DATABASE_URL of a PostgreSQL of its own, thrown away afterwards.

Usage: pg.py COMMAND [ARGUMENT …]. Exit status: the command's. The server lives in a temporary
directory, listens on a Unix socket there and nowhere else, and never waits for the disk.
"""

import ctypes
import glob
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

NAME = "thiduakt"
PR_SET_PDEATHSIG = 1  # Linux
# Nothing here outlives the command, so nothing has to reach the disk.
SPEED = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c max_connections=60"
)


def binaries() -> Path:
    """The newest PostgreSQL's binaries, at Debian's place or else beside `pg_ctl` of the PATH."""
    found = glob.glob("/usr/lib/postgresql/*/bin/pg_ctl") or [shutil.which("pg_ctl") or ""]
    newest = max(found, key=lambda path: [int(digits) for digits in re.findall(r"\d+", path)])
    if not newest:
        sys.exit("PostgreSQL is not installed: run `make setup`.")
    return Path(newest).parent


def server_user() -> str | None:
    """PostgreSQL refuses to run as root: whom to become instead; None when we are not root."""
    if os.getuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


class Cluster:
    """A server in its own directory, between `start` and `stop`."""

    def __init__(self):
        self.home = Path(tempfile.mkdtemp(prefix="thiduakt-pg-"))
        self.user = server_user()
        self.bin = binaries()
        if self.user:
            shutil.chown(self.home, self.user)

    @property
    def url(self) -> str:
        return f"postgres://{NAME}@{quote(str(self.home), safe='')}/{NAME}"

    def call(self, program: str, *arguments: str) -> None:
        become = ["runuser", "-u", self.user, "--"] if self.user else []
        command = [*become, str(self.bin / program), *arguments]
        done = subprocess.run(
            command, cwd=self.home, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        if done.returncode:
            raise SystemExit(f"{program} failed:\n{done.stdout}{self.log()}")

    def log(self) -> str:
        path = self.home / "log"
        return path.read_text() if path.exists() else ""

    def start(self) -> None:
        data = f"{self.home}/data"
        self.call(
            "initdb", "--no-sync", "-A", "trust", "-U", NAME, "-E", "UTF8", "--locale=C.UTF-8", "-D", data
        )
        options = f"-c listen_addresses='' -c unix_socket_directories={self.home} {SPEED}"
        self.call("pg_ctl", "start", "-w", "-s", "-D", data, "-l", f"{self.home}/log", "-o", options)
        self.call("createdb", "-h", str(self.home), "-U", NAME, NAME)

    def stop(self) -> None:
        if (self.home / "data" / "postmaster.pid").exists():
            self.call("pg_ctl", "stop", "-s", "-m", "immediate", "-D", f"{self.home}/data")
        shutil.rmtree(self.home, ignore_errors=True)


def main(command: list[str]) -> int:
    if not command:
        sys.exit(__doc__)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGHUP, lambda *_: sys.exit(129))
    cluster = Cluster()
    try:
        cluster.start()
        return run(command, {**os.environ, "DATABASE_URL": cluster.url})
    except KeyboardInterrupt:
        return 130
    finally:
        cluster.stop()


def end_with_us() -> None:
    """In the child: whatever ends us, even between starting it and knowing its number, ends it."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def run(command: list[str], environment: dict[str, str]) -> int:
    """Its exit status; whoever stops us stops the command first, then the server goes."""
    child = subprocess.Popen(command, env=environment, preexec_fn=end_with_us)
    try:
        return child.wait()
    finally:
        child.terminate()
        child.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
