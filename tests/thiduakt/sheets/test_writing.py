"""Lists that leave: nothing in them runs, letters and numbers stay what they are."""

import csv
import datetime as dt
import io
import re
import zipfile

import openpyxl
import pytest

from thiduakt.sheets.writing import csv_lines, workbook

pytestmark = pytest.mark.pure
PAYLOADS = [
    "=1+1",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    '=HYPERLINK("http://x")',
    "http://x.vn",
]
HEADINGS = ["Họ và tên", "Số"]


def cells(name: str, content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return book.read(name).decode()


def test_workbook_has_no_formula_and_no_link():
    content = workbook("Danh sách", HEADINGS, [[payload, 5] for payload in PAYLOADS])
    sheet = cells("xl/worksheets/sheet1.xml", content)
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        links = [name for name in book.namelist() if "rels/sheet" in name]
    assert (re.findall("<f>|<hyperlink", sheet), links) == ([], [])


def test_workbook_read_back_says_the_same():
    rows = [["Nguyễn Thị Ân", 12], ["Đỗ Văn Bé", None], ["x", dt.date(2026, 12, 5)]]
    sheet = openpyxl.load_workbook(io.BytesIO(workbook("A/B", HEADINGS, rows))).active
    read = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert read == [
        HEADINGS,
        ["Nguyễn Thị Ân", 12],
        ["Đỗ Văn Bé", None],
        ["x", dt.datetime(2026, 12, 5)],
    ]


def test_workbook_takes_no_text_for_marks():
    told = ["<r>a</r>", "<b>&amp;", "a\x01b_x0041_", "  x\n", "</t></is>"]
    sheet = openpyxl.load_workbook(io.BytesIO(workbook("A", ["Chữ"], [[text] for text in told]))).active
    assert [cell.value for cell in sheet["A"]][1:] == [
        "<r>a</r>",
        "<b>&amp;",
        "a_x0001_b_x005F_x0041_",
        *told[3:],
    ]


def test_csv_sets_live_text_behind_an_apostrophe():
    text = "".join(csv_lines(HEADINGS, [[payload, -5] for payload in PAYLOADS]))
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    live = [row[0] for row in rows[1:] if row[0][0] in "=+-@\t\r＝"]
    assert (text[0], live, {row[1] for row in rows[1:]}) == ("\ufeff", [], {"-5"})


def test_csv_comes_line_by_line():
    asked = []

    def rows():
        for number in range(3):
            asked.append(number)
            yield [number]

    lines = csv_lines(["Số"], rows())
    next(lines), next(lines)
    assert asked == [0]
