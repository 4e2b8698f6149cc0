import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from campaigns import dates
from campaigns.dates import Limit

pytestmark = pytest.mark.pure
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
NOV_30 = dt.date(2021, 11, 30)
FIVE = dt.time(17, 0)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2021-11-30", (NOV_30, "day")),
        ("2020-12", (dt.date(2020, 12, 1), "month")),
        ("2020", (dt.date(2020, 1, 1), "year")),
        ("--12-05", (None, "yearly")),
        (None, (None, "day")),
        ("", (None, "day")),
    ],
)
def test_parse_on(written, meant):
    assert dates.parse_on(written) == meant


def test_parse_on_of_a_yearly_day_takes_the_first_after_the_plan():
    plan = dt.date(2021, 2, 3)
    assert dates.parse_on("--12-05", after=plan) == (dt.date(2021, 12, 5), "yearly")
    assert dates.parse_on("--01-30", after=plan) == (dt.date(2022, 1, 30), "yearly")
    assert dates.parse_on("--02-03", after=plan) == (dt.date(2022, 2, 3), "yearly")


def test_parse_on_refuses_what_is_no_day():
    for wrong in ("hằng năm", "2021-13", "2021-02-30"):
        with pytest.raises(ValueError, match=r"."):
            dates.parse_on(wrong)


def test_first_after_in_a_common_year_takes_28_february():
    assert dates.first_after(2, 29, dt.date(2020, 3, 1)) == dt.date(2021, 2, 28)


@pytest.mark.parametrize(
    ("limit", "end", "last", "told"),
    [
        (Limit(on=NOV_30), (2021, 12, 1), NOV_30, "chậm nhất 30/11/2021 (hết ngày 30/11)"),
        (
            Limit(on=dt.date(2021, 11, 15), inclusive=False),
            (2021, 11, 15),
            dt.date(2021, 11, 14),
            "trước 15/11/2021 (hết ngày 14/11)",
        ),
        (
            Limit(on=dt.date(2022, 1, 1), inclusive=False),
            (2022, 1, 1),
            dt.date(2021, 12, 31),
            "trước 01/01/2022 (hết ngày 31/12/2021)",
        ),
        (
            Limit(on=NOV_30, time=FIVE, inclusive=False),
            (2021, 11, 30, 17),
            NOV_30,
            "trước 17 giờ 00 ngày 30/11/2021",
        ),
        (Limit(on=NOV_30, time=FIVE), (2021, 11, 30, 17), NOV_30, "chậm nhất 17 giờ 00 ngày 30/11/2021"),
        (
            Limit(on=dt.date(2020, 12, 1), precision="month"),
            (2021, 1, 1),
            dt.date(2020, 12, 31),
            "trong tháng 12/2020 (hết ngày 31/12)",
        ),
        (
            Limit(on=dt.date(2020, 6, 1), precision="month", inclusive=False),
            (2020, 6, 1),
            dt.date(2020, 5, 31),
            "trước tháng 06/2020 (hết ngày 31/05)",
        ),
        (
            Limit(on=dt.date(2020, 1, 1), precision="year"),
            (2021, 1, 1),
            dt.date(2020, 12, 31),
            "trong năm 2020 (hết ngày 31/12)",
        ),
        (
            Limit(on=dt.date(2021, 12, 5), precision="yearly", inclusive=False),
            (2021, 12, 5),
            dt.date(2021, 12, 4),
            "trước 05/12 hằng năm (hết ngày 04/12/2021)",
        ),
    ],
)
def test_limit_ends_as_its_words_say(limit, end, last, told):
    assert dates.end_instant(limit) == dt.datetime(*end, tzinfo=VIETNAM)
    assert dates.last_day(limit) == last
    assert dates.explain(limit) == told


def test_limit_without_a_day_never_ends():
    assert dates.end_instant(Limit()) is None
    assert dates.last_day(Limit()) is None
    assert dates.explain(Limit()) == "không nêu ngày"
    assert dates.explain(Limit("Khi có văn bản của tỉnh")) == "Khi có văn bản của tỉnh"
    assert dates.is_late(dt.datetime(2099, 1, 1, tzinfo=VIETNAM), None) is False


