"""Asking every cell of the table and telling which differ, in lines that name the cell."""

import re
from collections.abc import Iterable

from django.db import models
from django.urls import NoReverseMatch, reverse

from .asking import Asker
from .relations import RELATIONS
from .table import Row
from .world import Matrix

GAP = re.compile(r"<[^>]*>|\(\?P<\w+>[^)]*\)\$?")
# Sent along with every POST: what most steps ask for.
NOTE = {"note": "Lý do thử"}
SAMPLES = {"L": ("own",), "!": ("own",), "x": ("own", "foreign"), ".": ("own", "child", "foreign")}


def value(matrix: Matrix, relation: str, word: str):
    """`=text` itself; `sibling.plan`, `issued.lookup_code`, `plan`: an attribute, a row as its key."""
    if word.startswith("="):
        return word[1:]
    first, *rest = word.split(".")
    if first in RELATIONS:
        relation, (first, *rest) = first, rest
    found = matrix.thing(relation, first)
    for name in rest:
        found = getattr(found, name)
    return found.pk if isinstance(found, models.Model) else found


def address(row: Row, keys: list) -> str:
    """The URL of a row: by its name, or its pattern filled in."""
    if not row.name.startswith("/"):
        return reverse(row.name, args=keys)
    left = list(keys)
    return GAP.sub(lambda _: str(left.pop(0)), row.name)


def questions(matrix: Matrix, row: Row) -> Iterable[tuple[str, str, dict]]:
    """(relation, url, data): the same question is asked once."""
    asked = set()
    for relation in RELATIONS:
        keys = [value(matrix, relation, word) for word in row.words]
        data = {name: value(matrix, relation, word) for name, word in row.sent}
        data = NOTE | data if row.method == "POST" else data
        try:
            url = address(row, keys)
        except NoReverseMatch as error:
            raise AssertionError(f"{row.where}: the words do not fit the address: {error}") from error
        if (url, str(data)) not in asked:
            asked.add((url, str(data)))
            yield relation, url, data


def known_without(cell: str, relation: str) -> bool:
    """One letter for all relations that hangs on the role alone is asked of some of them."""
    return cell in SAMPLES and relation not in SAMPLES[cell]


def differing(matrix: Matrix, role: str, rows: Iterable[Row], relations=RELATIONS) -> list[str]:
    """Each cell of a role that does not answer as the table says."""
    asker, found = Asker(matrix.accounts.get(role)), []
    for row in rows:
        for relation, url, data in questions(matrix, row):
            wanted = row.expected(role, relation)
            if wanted == "_" or relation not in relations or known_without(row.cells[role], relation):
                continue
            got = asker.letter(row.method, url, data)
            if got != wanted:
                found.append(f"{row.where} {row} as {role}, {relation}: the table says {wanted}, got {got}")
    return found
