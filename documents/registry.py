"""How papers of each kind go on: told by the apps that make them, which this one may not import."""

from collections.abc import Callable
from dataclasses import dataclass, field

from documents.enums import Kind


@dataclass(frozen=True)
class Contents:
    """What a paper does, repeated before it is approved or issued.

    `said` goes on after the paper's name; `facts` are (words, value); `groups` are (heading, lines) of its
    list, a line being (number, name, detail, what for).
    """

    said: str = ""
    facts: list[tuple[str, str]] = field(default_factory=list)
    groups: list[tuple[str, list[tuple[str, str, str, str]]]] = field(default_factory=list)


def nowhere(document) -> str:
    return ""


def nothing_to_see(document, user, on) -> str:
    return ""


def no_contents(document) -> Contents:
    return Contents()


def nothing_follows(document, link, *, by, at, note) -> None:
    return None


def nothing_against(document, by, on) -> str:
    return ""


def never_stale(document, on) -> str:
    return ""


def nobody(document) -> tuple[str, ...]:
    return ()


def nothing_else(document, roles) -> list[tuple[str, str]]:
    return []


@dataclass(frozen=True)
class Way:
    """Addresses for one paper, "" where there is none.

    `subject`: the page of what the paper is about, if this reader may open it. `issue`: the page where its
    number is taken. `send_back`: where the signer's refusal is sent to. `numbered`: said instead of a
    button, when the number comes with another act. `numbered_by`: roles that take the number, where not
    all who number letters do. `bars`: why someone may not sign what it says, "" when he may. `prints`:
    what else those of these roles at the issuing office do with it, as (words, address). `contents`: what it
    does, to be read once more before approving. `answered`: what follows when a later paper corrects,
    replaces or withdraws it, in the same transaction. `worded_by`: the roles at its unit that word the free
    parts of a draft. `stale`: why a draft no longer says what it should, "" while it does.
    """

    subject: Callable = nothing_to_see
    issue: Callable = nowhere
    send_back: Callable = nowhere
    numbered: str = ""
    numbered_by: tuple[str, ...] = ()
    bars: Callable = nothing_against
    prints: Callable = nothing_else
    contents: Callable = no_contents
    answered: Callable = nothing_follows
    worded_by: Callable = nobody
    stale: Callable = never_stale


# By kind; by template where several apps make papers of one kind.
WAYS: dict[str, Way] = {}
PLAIN = Way(numbered="Văn bản này được cấp số ở nơi đã lập.")


# The key of papers whose text is not here.
ENTERED = "entered"


def way_of(document) -> Way:
    """A paper whose text is not here goes no way; it may have contents."""
    if not document.printable:
        return WAYS.get(ENTERED, PLAIN)
    return WAYS.get(document.template) or WAYS.get(Kind(document.kind), PLAIN)
