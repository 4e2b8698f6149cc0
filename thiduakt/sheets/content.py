"""The cells of an uploaded list. Runs in the child process with limits; knows no Django."""

import csv
import datetime as dt
import io
import re
import zipfile

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import column_index_from_string as column_number
from openpyxl.utils.cell import coordinate_from_string, range_boundaries

from thiduakt.errors import Refused
from thiduakt.vietnamese.encodings import decode, is_binary

MOST_ENTRIES, MOST_UNPACKED, MOST_RATIO = 2_000, 60 << 20, 200
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 20_000, 200, 120_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"

NOT_A_LIST = "Tệp không phải là bảng tính đọc được. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi tải lên."
OLD_EXCEL = (
    "Tệp là dạng Excel cũ (.xls) hoặc có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại dạng .xlsx."
)
TOO_BIG = "Tệp phình quá lớn khi mở. Hãy chỉ giữ lại bảng cần nhập, lưu thành tệp mới."
WITH_ENTITIES = "Tệp có khai báo lạ bên trong nên không được mở. Hãy chép bảng sang một tệp Excel mới."
NOTHING = "Tệp không có ô nào có chữ hay số."

# A cell is None, a text, a number, or a pair: what it is, and its words.
DATE, ERROR, UNCALCULATED, YES = "date", "error", "uncalculated", "yes"


def cells_of(data: bytes) -> list[dict]:
    """Every sheet as {"name", "rows", "merged"}: rows of cells from A1, boxes as [left, top, right, bottom].

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
    if is_binary(data):
        raise Refused(NOT_A_LIST)
    text = decode(data)
    head = "\n".join(text.splitlines()[:20])
    mark = max(";\t,", key=head.count)
    try:
        rows = [
            [cell.strip() or None for cell in row] for row in csv.reader(io.StringIO(text), delimiter=mark)
        ]
    except csv.Error as error:
        raise Refused(NOT_A_LIST) from error
    if len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
        raise Refused(TOO_BIG)
    return {"name": "", "rows": rows, "merged": []}


# workbooks


def workbook_cells(data: bytes) -> list[dict]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_archive(archive)
            extents = {name: extent_of(archive, name) for name in sheet_names(archive)}
        return sheets_of(data, extents)
    except DefusedXmlException as error:
        raise Refused(WITH_ENTITIES) from error
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, IndexError, OSError) as error:
        raise Refused(NOT_A_LIST) from error
    except (AttributeError, EOFError, NotImplementedError, ElementTree.ParseError) as error:
        raise Refused(NOT_A_LIST) from error


def check_archive(archive: zipfile.ZipFile) -> None:
    """The directory tells what unpacking would take; a lie in it is caught by the limits of the process."""
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused(OLD_EXCEL)
    size, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if len(entries) > MOST_ENTRIES or size > MOST_UNPACKED or size > MOST_RATIO * max(packed, 5_000):
        raise Refused(TOO_BIG)
    if not any(name.endswith("workbook.xml") for name in archive.namelist()):
        raise Refused(NOT_A_LIST)


def sheet_names(archive: zipfile.ZipFile) -> list[str]:
    return [name for name in archive.namelist() if re.search(r"worksheets/[^/]+\.xml$", name)]


def extent_of(archive: zipfile.ZipFile, name: str) -> dict:
    """How far the cells with something in them reach, before any of them is built.

    {"last": (row, column), "merged": boxes, "uncalculated": formulas that nobody has worked out}.
    """
    found = {"last": (0, 0), "merged": [], "uncalculated": set()}
    cells = row = column = 0
    with archive.open(name) as stream:
        for event, element in ElementTree.iterparse(stream, events=("start", "end")):
            tag = element.tag.removeprefix(MAIN).removeprefix(STRICT)
            if event == "start":
                if tag == "row":
                    row, column = int(element.get("r") or row + 1), 0
                continue
            if tag == "c":
                row, column = place_of(element, row, column)
                if holds_something(element):
                    cells += 1
                    widen(found, row, column, cells)
                    note_formula(element, found, row, column)
            elif tag == "mergeCell":
                found["merged"].append(list(range_boundaries(element.get("ref"))))
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


def widen(found: dict, row: int, column: int, cells: int) -> None:
    if row > MOST_ROWS or column > MOST_COLUMNS:
        raise Refused(
            f"Ô {get_column_letter(column)}{row} nằm quá xa bảng (chỉ nhận {MOST_ROWS} dòng, "
            f"{MOST_COLUMNS} cột). Hãy xóa ô ấy rồi lưu lại."
        )
    if cells > MOST_CELLS:
        raise Refused(TOO_BIG)
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
            rows.append([cell_of(value, (number, at), extent) for at, value in enumerate(row, start=1)])
    return {"name": sheet.title, "rows": rows, "merged": extent["merged"]}


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
        return [ERROR, str(value)]
    if isinstance(value, str) and re.fullmatch(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)", value):
        return [ERROR, value]
    return value if isinstance(value, int | float) else str(value)
