"""The words of a snapshot, for finding a paper by what it says."""

from collections.abc import Iterator

from thiduakt.vietnamese.text import search_key

# Not printed: what the office changed, and what stood there before.
BESIDE = ("generated", "typed")


def body_key(snapshot: dict) -> str:
    """Every text of the paper, without marks, in reading order; numbers and switches left out."""
    said = {key: value for key, value in snapshot.items() if key not in BESIDE}
    return search_key(" ".join(texts(said)))


def texts(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)
