"""A function that runs wild in the child costs its caller a sentence, nothing more."""

import os
import select
import time

import pytest

from thiduakt.confined import run_confined
from thiduakt.confined.run import TOO_HEAVY, TOO_LONG, UNREADABLE
from thiduakt.errors import Refused

pytestmark = pytest.mark.unit


def confined(name: str, data: bytes = b"", **limits):
    return run_confined(f"tests.thiduakt.confined.targets:{name}", data, **limits)


def refused(name: str, data: bytes = b"", **limits) -> list[str]:
    with pytest.raises(Refused) as refusal:
        confined(name, data, **limits)
    return refusal.value.reasons


def test_run_confined_answers_with_what_the_function_returns():
    words = "thi đua " * 100_000
    assert confined("count", words.encode()) == {"bytes": len(words.encode()), "chữ": words}


def test_run_confined_takes_only_the_answer_when_the_function_prints():
    assert confined("chatter") == "answer"


def test_refusal_of_the_function_keeps_its_sentences():
    assert refused("say_no") == ["Tệp rỗng.", "Tệp không có tên."]


@pytest.mark.parametrize("name", ["break_down", "abort", "leave", "no_json", "much", "no_such_function"])
def test_function_that_fails_is_one_sentence(name):
    assert refused(name) == [UNREADABLE]


def test_memory_above_the_limit_is_refused():
    assert refused("swell") == [TOO_HEAVY]


def test_memory_within_the_limit_is_given():
    assert confined("swell", memory=500 << 20) == 300 << 20


def test_processor_time_above_the_limit_is_refused():
    started = time.monotonic()
    assert refused("spin", seconds=1) == [TOO_LONG]
    assert time.monotonic() - started < 3


def test_waiting_longer_than_allowed_is_refused_and_the_group_is_gone(tmp_path):
    pid = tmp_path / "pid"
    assert refused("sleep", str(pid).encode(), seconds=1) == [TOO_LONG]
    assert ended(int(pid.read_text()))


def ended(pid: int) -> bool:
    """Killing takes effect a moment later: the system tells when."""
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    return select.select([process], [], [], 2)[0] == [process]


def test_child_has_none_of_our_secrets(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "hidden")
    assert confined("surroundings") == {"names": ["LC_ALL", "PATH"], "django": False, "folder": "/"}
