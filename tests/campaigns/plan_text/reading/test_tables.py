"""Tables of tasks: which columns say what, and whose rows they are."""

import pytest

from campaigns.plan_text.reading.tables import task_rows
from campaigns.plan_text.reading.tree import build

pytestmark = pytest.mark.pure


def rows(*lines: str) -> list[tuple[dict, str]]:
    return [(row.cells, row.group) for row in task_rows(build(["II. NỘI DUNG", *lines]))]


def test_rows_are_read_by_what_their_column_is_called():
    found = rows(
        "TT | Thời gian thực hiện | Nội dung thực hiện | Đơn vị thực hiện | Ghi chú",
        "1 | Tháng 6 | Sơ kết | Văn phòng | |",
        "2 | | Tổng kết; | Các phòng",
        "Hết bảng.",
        "3 | Tháng 7 | Không thuộc bảng | Văn phòng",
    )
    assert found == [
        ({"number": "1", "due": "Tháng 6", "text": "Sơ kết", "owner": "Văn phòng"}, ""),
        ({"number": "2", "text": "Tổng kết", "owner": "Các phòng"}, ""),
    ]


def test_row_of_a_quarter_heads_the_rows_below_it():
    found = rows(
        "STT | Công việc | Thời hạn", "I | QUÝ I | |", "1 | Đăng ký | 28/02", "QUÝ II", "2 | Sơ kết | 15/6"
    )
    assert [(cells["text"], group) for cells, group in found] == [
        ("Đăng ký", "I | QUÝ I | |"),
        ("Sơ kết", "QUÝ II"),
    ]


@pytest.mark.parametrize("head", ["STT | Tiêu chí | Điểm tối đa", "STT | Nội dung | Điểm", "Họ tên | Đơn vị"])
def test_other_tables_hold_no_tasks(head):
    assert rows(head, "1 | Ban hành kế hoạch | 20") == []
