"""Rows to a file that is a list and nothing else: no formula lives, no address becomes a link."""

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from html import escape
from itertools import zip_longest
from tempfile import TemporaryFile

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

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
A4 = 9  # as XlsxWriter counts paper


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


@dataclass(frozen=True)
class Official:
    """What stands above a list that is printed and signed: lines on the left, on the right, and a title.

    `widths` of its columns in letters; the sheet lies on its side on A4, one page wide.
    """

    left: Sequence[str]
    right: Sequence[str]
    title: Sequence[str]
    widths: Sequence[int]


def workbook(
    title: str, headings: Sequence[str], rows: Iterable[Sequence], *, official: Official | None = None
) -> bytes:
    """One sheet, written row by row; numbers and days are such, everything else is text.

    A row that is a text alone heads the rows below it.
    """
    with TemporaryFile() as file:
        book = xlsxwriter.Workbook(file, OPTIONS)
        sheet = book.add_worksheet(sheet_name(title), ListSheet)
        top = write_above(book, sheet, len(headings), official) if official else 0
        write_headings(book, sheet, top, headings, official)
        around = {"text_wrap": True, "valign": "top", "border": 1} if official else {}
        plain, day = book.add_format(around), book.add_format(around | {"num_format": "dd/mm/yyyy"})
        band = book.add_format(around | {"bold": True})
        for number, row in enumerate(rows, start=top + 1):
            if isinstance(row, str):
                write_row(sheet, number, [row], band, day)
            else:
                write_row(sheet, number, row, plain, day, all_cells=bool(official))
        book.close()
        file.seek(0)
        return file.read()


def write_headings(book, sheet, top: int, headings: Sequence[str], official: Official | None) -> None:
    box = (
        {"border": 1, "align": "center", "valign": "vcenter"} if official else {"bottom": 1, "valign": "top"}
    )
    bold = book.add_format({"bold": True, "text_wrap": True, **box})
    for place, heading in enumerate(headings):
        width = official.widths[place] if official else min(max(len(heading) + 4, 12), WIDEST)
        sheet.set_column(place, place, width)
        sheet.write_string(top, place, heading, bold)
    sheet.freeze_panes(top + 1, 0)
    if official:
        sheet.repeat_rows(top)


def write_above(book, sheet, columns: int, official: Official) -> int:
    """The head of the sheet; returns the row below it."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    middle = book.add_format({"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True})
    half = columns // 2
    lines = list(zip_longest(official.left, official.right, fillvalue=""))
    for row, (left, right) in enumerate(lines):
        sheet.merge_range(row, 0, row, half - 1, left, middle)
        sheet.merge_range(row, half, row, columns - 1, right, middle)
    top = len(lines) + 1
    for row, line in enumerate(official.title, start=top):
        sheet.merge_range(row, 0, row, columns - 1, line, middle)
    return top + len(official.title) + 1


def write_row(sheet, number: int, row: Sequence, plain, day, *, all_cells: bool = False) -> None:
    """`all_cells`: also those with nothing in them, for their frame."""
    for place, cell in enumerate(row):
        if isinstance(cell, str) and cell:
            sheet.write_string(number, place, cell[:LONGEST], plain)
        elif cell is None or cell is False or cell == "":
            if all_cells:
                sheet.write_blank(number, place, None, plain)
        elif cell is True:
            sheet.write_string(number, place, "x", plain)
        elif isinstance(cell, int | float | Decimal):
            sheet.write_number(number, place, cell, plain)
        elif isinstance(cell, dt.date):
            sheet.write_datetime(number, place, cell, day)
        else:
            sheet.write_string(number, place, str(cell)[:LONGEST], plain)


def sheet_name(title: str) -> str:
    return "".join(" " if char in "[]:*?/\\'" else char for char in title)[:31].strip() or "Danh sách"
