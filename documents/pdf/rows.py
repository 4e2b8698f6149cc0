"""Rows of a table that a plan keeps as paragraphs (`1 | Sơ kết | Văn phòng`), printed as the table again."""

from collections.abc import Iterable, Iterator
from itertools import groupby

CELL = " | "
TEXT_WIDTH, NUMBER_WIDTH = 165, 12  # mm
# Letters of a column's longest cell: between a word and a few lines.
FEWEST, MOST = 18, 60


def blocks(clauses: Iterable[dict]) -> Iterator[dict]:
    """The clauses in their order; those of one table as one `{"rows": [[cell]], "widths": [mm]}`."""
    for is_row, some in groupby(clauses, key=is_row_of_table):
        found = list(some)
        if is_row and len(found) > 1:
            yield table([clause["text"] for clause in found])
        else:
            yield from found


def is_row_of_table(clause: dict) -> bool:
    return not clause["label"] and not clause["heading"] and CELL in (clause["text"] or "")


def table(lines: list[str]) -> dict:
    """The first row heads the others; a row that says less is filled up with empty cells."""
    rows = [[cell.strip() for cell in line.split(CELL.strip())] for line in lines]
    many = max(map(len, rows))
    rows = [row + [""] * (many - len(row)) for row in rows]
    longest = [min(max(FEWEST, *map(len, column)), MOST) for column in zip(*rows, strict=True)][1:]
    share = (TEXT_WIDTH - NUMBER_WIDTH) / sum(longest)
    return {"rows": rows, "widths": [NUMBER_WIDTH, *(round(share * letters, 1) for letters in longest)]}
