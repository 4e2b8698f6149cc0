"""The list that goes with a paper as a sheet to be signed: in the words of the paper."""

import io

import openpyxl
import pytest

from documents.printing import sheet_of
from tests.documents import papers
from thiduakt.sheets.writing import workbook

pytestmark = pytest.mark.pure
REGISTRATIONS = {
    "title": "Về việc đăng ký thi đua trong phong trào năm 2026",
    "type_line": "TỜ TRÌNH",
    "number": None,
    "day": None,
    "groups": [],
    "tables": [
        {
            "heading": "I. Tập thể",
            "headings": ["STT", "Tên tập thể", "Đơn vị đăng ký", "Danh hiệu", "Hình thức"],
            "widths": [],
            "rows": [["01", "Phòng Kinh tế", "UBND xã", "Tập thể Lao động tiên tiến", ""]],
        }
    ],
}


def printed(template: str, paper: dict) -> list[list]:
    """The sheet as it is opened: its rows without what is empty."""
    made = sheet_of(template, paper)
    content = workbook("Danh sách", made.headings, made.rows, official=made.official)
    rows = openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
    return [row for row in ([cell for cell in row if cell is not None] for row in rows) if row]


def test_list_of_a_decision_has_its_head_money_total_and_signer():
    paper = papers.decision(1, 1)
    collective, person = (group["rows"][0] for group in paper["annex"]["groups"])
    assert printed("decision.html", paper) == [
        ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["HUYỆN NINH PHƯỚC", "Độc lập - Tự do - Hạnh phúc"],
        ["DANH SÁCH"],
        [paper["annex"]["subtitle"]],
        [f"(Kèm theo Quyết định số 05/QĐ-UBND ngày 05 tháng 12 năm 2021 của {paper['annex']['of']})"],
        ["STT", "Số sổ vàng", "Họ và tên, tên tập thể", "Chức vụ, đơn vị", "Tiền thưởng (đồng)"],
        [paper["annex"]["groups"][0]["heading"]],
        line(1, collective),
        [paper["annex"]["groups"][1]["heading"]],
        line(1, person),
        ["Tổng cộng", paper["annex"]["total"]],
        ["CHỦ TỊCH"],
        ["Trần Văn Bình"],
    ]


def line(number: int, row: dict) -> list:
    cells = [number, row["gold_book_number"], row["name"], row["detail"], row["bonus"]]
    return [cell for cell in cells if cell is not None and cell != ""]


def test_list_of_a_letter_is_what_it_proposes():
    paper = papers.submission()
    rows = printed("submission.html", paper)
    start = rows.index(["STT", "Họ và tên, tên tập thể", "Chức vụ, đơn vị", "Hình thức đề nghị"]) + 1
    first = paper["groups"][0]
    assert rows[start : start + 2] == [
        [first["heading"]],
        [value for value in (1, *(first["rows"][0][key] for key in ("name", "detail", "award"))) if value],
    ]
    assert rows[-1] == [paper["signature"]["name"]]


def test_registrations_without_a_number_leave_room_for_it():
    rows = printed("submission.html", papers.submission(**REGISTRATIONS))
    room = "\u00a0" * 5
    assert rows[2:7] == [
        ["DANH SÁCH"],
        ["Đăng ký thi đua trong phong trào năm 2026"],
        [f"(Kèm theo Tờ trình số {room}/{papers.submission()['symbol']} ngày{room} tháng 11 năm 2021)"],
        ["STT", "Họ và tên, tên tập thể", "Chức vụ, đơn vị", "Danh hiệu", "Hình thức"],
        ["I. Tập thể"],
    ]


@pytest.mark.parametrize(
    ("template", "paper"),
    [("plan.html", papers.plan()), ("minutes.html", papers.minutes()), ("", {"groups": [1]})],
)
def test_paper_without_a_list_has_none(template, paper):
    assert sheet_of(template, paper) is None
