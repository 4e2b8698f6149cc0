"""From an uploaded file to typed rows; every fault names sheet, cell, value and what to type instead."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from thiduakt.confined import run_confined
from thiduakt.errors import Refused

from .columns import Column, heading_key
from .content import MOST_COLUMNS
from .header import Header, find_header
from .kinds import END, HEADING, ROW, kinds_of
from .values import Unfit, YearOnly, value_of

SECONDS = 5
# Of wall clock: the machine may be busy, and a file that spins has used up its seconds long before.
WAIT = 15
SHOWN = 40


@dataclass(frozen=True)
class Fault:
    """`cell` is an address as Excel shows it: C12."""

    sheet: str
    cell: str
    value: str
    advice: str

    def __str__(self) -> str:
        where = place_of(self.sheet, f"ô {self.cell}")
        return f"{where}: {f'“{self.value}” ' if self.value else ''}{self.advice}"


@dataclass(frozen=True)
class Row:
    """`number` as Excel counts. `values` has every column of the list; a faulty cell is None there."""

    number: int
    values: dict
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Table:
    """`unknown`: headings that were not used. Rows as Excel counts: `skipped` only head others or sum
    them up, `ended` is the first of the foot below the list, which is not read. `letters`: by column key."""

    sheet: str
    rows: list[Row]
    unknown: list[str]
    skipped: list[int]
    ended: int | None = None
    letters: dict[str, str] = field(default_factory=dict)

    @property
    def faults(self) -> list[Fault]:
        return [fault for row in self.rows for fault in row.faults]

    def place(self, number: int, key: str = "") -> str:
        """`Trang “Đơn vị”, ô C12`: a row, and its cell where one column is meant."""
        cell = f"ô {self.letters[key]}{number}" if key in self.letters else f"dòng {number}"
        return place_of(self.sheet, cell)


def place_of(sheet: str, cell: str) -> str:
    """With the sheet where the file has sheets."""
    return f"Trang “{sheet}”, {cell}" if sheet else cell[0].upper() + cell[1:]


def read_table(data: bytes, columns: Sequence[Column], *, wait: int = WAIT) -> Table:
    """The list that a file holds, read in a child process. Raises Refused when it holds none of this kind.

    `wait`: seconds of wall clock.
    """
    cells = run_confined("thiduakt.sheets.content:cells_of", data, seconds=SECONDS, wait=wait)
    return table_in(cells, columns)


def table_in(sheets: Sequence[dict], columns: Sequence[Column]) -> Table:
    """The first sheet, as `content.cells_of` gives them, whose heading has all required columns."""
    headed = [(sheet, find_header(sheet["rows"], sheet["merged"], columns)) for sheet in sheets]
    found = [(sheet, header) for sheet, header in headed if header]
    for sheet, header in found:
        if not header.missing(columns):
            return table_of(sheet, header, columns)
    if found:
        missing = ", ".join(f"“{column.label}”" for column in found[0][1].missing(columns))
        raise Refused(f"Bảng thiếu cột {missing}. Hãy dùng tệp mẫu.")
    names = ", ".join(f"“{column.label}”" for column in columns if column.required)
    raise Refused(f"Không tìm thấy dòng tiêu đề của bảng. Bảng phải có các cột {names}; hãy dùng tệp mẫu.")


def table_of(sheet: dict, header: Header, columns: Sequence[Column]) -> Table:
    refuse_twice(header)
    first = header.last + 1
    kinds = kinds_of(sheet["rows"][first:], header, {row - first - 1 for row in sheet["banners"]})
    numbered = list(zip(count(first + 1), sheet["rows"][first:], kinds, strict=False))
    rows = [row_of(sheet, number, cells, header, columns) for number, cells, kind in numbered if kind == ROW]
    if not rows:
        raise Refused("Bảng chỉ có dòng tiêu đề, chưa có dòng nào để nhập.")
    skipped = [number for number, _, kind in numbered if kind == HEADING]
    ended = next((number for number, _, kind in numbered if kind == END), None)
    letters = {column.key: letters_of(place) for place, column in header.at.items()}
    return Table(sheet["name"], rows, list(header.unknown.values()), skipped, ended, letters)


def refuse_twice(header: Header) -> None:
    """Which of two columns of the same heading is meant, only the sender knows."""
    used = {heading_key(header.words[place]): place for place in header.at}
    for place, words in header.unknown.items():
        if (first := used.get(heading_key(words))) is not None:
            raise Refused(
                f"Bảng có hai cột “{header.words[first]}” ({letters_of(first)} và {letters_of(place)}). "
                "Hãy bỏ một cột hoặc đổi tiêu đề."
            )


def row_of(sheet: dict, number: int, cells: list, header: Header, columns: Sequence[Column]) -> Row:
    row = Row(number, dict.fromkeys((column.key for column in columns), None))
    for place, column in header.at.items():
        cell = cells[place] if place < len(cells) else None
        read_cell(row, sheet["name"], f"{letters_of(place)}{number}", header.reading, cell, column)
    if number in sheet["hidden"]:
        row.notes.append("Dòng này đang ẩn trong tệp.")
    return row


def read_cell(row: Row, sheet: str, where: str, reading, cell, column: Column) -> None:
    """One value into the row, or one fault, or one note."""
    cell = reading(cell) if isinstance(cell, str) else cell
    try:
        row.values[column.key] = value = value_of(cell, column)
        if value is None and column.required:
            raise Unfit(f"chưa ghi {column.label.lower()}.")
    except YearOnly as year:
        row.notes.append(f"{column.label}: chỉ có năm {year}, để trống ngày.")
    except Unfit as unfit:
        row.faults.append(Fault(sheet, where, shown(cell), str(unfit)))


def shown(cell) -> str:
    words = cell[1] if isinstance(cell, list) else "" if cell is None else str(cell)
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"


def letters_of(place: int) -> str:
    """C for the third column (from 0: 2)."""
    letters, left = "", min(place, MOST_COLUMNS) + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
