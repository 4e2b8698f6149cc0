"""From an uploaded file to typed rows; every fault names sheet, cell, value and what to type instead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from thiduakt.confined import run_confined
from thiduakt.errors import Refused
from thiduakt.vietnamese.text import search_key

from .columns import Column
from .content import MOST_COLUMNS
from .header import Header, find_header, is_numbering
from .values import Unfit, YearOnly, value_of

SECONDS = 10
SHOWN = 40
TOTAL = re.compile(r"(tong|cong|tong cong|tong so|cong chung)( cong)?( so)?\b.*")
FOOT = re.compile(
    r"(nguoi lap|thu truong|giam doc|chu tich|ke toan|noi nhan|ghi chu:|luu y:|.*, ngay .* thang .*).*"
)
ROMAN_OR_LETTER = re.compile(r"[IVX]+\.?|[A-Z]\.?")


@dataclass(frozen=True)
class Fault:
    """`cell` is an address as Excel shows it: C12."""

    sheet: str
    cell: str
    value: str
    advice: str

    def __str__(self) -> str:
        where = f"Trang “{self.sheet}”, ô {self.cell}" if self.sheet else f"Ô {self.cell}"
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
    """`unknown`: headings that were not used. `skipped`: rows that only head others, as Excel counts."""

    sheet: str
    rows: list[Row]
    unknown: list[str]
    skipped: list[int]

    @property
    def faults(self) -> list[Fault]:
        return [fault for row in self.rows for fault in row.faults]


def read_table(data: bytes, columns: Sequence[Column]) -> Table:
    """The first sheet with a heading that fits. Raises Refused when the file is no list, or not this one."""
    sheets = run_confined("thiduakt.sheets.content:cells_of", data, seconds=SECONDS)
    for sheet in sheets:
        if header := find_header(sheet["rows"], sheet["merged"], columns):
            return table_of(sheet, header, columns)
    names = ", ".join(f"“{column.label}”" for column in columns if column.required)
    raise Refused(f"Không tìm thấy dòng tiêu đề của bảng. Bảng phải có các cột {names}; hãy dùng tệp mẫu.")


def table_of(sheet: dict, header: Header, columns: Sequence[Column]) -> Table:
    missing = [column.label for column in columns if column.required and column not in header.at.values()]
    if missing:
        raise Refused(
            "Bảng thiếu cột " + ", ".join(f"“{label}”" for label in missing) + ". Hãy dùng tệp mẫu."
        )
    rows, skipped = [], []
    for number, cells in enumerate(sheet["rows"][header.last + 1 :], start=header.last + 2):
        kind = what_is(cells, header)
        if kind == "end":
            break
        if kind == "row":
            rows.append(row_of(sheet["name"], number, cells, header, columns))
        elif kind == "heading":
            skipped.append(number)
    if not rows:
        raise Refused("Bảng chỉ có dòng tiêu đề, chưa có dòng nào để nhập.")
    return Table(sheet["name"], rows, list(header.unknown.values()), skipped)


def what_is(cells: list, header: Header) -> str:
    """`row`, `blank`, `heading` (a section, the numbering below the head), or `end` (totals, signatures)."""
    words = [header.reading(cell).strip() for cell in cells if isinstance(cell, str) and cell.strip()]
    if not words and not any(isinstance(cell, int | float | list) for cell in cells):
        return "blank"
    if words and (TOTAL.fullmatch(search_key(words[0])) or FOOT.fullmatch(search_key(words[0]))):
        return "end"
    if is_numbering(cells) or is_example(cells, header):
        return "heading"
    return "heading" if is_section(cells, header) else "row"


def is_example(cells: list, header: Header) -> bool:
    """The row that the template shows as an example, left where it was."""
    shown_there = {place: column.example for place, column in header.at.items() if column.example}
    same = [place for place, words in shown_there.items() if place < len(cells) and cells[place] == words]
    return len(same) > 1 and len(same) == len(shown_there)


def is_section(cells: list, header: Header) -> bool:
    """“II | Khối trường học”: a Roman number or a letter before the list's columns and nothing but a name."""
    before = [cells[place] for place in range(min(header.at)) if place < len(cells)]
    marked = any(isinstance(cell, str) and ROMAN_OR_LETTER.fullmatch(cell.strip()) for cell in before)
    held = [place for place in header.at if place < len(cells) and cells[place] not in (None, "")]
    required = [place for place, column in header.at.items() if column.required]
    alone = len(held) <= 1 and len(required) > 1
    return (marked and len(held) <= 1) or (alone and not before and not set(held) <= set(required))


def row_of(sheet: str, number: int, cells: list, header: Header, columns: Sequence[Column]) -> Row:
    row = Row(number, dict.fromkeys((column.key for column in columns), None))
    for place, column in header.at.items():
        cell = cells[place] if place < len(cells) else None
        read_cell(row, sheet, address(place, number), header.reading, cell, column)
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


def address(place: int, number: int) -> str:
    """C12 for the third column (from 0: 2) of row 12."""
    letters, left = "", min(place, MOST_COLUMNS) + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{number}"
