import datetime as dt

import pytest

from campaigns.ics import Day, calendar, escaped, folded

pytestmark = pytest.mark.pure
STAMP = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def lines(text: str) -> list[str]:
    return text.split("\r\n")


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_calendar_of_one_day_is_whole():
    text = calendar(
        "Phòng Kinh tế", [Day("viec-1@thiduakt", "Báo cáo sơ kết", dt.date(2026, 6, 14))], stamp=STAMP
    )
    assert unfolded(text) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//thiduakt//Lich cua don vi//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Phòng Kinh tế",
        "BEGIN:VEVENT",
        "UID:viec-1@thiduakt",
        "DTSTAMP:20261121T023000Z",
        "DTSTART;VALUE=DATE:20260614",
        "DTEND;VALUE=DATE:20260615",
        "SUMMARY:Báo cáo sơ kết",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_line_ends_are_crlf_only():
    text = calendar("a\nb", [Day("1", "x\r\ny", dt.date(2026, 1, 1))], stamp=STAMP)
    assert text.replace("\r\n", "").count("\n") + text.replace("\r\n", "").count("\r") == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a;b,c", "a\\;b\\,c"), ("a\\n", "a\\\\n"), ("a\nb", "a\\nb"), ("a\r\nb", "a\\nb")],
)
def test_text_is_escaped(text, expected):
    assert escaped(text) == expected


@pytest.mark.parametrize("size", [1, 74, 75, 76, 200])
def test_long_lines_are_folded_at_75_octets(size):
    line = "SUMMARY:" + "ữ" * size
    found = folded(line)
    assert [len(part.encode()) <= 75 for part in lines(found)] == [True] * len(lines(found))
    assert found.replace("\r\n ", "") == line


def test_year_end_rolls_over():
    text = calendar("x", [Day("1", "x", dt.date(2026, 12, 31))], stamp=STAMP)
    assert "DTEND;VALUE=DATE:20270101" in lines(text)
