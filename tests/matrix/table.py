"""The permission table as it is written by hand in `table/*.txt`, and the addresses that it must name.

A row:

    POST nominations:dossier-step  sent =withdraw  note:=Thôi   L  W.....  …

method, name of the address, words for its arguments, `field:word` for what is sent along, then one
cell for each role in the order of the head line. `a_{b,c}` names two addresses, `admin:*_delete` all
that fit. A word is an attribute of a relation's kit
(`kits.py`), its key; `=text` is the text itself, `Others.word` is always that relation's. A cell
holds one letter for all relations, or six: own, child, parent, sibling, foreign, archived; a blank
place in a cell is written `_` and not asked.
"""

import re
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path

from thiduakt.management.routing import routes

from .relations import RELATIONS, ROLES

FOLDER = Path(__file__).parent / "table"
METHODS = ("GET", "POST")
BRACES = re.compile(r"^(.*?)\{([^{}]*)\}(.*)$")


@dataclass(frozen=True)
class Row:
    """`cells` by role: the letter of each relation, in the order of RELATIONS."""

    method: str
    name: str
    words: tuple[str, ...]
    sent: tuple[tuple[str, str], ...]
    cells: dict[str, str] = field(hash=False)
    where: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.method, self.name

    def expected(self, role: str, relation: str) -> str:
        cell = self.cells[role]
        return cell if len(cell) == 1 else cell[RELATIONS.index(relation)]

    def __str__(self):
        return " ".join([self.method, self.name, *self.words])


def expanded(text: str) -> list[str]:
    """`a_{b,c}` → `a_b`, `a_c`."""
    found = BRACES.match(text)
    if not found:
        return [text]
    before, inside, after = found.groups()
    return [name for one in inside.split(",") for name in expanded(before + one + after)]


def rows_of(line: str, where: str) -> list[Row]:
    """The rows that one line writes; what cannot be read is told with its place."""
    parts = line.split()
    head, cells = parts[: -len(ROLES)], parts[-len(ROLES) :]
    if len(head) < 2 or head[0] not in METHODS or any(len(cell) not in (1, len(RELATIONS)) for cell in cells):
        raise ValueError(f"{where}: METHOD name words… then {len(ROLES)} cells of 1 or 6 letters: {line}")
    words = tuple(word for word in head[2:] if ":" not in word)
    sent = tuple(tuple(word.split(":", 1)) for word in head[2:] if ":" in word)
    by_role = dict(zip(ROLES, cells, strict=True))
    return [Row(head[0], name, words, sent, by_role, where) for name in expanded(head[1])]


def read() -> list[Row]:
    """Every row of every file of the folder, one for each address that it names."""
    found, known = [], list(addresses())
    for path in sorted(FOLDER.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                found += rows_of(line, f"{path.name}:{number}")
    return [one for row in found for one in fitting(row, known)]


def fitting(row: Row, known: list[str]) -> list[Row]:
    """The row for every address that its `*` means; one that means none stays, to be told of."""
    if "*" not in row.name or row.name in known:
        return [row]
    return [replace(row, name=name) for name in known if fnmatchcase(name, row.name)] or [row]


def addresses() -> dict[str, dict]:
    """Every address by the word of its rows: its name, or its pattern where the name is not its alone."""
    found = routes()
    names = [route["name"] for route in found]
    alone = {name for name in names if name and names.count(name) == 1}
    return {route["name"] if route["name"] in alone else route["pattern"]: route for route in found}


def problems(rows: list[Row], known: dict[str, dict]) -> list[str]:
    """Addresses without a row, rows without an address, in sentences that say what to write."""
    written = {row.key for row in rows}
    wanted = {(method, name) for name in known for method in METHODS}
    cells = "  ".join(role[:4] for role in ROLES)
    return [
        f"No row for {method} {name} ({known[name]['pattern']}). Add to tests/matrix/table/*.txt:\n"
        f"    {method} {name}  <words for its arguments>  <{cells}>\n"
        "  what each role may do there follows from docs/architecture.md §6, not from the code;"
        " how to write it stands at the top of tests/matrix/table.py."
        for method, name in sorted(wanted - written)
    ] + [
        f"{row.where}: there is no address {row.name}; take the row out."
        for row in rows
        if row.key not in wanted
    ]
