"""A deadline in words: how near, on which day, in which hue."""

import datetime as dt

from thiduakt.vietnamese.days import short_date, weekday_name, working_days_between

WARN_WORKING_DAYS = 3
NEAR_DAYS = 7


def weekday_date(day: dt.date) -> str:
    """`thứ Năm, 25/11/2021`; empty for None."""
    return f"{weekday_name(day)}, {short_date(day)}" if day else ""


def due_note(day: dt.date, on: dt.date) -> str:
    """The date beside the count: with its weekday when near, `hạn …` when past."""
    left = (day - on).days
    if left < 0:
        return f"hạn {short_date(day)}"
    if left == 0:
        return f"đến hết {short_date(day)}"
    return weekday_date(day) if left <= NEAR_DAYS else f"chậm nhất {short_date(day)}"


def due_css(day: dt.date, on: dt.date) -> str:
    """Crimson when late, amber when three working days or fewer are left, else no colour."""
    if day < on:
        return "is-bad"
    return "is-warn" if working_days_between(on, day) <= WARN_WORKING_DAYS else ""
