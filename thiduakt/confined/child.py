"""The child's side, run as a file: limits first, then the function, then its answer as JSON.

It imports nothing of ours before the limits stand.
"""

import importlib
import json
import os
import resource
import sys

# The exit code of a function that asked for more memory than it was given.
HEAVY = 3
# The largest answer, in bytes: the whole of a plan of 2 MB many times over.
ANSWER = 32 << 20
FILES = 64


def limit(seconds: int, memory: int) -> None:
    """Hard limits: nothing that runs later in this process or below it can lift them."""
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, ANSWER),
        (resource.RLIMIT_NOFILE, FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def answer(name: str, root: str, data: bytes) -> dict:
    sys.path.insert(0, root)
    from_module, _, function = name.partition(":")
    refused = importlib.import_module("thiduakt.errors").Refused
    try:
        return {"result": getattr(importlib.import_module(from_module), function)(data)}
    except refused as refusal:
        return {"refused": refusal.reasons}


def main(name: str, root: str, seconds: str, memory: str) -> int:
    """What the function prints goes where errors go: standard output belongs to the answer."""
    limit(int(seconds), int(memory))
    out = os.dup(1)
    os.dup2(2, 1)
    try:
        words = json.dumps(answer(name, root, sys.stdin.buffer.read()))
    except MemoryError:
        return HEAVY
    with os.fdopen(out, "w") as stream:
        stream.write(words)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
