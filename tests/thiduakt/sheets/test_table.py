"""Lists as people send them: titles above, two rows of heading, sections, totals, signatures."""

import datetime as dt

import pytest

from tests.thiduakt.sheets.lists import COLUMNS, HEAD, NAME, book
from thiduakt.errors import Refused
from thiduakt.sheets.content import cells_of
from thiduakt.sheets.table import Table, table_in
from thiduakt.sheets.template import template_book

pytestmark = pytest.mark.pure


def read_table(data: bytes) -> Table:
    """In this process; what is read in the child is the corpus's to show."""
    return table_in(cells_of(data), COLUMNS)


def names(data: bytes) -> list[str]:
    return [row.values["name"] for row in read_table(data).rows]


def refused(data: bytes) -> list[str]:
    with pytest.raises(Refused) as found:
        read_table(data)
    return found.value.reasons


def test_title_above_and_total_below_are_no_rows():
    data = book(
        ["DANH SÁCH CÁN BỘ"],
        [],
        HEAD,
        ["(1)", "(2)", "(3)", "(4)"],
        [1, "Lê Văn An", "5/3/1980", "Phòng Kinh tế"],
        ["II", "Khối trường học"],
        [2, "Trần Thị Bé", dt.date(1990, 12, 31), "Trường Tiểu học"],
        ["Tổng cộng", 2],
        [None, "NGƯỜI LẬP BIỂU"],
    )
    table = read_table(data)
    assert [(row.number, row.values["name"], row.values["birth"]) for row in table.rows] == [
        (5, "Lê Văn An", dt.date(1980, 3, 5)),
        (7, "Trần Thị Bé", dt.date(1990, 12, 31)),
    ]
    assert (table.sheet, table.skipped, table.unknown) == ("Danh sách", [4, 6], ["STT"])


def test_two_rows_of_heading_with_merged_boxes():
    data = book(
        ["TT", "Họ và tên", "Ngày tháng năm sinh", None, "Đơn vị"],
        [None, None, "Nam", "Ngày sinh", None],
        [1, "Lê Văn An", "x", "05/12/1980", "Phòng A"],
        merged=("A1:A2", "B1:B2", "C1:D1", "E1:E2"),
    )
    row = read_table(data).rows[0]
    assert (row.number, row.values["birth"], row.values["unit"]) == (3, dt.date(1980, 12, 5), "Phòng A")


def test_headings_are_known_by_their_other_names_without_marks_or_stars():
    data = book(["HO VA TEN (*)", "don vi: "], ["Lê Văn An", "Phòng A"])
    assert names(data) == ["Lê Văn An"]


def test_text_of_old_fonts_is_read_when_the_heading_is_of_the_same():
    data = book(["Hä vµ tªn", "§¬n vÞ"], ["NguyÔn V¨n An", "Phßng A"])
    assert names(data) == ["Nguyễn Văn An"]


def test_old_font_below_a_heading_of_today_is_a_fault_of_its_cell():
    table = read_table(book(HEAD, [1, "NguyÔn V¨n An", None, "Phòng A"]))
    assert [str(fault) for fault in table.faults] == [
        "Trang “Danh sách”, ô B2: “NguyÔn V¨n An” chữ gõ bằng phông cũ (TCVN3, VNI). "
        "Chuyển tệp sang Unicode rồi tải lên."
    ]


def test_decomposed_letters_and_hard_blanks_become_plain():
    assert names(book(HEAD, [1, "Nguye\u0302\u0303n\u00a0Va\u0306n  An\u200b", None, "Phòng A"])) == [
        "Nguyễn Văn An"
    ]


def test_missing_value_is_a_fault_with_its_cell():
    table = read_table(book(HEAD, [1, "Lê Văn An", "31/02/1980", None]))
    assert [(fault.cell, fault.value) for fault in table.faults] == [("C2", "31/02/1980"), ("D2", "")]


def test_year_alone_is_noted_and_left_out():
    row = read_table(book(HEAD, [1, "Lê Văn An", 1980, "Phòng A"])).rows[0]
    assert (row.values["birth"], row.faults, row.notes) == (
        None,
        [],
        ["Ngày sinh: chỉ có năm 1980, để trống ngày."],
    )


def test_missing_column_is_named():
    assert refused(book(["Họ và tên", "Ngày sinh"], ["Lê Văn An", None])) == [
        "Bảng thiếu cột “Đơn vị”. Hãy dùng tệp mẫu."
    ]


def test_list_without_heading_is_refused():
    sentence = (
        "Không tìm thấy dòng tiêu đề của bảng. Bảng phải có các cột “Họ và tên”, “Đơn vị”; hãy dùng tệp mẫu."
    )
    assert refused(book(["một", "hai"], [1, 2])) == [sentence]


def test_template_itself_has_no_rows():
    assert refused(template_book("Cá nhân", COLUMNS)) == [
        "Bảng chỉ có dòng tiêu đề, chưa có dòng nào để nhập."
    ]


def test_faulty_formula_and_error_are_told():
    data = book(HEAD, [1, "=A1", None, "Phòng A"], [2, "#REF!", None, "Phòng A"])
    assert [fault.cell for fault in read_table(data).faults] == ["B2", "B3"]


def test_semicolons_and_tabs_are_read_like_commas():
    for mark in ",;\t":
        data = f"Họ và tên{mark}Đơn vị\nLê Văn An{mark}Phòng A\n".encode("utf-8-sig")
        assert names(data) == ["Lê Văn An"]


def test_headings_are_compared_without_marks():
    assert NAME.headings == {"ho va ten", "ten"}
