"""What only the apps above know of units and people, handed down when the site starts."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Scans:
    """Where the signed paper of an act is kept: `attach(act, upload, by=)`, `shown(act)` its file or None."""

    attach: Callable
    shown: Callable


# (person or unit, user, on) -> lines of its awards, newest first; see nominations.facts.history.
HISTORY: list[Callable] = []
# (person or unit, on) -> how far titles of years running reach; see nominations.facts.continuity.
RUNS: list[Callable] = []
# (person, user, on) -> lines of the initiatives that the person made, newest first.
WORKS: list[Callable] = []
# (units) -> [{"what", "name", "url"}]: what is still open there and would be left behind.
OPEN_WORK: list[Callable] = []
# (unit, day) -> ["3 văn bản đã ban hành"]: what the unit did on or after the day.
TRACES: list[Callable] = []
SCANS: list[Scans] = []
# (name of the template, its dict) -> PDF; see documents.pdf.render.render_pdf.
PRINTERS: list[Callable] = []


@dataclass(frozen=True)
class ListKind:
    """A list that may come from Excel; `resource(by=, on=, columns=)` takes its rows.

    `may(user, on)`: who may send it. `asks_proof`: its confirmation gives rights and asks for the password.
    """

    key: str
    title: str
    columns: tuple
    resource: Callable
    may: Callable
    help: str = ""
    asks_proof: bool = False


LISTS: dict[str, ListKind] = {}


def add_list(kind: ListKind) -> None:
    LISTS[kind.key] = kind
