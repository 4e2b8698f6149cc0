"""How papers of each kind go on: told by the apps that make them, which this one may not import."""

from collections.abc import Callable
from dataclasses import dataclass

from documents.enums import Kind


def nowhere(document) -> str:
    return ""


def nothing_else(document) -> list[tuple[str, str]]:
    return []


@dataclass(frozen=True)
class Way:
    """Addresses for one paper, "" where there is none.

    `subject`: the page of what the paper is about. `issue`: where its number is taken, by a form sent
    at once when `issue_at_once`, else a page of its own. `send_back`: where the signer's refusal is
    sent to. `numbered`: said instead of a button, when the number comes with another act.
    `prints`: what else the issuing office prints from it, as (words, address).
    """

    subject: Callable = nowhere
    issue: Callable = nowhere
    issue_at_once: bool = True
    send_back: Callable = nowhere
    numbered: str = ""
    prints: Callable = nothing_else


WAYS: dict[str, Way] = {}
PLAIN = Way(numbered="Văn bản này được cấp số ở nơi đã lập.")


def way_of(document) -> Way:
    return WAYS.get(Kind(document.kind), PLAIN)
