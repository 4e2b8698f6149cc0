"""The cells of an uploaded list. Runs in the child process with limits; knows no Django."""

import csv
import datetime as dt
import io
import re
import zipfile
import zlib

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import column_index_from_string as column_number
from openpyxl.utils.cell import coordinate_from_string, range_boundaries

from thiduakt.errors import Refused
from thiduakt.vietnamese.encodings import decode, is_binary

MOST_ENTRIES, MOST_UNPACKED, MOST_RATIO = 2_000, 60 << 20, 200
MOST_ROWS, MOST_COLUMNS, MOST_CELLS, MOST_LETTERS = 20_000, 200, 120_000, 4 << 20
MOST_MERGED, MOST_DIGITS = 5_000, 40
BANNER = 3  # columns that one box covers when it heads the rows below
NO_TABLE = (b"%PDF", b"{\\rtf")
PAGE = re.compile(rb"\s*<(\?xml|!doctype|html|table|meta|head)", re.IGNORECASE)
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# What Excel calls “Strict Open XML”: the same words under other names.
STRICT = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": MAIN[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
DECLARATIONS = tuple(
    words.encode(codec)
    for words in ("<!DOCTYPE", "<!ENTITY")
    for codec in ("utf-8", "utf-16-le", "utf-16-be")
)
ESCAPED_BLANK = re.compile(r"_x000[9AD]_", re.IGNORECASE)

NOT_A_LIST = "Tệp không phải là bảng tính đọc được. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi tải lên."
OLD_EXCEL = (
    "Tệp là dạng Excel cũ (.xls) hoặc có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại dạng .xlsx."
)
OTHER_PROGRAM = "Tệp là dạng .ods của LibreOffice. Hãy mở tệp, chọn Lưu thành, dạng .xlsx rồi tải lên."
TOO_BIG = "Tệp phình quá lớn khi mở. Hãy chỉ giữ lại bảng cần nhập, lưu thành tệp mới."
WITH_ENTITIES = "Tệp có khai báo lạ bên trong nên không được mở. Hãy chép bảng sang một tệp Excel mới."
NOTHING = "Tệp không có ô nào có chữ hay số."

# A cell is None, a text, a number, or a pair: what it is, and its words.
DATE, ERROR, UNCALCULATED, YES = "date", "error", "uncalculated", "yes"


def cells_of(data: bytes) -> list[dict]:
    """Every sheet as {"name", "rows", "merged", "banners", "hidden"}.

    `rows`: of cells from A1. `merged`: boxes as [left, top, right, bottom]. `banners`: rows, as Excel
    counts, where one box covers several columns. `hidden`: rows that the file does not show.
    Raises Refused with one sentence for whatever is no list.
    """
    if data.startswith(OLE):
        raise Refused(OLD_EXCEL)
    sheets = workbook_cells(data) if data.startswith(b"PK") else [csv_cells(data)]
    if not any(sheet["rows"] for sheet in sheets):
        raise Refused(NOTHING)
    return sheets


# text


def csv_cells(data: bytes) -> dict:
    """Comma, semicolon or tab, whichever the first lines hold most of."""
    if is_binary(data) or data.startswith(NO_TABLE) or PAGE.match(data):
        raise Refused(NOT_A_LIST)
    text = decode(data)
    if len(text) > MOST_LETTERS:
        raise Refused(TOO_BIG)
    head = "\n".join(text.splitlines()[:20])
    mark = max(";\t,", key=head.count)
    try:
        read = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        rows = [trimmed([cell.strip() or None for cell in row]) for row in read]
    except csv.Error as error:
        raise Refused(NOT_A_LIST) from error
    if len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
        raise Refused(TOO_BIG)
    return {"name": "", "rows": rows, "merged": [], "banners": [], "hidden": []}


def trimmed(row: list) -> list:
    """Without the empty cells at its end."""
    while row and row[-1] is None:
        row.pop()
    return row


# workbooks


