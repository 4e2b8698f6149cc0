"""Cells of a list, written to a sheet row by row: numbers and days are such, everything else is text."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from html import escape

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767  # letters that a cell takes
COUNTED = 2  # columns that may hold the number of a row


@dataclass(frozen=True)
class Looks:
    """Formats of XlsxWriter. `count`: of whole numbers in the first columns, which number the rows.

    `framed`: cells with nothing in them are written too, for their frame.
    """

    plain: object
    day: object
    count: object = None
    framed: bool = False


class ListSheet(Worksheet):
    """The sheet of a long list: its plain cells go to the file in one piece each.

    XlsxWriter builds each from its attributes, which was half of the time of 10,000 rows; and written row by
    row it takes a text `<r>…</r>` for marks of its own.
    """

    def _write_cell(self, row: int, col: int, cell) -> None:
        head = f'<c r="{letters_of(col)}{row + 1}" s="{cell.format._get_xf_index()}"' if cell.format else ""
        kind = type(cell).__name__
        if head and kind == "String":
            self.fh.write(f'{head} t="inlineStr">{inline(cell.string)}</c>')
        elif head and kind in ("Number", "Datetime"):
            self.fh.write(f"{head}><v>{cell.number:.16G}</v></c>")
        else:
            super()._write_cell(row, col, cell)


letters_of = cache(xl_col_to_name)


@lru_cache(maxsize=4_096)
def inline(text: str) -> str:
    """A text as it stands in a cell; many of a list are the same from row to row."""
    text = escape(Worksheet._escape_control_characters(text), quote=False)
    return f'<is><t xml:space="preserve">{text}</t></is>'


def write_row(sheet, number: int, row: Sequence, looks: Looks) -> None:
    for place, cell in enumerate(row):
        if isinstance(cell, str) and cell:
            sheet.write_string(number, place, cell[:LONGEST], looks.plain)
        elif cell is None or cell is False or cell == "":
            if looks.framed:
                sheet.write_blank(number, place, None, looks.plain)
        elif cell is True:
            sheet.write_string(number, place, "x", looks.plain)
        elif isinstance(cell, int | float | Decimal):
            sheet.write_number(number, place, cell, (place < COUNTED and looks.count) or looks.plain)
        elif isinstance(cell, dt.date):
            sheet.write_datetime(number, place, cell, looks.day)
        else:
            sheet.write_string(number, place, str(cell)[:LONGEST], looks.plain)
