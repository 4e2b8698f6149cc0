"""The dates of a sentence as plans write them, with the words that bound them.

"trước 17 giờ 00 ngày 15/11/2026", "chậm nhất ngày …", "đến hết tháng 11", "trong quý IV", "hằng năm".
"""

import datetime as dt
import re
from dataclasses import dataclass

SLASHED = (
    r"(?P<d1>\d{1,2})\s?(?P<cut>[/.-])\s?(?P<m1>\d{1,2})\s?(?P=cut)\s?(?P<y1>\d{4})"
    r"|(?P<d4>\d{1,2})/(?P<m4>\d{1,2})(?!\d|[/.,]\d|\s?%)(?:\s+năm\s+(?P<y6>\d{4}))?"
)
SPELT = r"(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})(?!\d)(?:\s*(?:năm\s+|[/.-]\s?)(?P<y2>\d{4}))?"
MONTH = r"(?:cuối |đầu |giữa )?tháng\s+(?P<m3>\d{1,2})(?!\d)(?:\s*(?:năm\s+|[/.-]\s?)(?P<y3>\d{4}))?"
QUARTER = r"quý\s+(?P<q>IV|I{1,3}|[1-4])\b(?:\s*(?:năm\s+|[/.-]\s?)(?P<y4>\d{4}))?"
YEAR = r"(?:cuối )?năm\s+(?P<y5>\d{4})(?!\d|\s?[-–]\s?\d{4})"
HOUR = r"(?P<hour>\d{1,2})\s?(?:giờ|h|g|:)\s?(?P<minute>\d{2})?(?:\s?phút)?"
WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)"
MARK = (
    r"(?:(?P<mark>(?:kể )?từ|sau|(?:chậm nhất|muộn nhất|hạn cuối|hạn chót)(?:\s+(?:là|vào|đến"
    r"|trong))?(?:\s+(?P<strict>trước))?"
    r"|(?:đến\s+)?trước|(?:đến\s+|xong\s+)?hết|trong|đến|vào|không quá|(?:thời )?hạn(?: cuối)?(?: là)?"
    r"|là)\s+)?"
)
DATE = re.compile(
    rf"(?<![\w/.,-])(?:(?P<early>(?:hàng|hằng) năm),?\s+)?{MARK}(?:{HOUR}\s*,?\s*)?"
    rf"(?:{WEEKDAY}\s*,?\s*)?(?P<bound>hết\s+)?(?:(?:các\s+)?ngày\s+)?"
    rf"(?:{SLASHED}|{SPELT}|{MONTH}|{QUARTER}|{YEAR})(?P<yearly>\s+(?:hàng|hằng)\s+năm)?",
    re.IGNORECASE,
)
# A document's number with its date: what comes after "ngày" there is nobody's time limit.
REFERENCE = re.compile(
    r"(?<![\w/])(?:\d{1,5}(?:/\d{4})?[-/](?=[A-ZĐ])|\d{0,5}\s?/(?=[A-ZĐ]{2}))[A-ZĐa-z0-9&/.-]*[A-Za-zĐ0-9]"
    r"(?:[,\s]+(?:ký\s+)?ngày\s+\d{1,2}(?:\s?[/.]\s?\d{1,2}\s?[/.]\s?\d{4}"
    r"|\s+tháng\s+\d{1,2}\s+năm\s+\d{4}))?"
)
QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
DAY, MONTHLY, ANNUAL, YEARLY = "day", "month", "year", "yearly"


@dataclass(frozen=True)
class Moment:
    """`on` as in the plan JSON, None for a day that does not exist; `mark` the word that bounds it."""

    on: str | None
    precision: str
    mark: str
    inclusive: bool
    time: str | None
    start: int
    end: int
    text: str
    stated_year: bool = True

    @property
    def recurring(self) -> bool:
        return self.precision == YEARLY


def moments(text: str, year: int | None) -> list[Moment]:
    """All dates that are no document's own; a date without year is of the plan's `year`."""
    cited = [(found.start(), found.end()) for found in REFERENCE.finditer(text)]
    inside = [found for found in DATE.finditer(text) if not overlaps(found, cited)]
    return [read for found in inside if (read := moment(found, year))]


def overlaps(found: re.Match, spans: list[tuple[int, int]]) -> bool:
    return any(start < found.end() and found.start() < end for start, end in spans)


def moment(found: re.Match, year: int | None) -> Moment | None:
    on, precision, stated = value_of(found, year)
    if on == "":
        return None
    mark = (found["mark"] or "").lower()
    strict = bool(found["strict"]) or mark.endswith("trước")
    hour = f"{int(found['hour']):02d}:{found['minute'] or '00'}" if found["hour"] else None
    return Moment(on, precision, mark, not strict, hour, found.start(), found.end(), found[0], stated)


def value_of(found: re.Match, year: int | None) -> tuple[str | None, str, bool]:
    """(on, precision, whether the year is written); on is "" where nothing can be said."""
    day, month = found["d1"] or found["d2"] or found["d4"], found["m1"] or found["m2"] or found["m4"]
    written = next((found[name] for name in ("y1", "y2", "y3", "y4", "y5", "y6") if found[name]), None)
    used = int(written) if written else year
    if found["yearly"] or found["early"]:
        return yearly(found, day, month), YEARLY, True
    if used is None:
        return "", DAY, False
    if day:
        return iso(used, int(month), int(day)), DAY, bool(written)
    if found["q"]:
        return f"{used}-{3 * quarter_number(found['q']):02d}", MONTHLY, bool(written)
    if found["m3"]:
        return (f"{used}-{int(found['m3']):02d}" if valid_month(found["m3"]) else ""), MONTHLY, bool(written)
    return str(used), ANNUAL, True


def yearly(found: re.Match, day: str | None, month: str | None) -> str | None:
    if day:
        return f"--{int(month):02d}-{int(day):02d}" if iso(2024, int(month), int(day)) else None
    if found["m3"] and valid_month(found["m3"]):
        return f"--{int(found['m3']):02d}-{last_of(2023, int(found['m3'])):02d}"
    return ""


def valid_month(month: str) -> bool:
    return 1 <= int(month) <= 12


def quarter_number(written: str) -> int:
    return QUARTERS.get(written.upper()) or int(written)


def iso(year: int, month: int, day: int) -> str | None:
    """None for a day that does not exist."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def last_of(year: int, month: int) -> int:
    start = dt.date(year, month, 28) + dt.timedelta(days=4)
    return (start - dt.timedelta(days=start.day)).day


def first_day(on: str | None) -> str | None:
    """The day a span of time begins: 2026 → 2026-01-01."""
    return on and f"{on}-01-01"[: len("2026-01-01")]


def last_day(on: str | None) -> str | None:
    """The day a month or a year ends."""
    year, month, *_ = [*map(int, on.split("-")), 12] if on else (0, 0)
    return f"{year}-{month:02d}-{last_of(year, month):02d}" if on and len(on) < len("2026-01-01") else on
