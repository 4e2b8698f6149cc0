"""The parent's side: start the child, wait no longer than allowed, believe only a whole answer."""

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from thiduakt.errors import Refused

from . import child

log = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parents[2]
TOO_LONG = "Tệp cần quá nhiều thời gian để đọc nên hệ thống đã dừng. Hãy bớt nội dung hoặc chia nhỏ tệp."
TOO_HEAVY = "Tệp cần quá nhiều bộ nhớ để đọc nên hệ thống đã dừng. Hãy bớt nội dung hoặc chia nhỏ tệp."
UNREADABLE = "Không đọc được tệp này. Hãy mở thử trên máy, lưu lại rồi gửi lại."
SHOWN_OF_ERRORS = 4_000


def run_confined(
    function: str, data: bytes, *, seconds: int = 5, memory: int = 200 << 20, wait: int = 0
) -> object:
    """What `package.module:function` makes of `data`: a value that JSON can carry.

    The child has its own interpreter without our environment, `memory` bytes of address space and
    `seconds` of processor and of wall clock (`wait` of this, where nobody waits for the answer and the
    machine may be busy); it imports only what the function's module imports, so
    keep Django out of there. Raises Refused with the function's own sentence, or with one that says
    that the file takes too long, is too heavy or cannot be read.
    """
    with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as errors:
        code = outcome(command(function, seconds, memory), data, answer, errors, wait or seconds)
        if code:
            log.warning("%s ended with %s: %s", function, code, tail(errors))
            raise Refused(SENTENCES.get(code, UNREADABLE))
        return answered(function, answer)


SENTENCES = {
    child.HEAVY: TOO_HEAVY,
    -signal.SIGXCPU: TOO_LONG,
    -signal.SIGKILL: TOO_LONG,
}


def command(function: str, seconds: int, memory: int) -> list[str]:
    """`-I`: neither the environment nor the folder we stand in decides what is imported."""
    return [sys.executable, "-I", child.__file__, function, str(ROOT), str(seconds), str(memory)]


def outcome(words: list[str], data: bytes, answer, errors, seconds: int) -> int:
    """The child's exit code; whatever is left of its group is killed, so nothing outlives the request."""
    environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(
        words,
        stdin=subprocess.PIPE,
        stdout=answer,
        stderr=errors,
        env=environment,
        cwd="/",
        start_new_session=True,
    )
    try:
        process.communicate(data, timeout=seconds)
    except subprocess.TimeoutExpired:
        return -signal.SIGKILL
    finally:
        kill_group(process)
    return process.returncode


def kill_group(process: subprocess.Popen) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        process.wait()


def answered(function: str, answer) -> object:
    answer.seek(0)
    try:
        found = json.loads(answer.read())
    except (ValueError, RecursionError) as error:
        raise Refused(UNREADABLE) from error
    if found.get("refused"):
        raise Refused(*found["refused"])
    return found["result"]


def tail(errors) -> str:
    size = errors.seek(0, os.SEEK_END)
    errors.seek(max(size - SHOWN_OF_ERRORS, 0))
    return errors.read().decode("utf-8", "replace")
