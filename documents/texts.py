"""The words of a snapshot, for finding a paper by what it says."""

from collections.abc import Iterator

from thiduakt.vietnamese.text import search_key


def body_key(snapshot: dict) -> str:
    """Every text of the paper, without marks, in reading order; numbers and switches left out."""
    return search_key(" ".join(texts(snapshot)))


def texts(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)