def workbook_cells(data: bytes) -> list[dict]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_archive(archive)
            check_declarations(archive)
            data = usual_names(archive, data)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            budget = {"cells": MOST_CELLS, "letters": MOST_LETTERS}
            extents = {name: extent_of(archive, name, budget) for name in sheet_names(archive)}
        return sheets_of(data, extents)
    except DefusedXmlException as error:
        raise Refused(WITH_ENTITIES) from error
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, IndexError, OSError) as error:
        raise Refused(NOT_A_LIST) from error
    except (AttributeError, EOFError, NotImplementedError, SyntaxError, zlib.error) as error:
        raise Refused(NOT_A_LIST) from error


def check_archive(archive: zipfile.ZipFile) -> None:
    """The directory tells what unpacking would take; a lie in it is caught by the limits of the process."""
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused(OLD_EXCEL)
    size, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if len(entries) > MOST_ENTRIES or size > MOST_UNPACKED or size > MOST_RATIO * max(packed, 5_000):
        raise Refused(TOO_BIG)
    if data_begins(archive, "mimetype", OPEN_DOCUMENT):
        raise Refused(OTHER_PROGRAM)
    if not any(name.endswith("workbook.xml") for name in archive.namelist()):
        raise Refused(NOT_A_LIST)


def check_declarations(archive: zipfile.ZipFile) -> None:
    """No part may declare anything; the sheets are read by a parser that refuses it itself."""
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")) and name not in sheet_names(archive):
            words = archive.read(name)
            if any(mark in words for mark in DECLARATIONS):
                raise Refused(WITH_ENTITIES)


def usual_names(archive: zipfile.ZipFile, data: bytes) -> bytes:
    """A strict workbook under the names that openpyxl knows; every other one as it is."""
    book = next(name for name in archive.namelist() if name.endswith("workbook.xml"))
    if not any(name in archive.read(book) for name in STRICT):
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as written:
        for entry in archive.namelist():
            words = archive.read(entry)
            for strict, usual in STRICT.items():
                words = words.replace(strict, usual)
            written.writestr(entry, words)
    return out.getvalue()


def data_begins(archive: zipfile.ZipFile, name: str, words: bytes) -> bool:
    return name in archive.namelist() and archive.open(name).read(len(words)) == words


def sheet_names(archive: zipfile.ZipFile) -> list[str]:
    return [name for name in archive.namelist() if re.search(r"worksheets/[^/]+\.xml$", name)]


def extent_of(archive: zipfile.ZipFile, name: str, budget: dict[str, int]) -> dict:
    """How far the cells with something in them reach, before any of them is built.

    {"last": (row, column), "merged": boxes, "uncalculated": formulas that nobody has worked out,
    "hidden": rows}. `budget`: what all sheets together may still hold.
    """
    found = {"last": (0, 0), "merged": [], "uncalculated": set(), "hidden": []}
    row = column = 0
    with archive.open(name) as stream:
        for event, element in ElementTree.iterparse(stream, events=("start", "end")):
            tag = element.tag.removeprefix(MAIN)
            if event == "start":
                if tag == "row":
                    row, column = int(element.get("r") or row + 1), 0
                    note_hidden(element, found, row)
                continue
            if tag == "c":
                row, column = place_of(element, row, column)
                if holds_something(element):
                    widen(found, row, column)
                    spend(budget, element, row, column)
                    note_formula(element, found, row, column)
            elif tag == "mergeCell":
                note_merged(element, found)
            if tag in ("c", "row"):
                element.clear()
    return found


def place_of(cell, row: int, column: int) -> tuple[int, int]:
    """Where a cell stands; one without its address stands after the one before."""
    if not cell.get("r"):
        return row, column + 1
    letters, number = coordinate_from_string(cell.get("r"))
    return number, column_number(letters)


def holds_something(cell) -> bool:
    return any((part.text or len(part)) for part in cell)


