"""Dates as plans write them: the words that bound them, precision, hour, yearly days."""

import pytest

from campaigns.plan_text.reading.dates import first_day, last_day, moments

pytestmark = pytest.mark.pure

CASES = [
    ("trước ngày 15/11/2026", ("2026-11-15", False, None)),
    ("trước 17 giờ 00 ngày 15 tháng 11 năm 2026", ("2026-11-15", False, "17:00")),
    ("trước 17h30, thứ Sáu ngày 20/11/2026", ("2026-11-20", False, "17:30")),
    ("chậm nhất là 16 giờ 30 phút ngày 20/11/2026", ("2026-11-20", True, "16:30")),
    ("chậm nhất ngày 30/11/2026", ("2026-11-30", True, None)),
    ("chậm nhất trước ngày 30/11/2026", ("2026-11-30", False, None)),
    ("đến hết ngày 15.11.2026", ("2026-11-15", True, None)),
    ("đến trước ngày 20-12-2026", ("2026-12-20", False, None)),
    ("trong tháng 11", ("2026-11", True, None)),
    ("trong tháng 01/2027", ("2027-01", True, None)),
    ("hết tháng 9 năm 2026", ("2026-09", True, None)),
    ("trong quý IV", ("2026-12", True, None)),
    ("trong quý 1 năm 2027", ("2027-03", True, None)),
    ("trong năm 2026", ("2026", True, None)),
    ("trước ngày 05/12 hàng năm", ("--12-05", False, None)),
    ("hằng năm trước ngày 05/12", ("--12-05", False, None)),
    ("trong tháng 02 hằng năm", ("--02-28", True, None)),
    ("trước ngày 31/11/2026", (None, False, None)),
]


@pytest.mark.parametrize("words, expected", CASES)
def test_date_is_read_with_its_bound(words, expected):
    found = moments(f"Hồ sơ gửi về Văn phòng {words}.", 2026)
    assert [(each.on, each.inclusive, each.time) for each in found] == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "theo kế hoạch của cấp trên",
        "6 tháng đầu năm",
        "Nghị định số 91/2017/NĐ-CP ngày 31/7/2017",
        "Quyết định 12/QĐ-UBND ngày 02 tháng 3 năm 2026",
        "giai đoạn 2021-2025",
        "tăng 0,5-1 điểm",
        "tỷ lệ 10/20 phiếu",
    ],
)
def test_words_without_a_time_limit_give_none(words):
    assert [each.on for each in moments(words, None)] == []


def test_spans_have_a_first_and_a_last_day():
    assert [first_day(on) for on in ("2026", "2026-02", "2026-02-03", None)] == [
        "2026-01-01",
        "2026-02-01",
        "2026-02-03",
        None,
    ]
    assert [last_day(on) for on in ("2026", "2028-02", "2026-02-03", None)] == [
        "2026-12-31",
        "2028-02-29",
        "2026-02-03",
        None,
    ]
