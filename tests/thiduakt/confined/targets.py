"""What a child is asked to run in these tests; imported there, not here."""

import os
import subprocess
import sys
import time
from pathlib import Path

from thiduakt.errors import Refused


def count(data: bytes) -> dict:
    return {"bytes": len(data), "chữ": data.decode()}


def say_no(data: bytes):
    raise Refused("Tệp rỗng.", "Tệp không có tên.")


def break_down(data: bytes):
    raise KeyError("bug")


def spin(data: bytes):
    while True:
        pass


def sleep(data: bytes):
    """Leaves the address of its own child behind, so that the test can look for it."""
    below = subprocess.Popen([sys.executable, "-I", "-c", "import time; time.sleep(60)"])
    Path(data.decode()).write_text(str(below.pid))
    time.sleep(60)


def swell(data: bytes):
    return len(bytearray(300 << 20))


def abort(data: bytes):
    os.abort()


def leave(data: bytes):
    """Gone without an answer, yet as if all were well."""
    os._exit(0)


def chatter(data: bytes) -> str:
    print("nothing of this is the answer")
    os.write(1, b"nor this\n")
    return "answer"


def no_json(data: bytes):
    return {1, 2}


def much(data: bytes) -> str:
    return "a" * (40 << 20)


def surroundings(data: bytes) -> dict:
    return {"names": sorted(os.environ), "django": "django" in sys.modules, "folder": str(Path.cwd())}