def note_hidden(row_element, found: dict, row: int) -> None:
    if row_element.get("hidden") in ("1", "true") and row <= MOST_ROWS:
        found["hidden"].append(row)


def note_merged(box, found: dict) -> None:
    if len(found["merged"]) >= MOST_MERGED:
        raise Refused(TOO_BIG)
    found["merged"].append(list(range_boundaries(box.get("ref"))))


def spend(budget: dict[str, int], cell, row: int, column: int) -> None:
    """Counts what the reading process will have to hold; a number of thousands of digits is none."""
    letters = sum(len(part) for part in cell.itertext())
    if cell.get("t") in (None, "n") and letters > MOST_DIGITS and not is_formula(cell):
        raise Refused(f"Ô {get_column_letter(column)}{row} chứa số quá dài. Hãy gõ lại số ấy rồi lưu tệp.")
    budget["cells"] -= 1
    budget["letters"] -= letters
    if min(budget.values()) < 0:
        raise Refused(TOO_BIG)


def is_formula(cell) -> bool:
    return any(part.tag.endswith("}f") for part in cell)


def widen(found: dict, row: int, column: int) -> None:
    if row > MOST_ROWS or column > MOST_COLUMNS:
        raise Refused(
            f"Ô {get_column_letter(column)}{row} nằm quá xa bảng (chỉ nhận {MOST_ROWS} dòng, "
            f"{MOST_COLUMNS} cột). Hãy xóa ô ấy rồi lưu lại."
        )
    found["last"] = max(found["last"][0], row), max(found["last"][1], column)


def note_formula(cell, found: dict, row: int, column: int) -> None:
    tags = {part.tag.rpartition("}")[2] for part in cell if part.text or part.tag.endswith("}f")}
    if "f" in tags and "v" not in tags:
        found["uncalculated"].add((row, column))


def sheets_of(data: bytes, extents: dict[str, dict]) -> list[dict]:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    return [sheet_of(sheet, extents) for sheet in book.worksheets if sheet.sheet_state == "visible"]


def sheet_of(sheet, extents: dict[str, dict]) -> dict:
    extent = extents[sheet._worksheet_path.lstrip("/")]
    last_row, last_column = extent["last"]
    rows = []
    if last_row:
        bounds = {"max_row": last_row, "max_col": last_column, "values_only": True}
        for number, row in enumerate(sheet.iter_rows(**bounds), start=1):
            cells = [cell_of(value, (number, at), extent) for at, value in enumerate(row, start=1)]
            rows.append(trimmed(cells))
    return {
        "name": sheet.title,
        "rows": filled_down(rows, extent["merged"]),
        "merged": extent["merged"],
        "banners": [top for left, top, right, _ in extent["merged"] if right - left + 1 >= BANNER],
        "hidden": extent["hidden"],
    }


def filled_down(rows: list[list], merged: list[list[int]]) -> list[list]:
    """A box over several rows of one column says the same of each of them."""
    for left, top, right, bottom in merged:
        if left != right or top > len(rows) or left > len(rows[top - 1]):
            continue
        for row in rows[top:bottom]:
            row += [None] * (left - len(row))
            row[left - 1] = rows[top - 1][left - 1]
    return rows


def cell_of(value, place: tuple[int, int], extent: dict):
    """A cell as JSON carries it."""
    if value is None:
        return [UNCALCULATED, ""] if place in extent["uncalculated"] else None
    if isinstance(value, bool):
        return [YES, "x" if value else ""]
    if isinstance(value, dt.datetime | dt.date):
        return [DATE, value.isoformat()[:10]]
    if isinstance(value, dt.time | dt.timedelta):
        return str(value)
    if isinstance(value, float) and (value != value or abs(value) > 1e15):
        return [ERROR, ""]
    if isinstance(value, str) and re.fullmatch(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)", value):
        return [ERROR, value]
    return value if isinstance(value, int | float) else ESCAPED_BLANK.sub(" ", str(value))
