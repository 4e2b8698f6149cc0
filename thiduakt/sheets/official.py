"""A list that is printed and signed: Quốc hiệu and title above it, who signs below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, zip_longest
from math import ceil

from .cells import Looks, write_row

A4 = 9  # as XlsxWriter counts paper
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
FACE = {"font_name": "Times New Roman", "font_size": 12, "text_wrap": True}
FRAMED = {**FACE, "valign": "top", "border": 1}
BOLD_MIDDLE = {**FACE, "bold": True, "align": "center", "valign": "vcenter"}
LINE = 16  # points that a line of this face takes
NARROW = 1.2  # its letters in the room of one of those that widths are counted in
# The part of the sheet's width that the issuer's side takes, at most.
ISSUER = 0.46


@dataclass(frozen=True)
class Official:
    """What stands above a list that is printed and signed: lines on the left, on the right, and a title.

    `widths` of its columns in letters; the sheet lies on its side on A4, one page wide. `foot`: the lines
    of who signs, below the list on the right; an empty one is room.
    """

    left: Sequence[str]
    right: Sequence[str]
    title: Sequence[str]
    widths: Sequence[int]
    foot: Sequence[str] = ()


class OfficialLayout:
    """Writes one such list. Programs that open it do not all make room for lines that wrap: we do."""

    def __init__(self, book, sheet, official: Official):
        self.sheet, self.official, self.widths = sheet, official, official.widths
        self.middle = book.add_format(BOLD_MIDDLE)
        self.heading = book.add_format({**BOLD_MIDDLE, "border": 1})
        self.band = book.add_format({**FRAMED, "bold": True})
        self.looks = Looks(
            plain=book.add_format({**FRAMED, "num_format": "#,##0"}),
            day=book.add_format({**FRAMED, "num_format": "dd/mm/yyyy"}),
            count=book.add_format({**FRAMED, "align": "center"}),
            framed=True,
        )

    def head(self, headings: Sequence[str]) -> int:
        """The number of the row with the headings."""
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.fit_to_pages(1, 0)
        for place, width in enumerate(self.widths):
            self.sheet.set_column(place, place, width)
        top = self.title(self.letterhead())
        self.row_of_height(top, headings)
        for place, heading in enumerate(headings):
            self.sheet.write_string(top, place, heading, self.heading)
        self.sheet.freeze_panes(top + 1, 0)
        self.sheet.repeat_rows(top)
        return top

    def letterhead(self) -> int:
        last, side = len(self.widths) - 1, self.issuers_columns()
        lines = list(zip_longest(self.official.left, self.official.right, fillvalue=""))
        for row, (left, right) in enumerate(lines):
            self.across(row, 0, side - 1, left)
            self.across(row, side, last, right)
        return len(lines) + 1

    def issuers_columns(self) -> int:
        """How many columns the left side has: as many as stay below its part, one at least."""
        whole = sum(self.widths)
        return max(sum(done <= whole * ISSUER for done in accumulate(self.widths)), 1)

    def title(self, top: int) -> int:
        for row, line in enumerate(self.official.title, start=top):
            self.across(row, 0, len(self.widths) - 1, line)
        return top + len(self.official.title) + 1

    def across(self, row: int, first: int, last: int, text: str) -> None:
        """A bold line in the middle of some columns."""
        self.sheet.set_row(row, LINE * lines_of(text, sum(self.widths[first : last + 1])))
        if first == last:
            self.sheet.write_string(row, first, text, self.middle)
        else:
            self.sheet.merge_range(row, first, row, last, text, self.middle)

    def row_of_height(self, number: int, cells: Sequence) -> None:
        """Room for the cell with the most lines; most rows have one and none is asked for."""
        long = [
            lines_of(cell, width)
            for cell, width in zip(cells, self.widths, strict=True)
            if isinstance(cell, str) and (len(cell) > width or "\n" in cell)
        ]
        if long:
            self.sheet.set_row(number, LINE * max(long))

    def row(self, number: int, row: Sequence | str) -> None:
        """A text alone heads the rows below it."""
        if isinstance(row, str):
            self.sheet.merge_range(number, 0, number, len(self.widths) - 1, row, self.band)
            return
        self.row_of_height(number, row)
        write_row(self.sheet, number, row, self.looks)

    def foot(self, last: int) -> None:
        side = self.issuers_columns()
        for row, line in enumerate(self.official.foot, start=last + 2):
            self.across(row, side, len(self.widths) - 1, line)


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes in a column of so many letters; words are not broken."""
    room = max(width * NARROW - 2, 1)
    return sum(max(ceil(len(line) / room), 1) for line in text.split("\n")) if text else 1
