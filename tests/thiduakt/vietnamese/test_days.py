import datetime as dt

import pytest

from thiduakt.vietnamese import days

pytestmark = pytest.mark.pure
BLANK = "\u00a0" * 5


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (dt.date(2021, 2, 3), "ngày 03 tháng 02 năm 2021"),
        (dt.date(2021, 1, 31), "ngày 31 tháng 01 năm 2021"),
        (dt.date(2021, 3, 9), "ngày 09 tháng 3 năm 2021"),
        (dt.date(2021, 11, 30), "ngày 30 tháng 11 năm 2021"),
    ],
)
def test_long_date_pads_like_official_papers(day, written):
    assert days.long_date(day) == written


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        (("Ninh Phước", 3, 2, 2021), "Ninh Phước, ngày 03 tháng 02 năm 2021"),
        (("Ninh Thuận", None, 2, 2020), f"Ninh Thuận, ngày{BLANK} tháng 02 năm 2020"),
        (("Gia Lai", None, None, None), f"Gia Lai, ngày{BLANK} tháng{BLANK} năm{BLANK}"),
        ((None, 5, 6, 2020), "ngày 05 tháng 6 năm 2020"),
    ],
)
def test_paper_date_leaves_room_for_what_is_blank(parts, written):
    assert days.paper_date(*parts) == written


def test_short_date_pads_day_and_month():
    assert days.short_date(dt.date(2021, 2, 3)) == "03/02/2021"


def test_weekday_name():
    assert days.weekday_name(dt.date(2021, 11, 25)) == "thứ Năm"
    assert days.weekday_name(dt.date(2021, 11, 28)) == "Chủ nhật"


@pytest.mark.parametrize(
    ("on", "phrase"),
    [(22, "Còn 8 ngày"), (29, "Còn 1 ngày"), (30, "Hạn hôm nay")],
)
def test_days_left_phrase(on, phrase):
    assert days.days_left_phrase(dt.date(2021, 11, 30), dt.date(2021, 11, on)) == phrase


def test_days_left_phrase_after_the_last_day():
    assert days.days_left_phrase(dt.date(2021, 11, 30), dt.date(2021, 12, 3)) == "Quá hạn 3 ngày"


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (dt.date(2021, 11, 22), dt.date(2021, 11, 30), 6),
        (dt.date(2021, 11, 26), dt.date(2021, 11, 28), 0),
        (dt.date(2021, 11, 26), dt.date(2021, 11, 29), 1),
        (dt.date(2021, 11, 1), dt.date(2021, 11, 29), 20),
        (dt.date(2021, 11, 30), dt.date(2021, 11, 22), 0),
    ],
)
def test_working_days_between_counts_after_the_first_day(start, end, count):
    assert days.working_days_between(start, end) == count
