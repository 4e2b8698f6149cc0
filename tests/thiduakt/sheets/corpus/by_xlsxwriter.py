"""Workbooks as XlsxWriter writes them, and what becomes of one that is cut or locked."""

import datetime as dt
import io
from pathlib import Path

import msoffcrypto.format.ooxml
import xlsxwriter

HEAD = ["STT", "Họ và tên", "Ngày sinh", "Đơn vị", "Biên chế", "Điểm", "Đứng đầu"]
AN = [1, "Lê Văn An", dt.date(1980, 3, 5), "Phòng A", 12, 85.5, "x"]
BE = [2, "Trần Thị Bé", dt.date(1990, 12, 31), "Phòng B", 3, 90]
AN_ONLY, BE_ONLY = [1, "Lê Văn An", None, "Phòng A"], [2, "Trần Thị Bé", None, "Phòng B"]
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "default_date_format": "dd/mm/yyyy"}


def book(rows: list[list], touch=None, name: str = "Bảng", **options) -> bytes:
    """The rows on a sheet; `touch(workbook, sheet)` does the rest."""
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {**PLAIN, "in_memory": True, **options})
    sheet = made.add_worksheet(name)
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if value is not None:
                sheet.write(number, place, value)
    if touch:
        touch(made, sheet)
    made.close()
    return out.getvalue()


def uncalculated(made, sheet) -> None:
    sheet.write_formula(1, 1, '="Lê"&" Văn An"', value="")


def rich(made, sheet) -> None:
    bold = made.add_format({"bold": True})
    sheet.write_rich_string(1, 1, "Lê ", bold, "Văn ", "An")
    sheet.write_comment(1, 1, "Xem lại")


def old_list_hidden(made, sheet) -> None:
    sheet.hide()
    shown = made.add_worksheet("Bảng")
    for number, row in enumerate([HEAD, AN_ONLY]):
        shown.write_row(number, 0, row)
    shown.activate()


def whole_second(made, sheet) -> None:
    second = made.add_worksheet("Bảng")
    for number, row in enumerate([HEAD, AN_ONLY]):
        second.write_row(number, 0, row)


def table_over(made, sheet) -> None:
    sheet.add_table(0, 0, 2, 3, {"columns": [{"header": words} for words in HEAD[:4]]})
    sheet.freeze_panes(1, 0)


def banners(made, sheet) -> None:
    sheet.merge_range(4, 1, 4, 3, "Khối trường học")


SECTIONS = [
    HEAD,
    ["A. Khối phòng"],
    AN_ONLY,
    [None, "Cộng khối phòng", None, None, 12],
    [],
    BE_ONLY,
    [None, "II. Khối trực thuộc"],
    [3, "Tống Thị Lan", None, "Phòng B"],
    [4, "Cống Văn Tổng", None, "Phòng B"],
    ["Tổng cộng: 4 người"],
    [None, "Ninh Phước, ngày 5 tháng 3 năm 2026"],
]
SIGNED = [
    HEAD,
    AN_ONLY,
    BE_ONLY,
    [],
    [None, "Người lập bảng", None, "Thủ trưởng đơn vị"],
    [],
    [None, "Hồ Thị Én", None, "Vũ Văn Gấm"],
]


def books() -> dict[str, bytes]:
    plain = book([HEAD, AN, BE])
    return {
        "plain": plain,
        "inline": book([HEAD, AN, BE], constant_memory=True),
        "payloads": book(
            [HEAD, [1, '=HYPERLINK("http://x.vn","x")', None, "Phòng A"], [2, "@SUM(1)", None, "+84"]]
        ),
        "uncalculated": book([HEAD, [1, None, None, "Phòng A"]], uncalculated),
        "rich": book([HEAD, AN_ONLY], rich),
        "blanks": book([HEAD, [1, "\u00a0Nguyễn\u200b Văn\u00a0 An\ufeff ", None, "Phòng\u3000A"]]),
        "hidden-first": book([HEAD, [1, "Người Cũ", None, "Phòng Cũ"]], old_list_hidden, "Cũ"),
        "sections": book(SECTIONS, banners),
        "serials": book([HEAD, [1, "Lê Văn An", 29285, "Phòng A"]]),
        "signatures": book(SIGNED),
        "second-is-whole": book([["Họ và tên", "Ngày sinh"], ["Ai Đó", None]], whole_second, "Tóm tắt"),
        "lines-in-cells": book(
            [["STT", "Họ và\ntên", "Ngày\nsinh", "Đơn\nvị"], [1, "Lê Văn\nAn", None, "Phòng\r\nA"]]
        ),
        "filter-and-table": book([HEAD[:4], AN_ONLY, BE_ONLY], table_over),
        "missing-values": book([HEAD, [1, "Lê Văn An"], [2, None, None, "Phòng B"]]),
        "missing-column": book([HEAD[:3], AN[:3]]),
        "duplicate": book(
            [["STT", "Họ và tên", "Đơn vị", "HỌ VÀ TÊN"], [1, "Lê Văn An", "Phòng A", "Trần Thị Bé"]]
        ),
        "only-heading": book([HEAD]),
        "empty": book([]),
        "truncated": plain[: len(plain) * 2 // 3],
        "encrypted": locked(plain),
    }


def locked(content: bytes) -> bytes:
    out = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(content)).encrypt("mat khau", out)
    return out.getvalue()


def make(files: Path) -> None:
    for name, content in books().items():
        (files / f"xw-{name}.xlsx").write_bytes(content)
