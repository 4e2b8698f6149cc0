"""When a plan's time limit ends, said in the plan's own way, and a plan's dates carried to another year.

"trước ngày X" ends when X begins, "chậm nhất ngày X" when X ends, with an hour at that instant, "trong tháng"
with the month; all of it in Asia/Ho_Chi_Minh.
"""

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from thiduakt.vietnamese.days import short_date

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
DAY, MONTH, YEAR, YEARLY = PRECISIONS = ("day", "month", "year", "yearly")
LAST_MONTH = 12


@dataclass(frozen=True)
class Limit:
    """`on`: the day, or the first day of the month or year; `text`: the limit as the plan writes it."""

    text: str = ""
    on: dt.date | None = None
    time: dt.time | None = None
    inclusive: bool = True
    precision: str = DAY


def parse_on(value: str | None, after: dt.date | None = None) -> tuple[dt.date | None, str]:
    """A day of plan-json ("2021-11-30", "2020-12", "2020", "--12-05") and its precision.

    A yearly day becomes the first one after `after`, the plan's date; without it the day is None.
    Raises ValueError for anything else.
    """
    if not value:
        return None, DAY
    if value.startswith("--"):
        month, day = map(int, value[2:].split("-"))
        return (first_after(month, day, after) if after else None), YEARLY
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    return dt.date(year, month, day), (YEAR, MONTH, DAY)[value.count("-")]


def first_after(month: int, day: int, plan_date: dt.date) -> dt.date:
    """Of "hằng năm": the first such day after the plan's date."""
    this_year = day_in(plan_date.year, month, day)
    return this_year if this_year > plan_date else day_in(plan_date.year + 1, month, day)


def day_in(year: int, month: int, day: int) -> dt.date:
    """29 February of a common year is the 28th."""
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def end_instant(limit: Limit, zone: dt.tzinfo = VIETNAM) -> dt.datetime | None:
    """The first instant that is too late; None when the plan names no day."""
    if limit.on is None:
        return None
    if limit.time is not None:
        return dt.datetime.combine(limit.on, limit.time, zone)
    return dt.datetime.combine(first_day_too_late(limit), dt.time.min, zone)


def first_day_too_late(limit: Limit) -> dt.date:
    if not limit.inclusive:
        return limit.on
    if limit.precision == YEAR:
        return dt.date(limit.on.year + 1, 1, 1)
    if limit.precision == MONTH:
        return month_after(limit.on)
    return limit.on + dt.timedelta(days=1)


def month_after(day: dt.date) -> dt.date:
    last = day.month == LAST_MONTH
    return dt.date(day.year + last, 1 if last else day.month + 1, 1)


def last_day(limit: Limit) -> dt.date | None:
    """The last day on which the thing may still be done, for "Còn 8 ngày"."""
    if limit.on is None or limit.time is not None:
        return limit.on
    return first_day_too_late(limit) - dt.timedelta(days=1)


def is_late(at: dt.datetime, end: dt.datetime | None) -> bool:
    """`end` of `end_instant`; nothing is late without one."""
    return end is not None and at >= end


def explain(limit: Limit) -> str:
    """Like "chậm nhất 30/11/2021 (hết ngày 30/11)": the limit, and what it means for the last day."""
    if limit.on is None:
        return limit.text or "không nêu ngày"
    if limit.time is not None:
        word = "chậm nhất" if limit.inclusive else "trước"
        return f"{word} {limit.time.hour} giờ {limit.time.minute:02d} ngày {short_date(limit.on)}"
    return f"{limit_words(limit)} (hết ngày {last_day_words(limit)})"


def limit_words(limit: Limit) -> str:
    if limit.precision in {MONTH, YEAR}:
        word = "trong" if limit.inclusive else "trước"
        month = f"tháng {limit.on:%m}/" if limit.precision == MONTH else "năm "
        return f"{word} {month}{limit.on.year}"
    word = "chậm nhất" if limit.inclusive else "trước"
    if limit.precision == YEARLY:
        return f"{word} {limit.on:%d/%m} hằng năm"
    return f"{word} {short_date(limit.on)}"


def last_day_words(limit: Limit) -> str:
    """Without the year where the limit has just named it."""
    last = last_day(limit)
    named = limit.precision != YEARLY and last.year == limit.on.year
    return f"{last:%d/%m}" if named else short_date(last)


def shift_year(date: dt.date, years: int) -> dt.date:
    return day_in(date.year + years, date.month, date.day)


WRITTEN_DAY = r"\d{1,2}(?:/\d{1,2}/\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
# A document's number and its date: 3641/QĐ-UBND ngày 05/11/2020, 91/2017/NĐ-CP, 34-CT/TW.
REFERENCE = rf"\d+(?:/\d{{4}})?[-/](?=[A-ZĐ])[\w/.-]*\w(?:,?\s+ngày\s+{WRITTEN_DAY})?"
# The title of a cited document, which keeps its years, goes on to the next clear stop.
TITLE = re.compile(r"\b(?:về|ban hành|phát động|quy định|triển khai|[Kk]ế hoạch)\b")
STOP = re.compile(r"[;)\n]|\.(?=\s|$|/)|,\s+(?=(\w))")
PERIOD = r"\d{4}\s*[-–—]\s*\d{4}"
YEARS = re.compile(
    rf"(?P<kept>{REFERENCE}|{PERIOD})"
    r"|(?P<day>(?<![\d/])\d{1,2}(?:/|\s+tháng\s+))(?P<month>\d{1,2})(?P<gap>/|\s+năm\s+)(?P<year>\d{4})(?![\d/])"
    r"|(?P<lead>(?<![\d/])\d{1,2}/|(?<![\w/:.,-]))(?P<bare>\d{4})(?![\w/-]|:\d)"
)


def shift_text_years(text: str, years: Mapping[int, int]) -> str:
    """A sentence carried to another year: {2021: 2026} moves "năm 2021", 30/11/2021 and "tháng 12/2021".

    What names a document stays: its number, its date, the years of its title; so does a period (2016-2020).
    """
    titles = title_spans(text)
    return YEARS.sub(lambda match: shifted(match, years, titles), text)


def title_spans(text: str) -> list[tuple[int, int]]:
    spans = []
    for cited in re.finditer(REFERENCE, text):
        stop = next((m.start() for m in STOP.finditer(text, cited.end()) if ends_title(m)), len(text))
        title = TITLE.search(text, cited.end(), stop)
        if title:
            spans.append((title.start(), stop))
    return spans


def ends_title(stop: re.Match) -> bool:
    """A comma goes on with a title unless a name follows it ("…, Sở Công Thương xây dựng …")."""
    return stop[1] is None or stop[1].isupper()


def shifted(match: re.Match, years: Mapping[int, int], titles: list[tuple[int, int]]) -> str:
    if match["kept"]:
        return match[0]
    if match["day"]:
        return shifted_day(match, years)
    in_title = any(start <= match.start() < stop for start, stop in titles)
    year = int(match["bare"])
    return match[0] if in_title else f"{match['lead']}{years.get(year, year)}"


def shifted_day(match: re.Match, years: Mapping[int, int]) -> str:
    """29/02 of a leap year becomes 28/02."""
    day, month, year = int(re.match(r"\d+", match["day"])[0]), int(match["month"]), int(match["year"])
    target = years.get(year, year)
    lead = match["day"]
    if (day, month) == (29, 2) and not calendar.isleap(target):
        lead = lead.replace("29", "28", 1)
    return f"{lead}{match['month']}{match['gap']}{target}"
