"""Rows to a file that is a list and nothing else: no formula lives, no address becomes a link."""

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from tempfile import TemporaryFile

import xlsxwriter

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
LONGEST = 32_767  # letters that a cell takes
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
        yield writer.writerow([harmless(cell) for cell in row])


def harmless(cell):
    """A text that a spreadsheet program would work out is set behind an apostrophe; numbers stay numbers."""
    if isinstance(cell, dt.date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, str) and cell.startswith(LIVE):
        return "'" + cell
    return "" if cell is None else cell


def workbook(title: str, headings: Sequence[str], rows: Iterable[Sequence]) -> bytes:
    """One sheet, written row by row; numbers and days are such, everything else is text."""
    with TemporaryFile() as file:
        book = xlsxwriter.Workbook(file, OPTIONS)
        sheet = book.add_worksheet(sheet_name(title))
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        for place, heading in enumerate(headings):
            sheet.set_column(place, place, min(max(len(heading) + 4, 12), WIDEST))
            sheet.write_string(0, place, heading, bold)
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows, start=1):
            write_row(sheet, number, row)
        book.close()
        file.seek(0)
        return file.read()


def write_row(sheet, number: int, row: Sequence) -> None:
    for place, cell in enumerate(row):
        if cell is None or cell is False or cell == "":
            continue
        if cell is True:
            sheet.write_string(number, place, "x")
        elif isinstance(cell, int | float | Decimal):
            sheet.write_number(number, place, cell)
        elif isinstance(cell, dt.date):
            sheet.write_datetime(number, place, cell)
        else:
            sheet.write_string(number, place, str(cell)[:LONGEST])


def sheet_name(title: str) -> str:
    return "".join(" " if char in "[]:*?/\\'" else char for char in title)[:31].strip() or "Danh sách"