def test_is_late_to_the_second_in_vietnam():
    end = dates.end_instant(Limit(on=NOV_30))
    assert dates.is_late(dt.datetime(2021, 11, 30, 16, 59, 59, tzinfo=dt.UTC), end) is False
    assert dates.is_late(dt.datetime(2021, 11, 30, 17, 0, 0, tzinfo=dt.UTC), end) is True


def test_shift_year_from_a_leap_day():
    assert dates.shift_year(dt.date(2020, 2, 29), 1) == dt.date(2021, 2, 28)
    assert dates.shift_year(NOV_30, 5) == dt.date(2026, 11, 30)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("huyện Ninh Phước năm 2021", "huyện Ninh Phước năm 2026"),
        ("chậm nhất là ngày 30/11/2021.", "chậm nhất là ngày 30/11/2026."),
        ("đến trước ngày 15 tháng 11 năm 2021.", "đến trước ngày 15 tháng 11 năm 2026."),
        ("Tháng 12/2021.", "Tháng 12/2026."),
        ("đăng ký thi đua năm 2020:", "đăng ký thi đua năm 2025:"),
        ("tăng 10 bậc so với năm 2020", "tăng 10 bậc so với năm 2025"),
        ("nhiệm kỳ 2020-2025, giai đoạn 2016 – 2020", "nhiệm kỳ 2020-2025, giai đoạn 2016 – 2020"),
        ("từ năm 2019 trở về trước", "từ năm 2019 trở về trước"),
        ("TCVN ISO 9001:2020 và 2020 hồ sơ", "TCVN ISO 9001:2020 và 2025 hồ sơ"),
        (
            "Thực hiện Quyết định số 3641/QĐ-UBND ngày 05/11/2020 của Ủy ban nhân dân huyện về việc ban hành "
            "Kế hoạch cải cách hành chính huyện Ninh Phước năm 2021;",
            "Thực hiện Quyết định số 3641/QĐ-UBND ngày 05/11/2020 của Ủy ban nhân dân huyện về việc ban hành "
            "Kế hoạch cải cách hành chính huyện Ninh Phước năm 2021;",
        ),
        (
            "Thực hiện Kế hoạch số 288/KH-UBND ngày 06 tháng 02 năm 2020 của Bộ ban hành kế hoạch năm 2020; "
            "Sở phát động năm 2020",
            "Thực hiện Kế hoạch số 288/KH-UBND ngày 06 tháng 02 năm 2020 của Bộ ban hành kế hoạch năm 2020; "
            "Sở phát động năm 2025",
        ),
        (
            "Kế hoạch số 1194/KH-SCT ngày 22/9/2020 Kế hoạch của Bộ năm 2020, Sở lập kế hoạch năm 2020",
            "Kế hoạch số 1194/KH-SCT ngày 22/9/2020 Kế hoạch của Bộ năm 2020, Sở lập kế hoạch năm 2025",
        ),
        (
            "theo Kế hoạch số 967/KH-UBND ngày 10/3/2021 của tỉnh trước ngày 30/11/2021 trong năm 2021",
            "theo Kế hoạch số 967/KH-UBND ngày 10/3/2021 của tỉnh trước ngày 30/11/2026 trong năm 2026",
        ),
        ("Chỉ thị 34-CT/TW ngày 7/4/2020; năm 2020", "Chỉ thị 34-CT/TW ngày 7/4/2020; năm 2025"),
        ("Nghị định số 91/2020/NĐ-CP, năm 2020", "Nghị định số 91/2020/NĐ-CP, năm 2025"),
        ("(Luật số 06/2021/QH15) năm 2021", "(Luật số 06/2021/QH15) năm 2026"),
        ("Trước 29/02/2020 và 29 tháng 2 năm 2020", "Trước 28/02/2025 và 28 tháng 2 năm 2025"),
    ],
)
def test_shift_text_years_moves_dates_but_no_cited_document(before, after):
    assert dates.shift_text_years(before, {2020: 2025, 2021: 2026}) == after
