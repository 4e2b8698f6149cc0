"""Rows to a file that is a list and nothing else: no formula lives, no address becomes a link."""

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from tempfile import TemporaryFile

import xlsxwriter

from .cells import ListSheet, Looks, write_row
from .official import Official, OfficialLayout

BOM = "\ufeff"
# What makes a spreadsheet program calculate a cell of a .csv; the wide ones are read like the narrow ones.
LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "dd/mm/yyyy",
}
WIDEST = 60


class Echo:
    """What csv writes to: gives each line back."""

    def write(self, line: str) -> str:
        return line


def csv_lines(headings: Sequence[str], rows: Iterable[Sequence]) -> Iterator[str]:
    """The file line by line, with the mark by which Excel knows UTF-8; days as day/month/year."""
    writer = csv.writer(Echo())
    yield BOM + writer.writerow(headings)
    for row in rows:
        cells = [row] if isinstance(row, str) else row
        yield writer.writerow([harmless(cell) for cell in cells])


def harmless(cell):
    """A text that a spreadsheet program would work out is set behind an apostrophe; numbers stay numbers."""
    if isinstance(cell, dt.date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, str) and cell.startswith(LIVE):
        return "'" + cell
    return "" if cell is None else cell


def workbook(
    title: str, headings: Sequence[str], rows: Iterable[Sequence], *, official: Official | None = None
) -> bytes:
    """One sheet, written row by row; numbers and days are such, everything else is text.

    A row that is a text alone heads the rows below it.
    """
    with TemporaryFile() as file:
        book = xlsxwriter.Workbook(file, OPTIONS)
        sheet = book.add_worksheet(sheet_name(title), ListSheet)
        layout = OfficialLayout(book, sheet, official) if official else FlatLayout(book, sheet)
        top = last = layout.head(headings)
        for last, row in enumerate(rows, start=top + 1):
            layout.row(last, row)
        layout.foot(last)
        book.close()
        file.seek(0)
        return file.read()


class FlatLayout:
    """Headings, then rows: what is worked on further."""

    def __init__(self, book, sheet):
        self.sheet = sheet
        self.bold = book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "top"})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        self.looks, self.band = Looks(book.add_format(), day), Looks(book.add_format({"bold": True}), day)

    def head(self, headings: Sequence[str]) -> int:
        for place, heading in enumerate(headings):
            self.sheet.set_column(place, place, min(max(len(heading) + 4, 12), WIDEST))
            self.sheet.write_string(0, place, heading, self.bold)
        self.sheet.freeze_panes(1, 0)
        return 0

    def row(self, number: int, row: Sequence | str) -> None:
        if isinstance(row, str):
            write_row(self.sheet, number, [row], self.band)
        else:
            write_row(self.sheet, number, row, self.looks)

    def foot(self, last: int) -> None:
        """Nothing."""


def sheet_name(title: str) -> str:
    return "".join(" " if char in "[]:*?/\\'" else char for char in title)[:31].strip() or "Danh sách"
