"""Days as an iCalendar file (RFC 5545): all-day events with a title and nothing else."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

CRLF = "\r\n"
LINE_OCTETS = 75
PRODID = "-//thiduakt//Lich cua don vi//VI"


@dataclass(frozen=True)
class Day:
    """`uid` stays the same as long as it is the same thing, so that a calendar moves it."""

    uid: str
    title: str
    on: dt.date


def calendar(name: str, days: Iterable[Day], *, stamp: dt.datetime) -> str:
    """The whole file; `stamp` is the aware instant at which it was made."""
    made = f"{stamp.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODID}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        *(line for day in days for line in event(day, made)),
        "END:VCALENDAR",
    ]
    return "".join(folded(line) + CRLF for line in lines)


def event(day: Day, made: str) -> list[str]:
    """An all-day event ends, exclusively, on the day after."""
    return [
        "BEGIN:VEVENT",
        f"UID:{day.uid}",
        f"DTSTAMP:{made}",
        f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day.on + dt.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(day.title)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def escaped(text: str) -> str:
    """Backslash, semicolon, comma and line end (RFC 5545, 3.3.11)."""
    for mark in "\\;,":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def folded(line: str) -> str:
    """At most 75 octets a line, cut between letters; a continuation starts with a blank (3.1)."""
    parts, size = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LINE_OCTETS:
            parts.append("")
            size = 1
        parts[-1] += letter
        size += octets
    return f"{CRLF} ".join(parts)
