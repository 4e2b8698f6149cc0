"""Days as Vietnamese papers and pages write them."""

import datetime as dt

# Room to write a day or a number by hand; no-break, so neither HTML nor a line end swallows it.
ROOM = "\u00a0" * 5
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
SATURDAY = 5


def long_date(d: dt.date) -> str:
    """Days below 10 and the months 1 and 2 carry a leading 0, other months do not (NĐ 30/2020, Phụ lục I)."""
    return f"ngày {d.day:02d} tháng {month_of_paper(d.month)} năm {d.year}"


def month_of_paper(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)


def paper_date(place: str | None, day: int | None, month: int | None, year: int | None) -> str:
    """Place and date of a paper; what is not known yet stays as room to write (`ROOM`)."""
    words = [
        f"ngày {day:02d}" if day else f"ngày{ROOM}",
        f"tháng {month_of_paper(month)}" if month else f"tháng{ROOM}",
        f"năm {year}" if year else f"năm{ROOM}",
    ]
    return (f"{place}, " if place else "") + " ".join(words)


def short_date(d: dt.date) -> str:
    return f"{d:%d/%m}/{d.year:04d}"


def weekday_name(d: dt.date) -> str:
    return WEEKDAYS[d.weekday()]


def days_left_phrase(due: dt.date, on: dt.date) -> str:
    """`due` is the last day on which the thing may still be done."""
    left = (due - on).days
    if left == 0:
        return "Hạn hôm nay"
    return f"Còn {left} ngày" if left > 0 else f"Quá hạn {-left} ngày"


def working_days_between(start: dt.date, end: dt.date) -> int:
    """Mondays to Fridays after `start`, up to and with `end`; public holidays are not known here."""
    weeks, rest = divmod(max((end - start).days, 0), 7)
    tail = (start + dt.timedelta(days=n) for n in range(1, rest + 1))
    return weeks * SATURDAY + sum(day.weekday() < SATURDAY for day in tail)
