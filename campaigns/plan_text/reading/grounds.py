"""Doubts about the documents a plan rests on: dates that cannot be, one paper given to two bodies."""

import datetime as dt
import re
from collections.abc import Iterator

from .bases import NUMBERED, OF, OF_ENDS, Cited, cited_in
from .dates import iso
from .known import KNOWN

OWN_YEAR = re.compile(r"/(\d{4})/")
ABOUT_YEAR = re.compile(r"\bnăm (\d{4})\b")
LATE_MONTH = 9
DATE_WORDS = re.compile(r"ngày\s.*", re.DOTALL)


def shown(iso_day: str) -> str:
    return f"{dt.date.fromisoformat(iso_day):%d/%m/%Y}"


def doubts_of(text: str, signed: str | None) -> Iterator[tuple[str, str]]:
    """`signed`: the plan's own day. (the words as written, why)."""
    for cited in cited_in(text):
        if cited.reference and (why := doubt(text, cited, signed)):
            yield words_of(cited), why


def words_of(cited: Cited) -> str:
    """02/KH-KTĐ ngày 23/01/2019."""
    return cited.short[cited.short.index(cited.reference) :]


def doubt(text: str, cited: Cited, signed: str | None) -> str | None:
    if cited.bad_date:
        return "ngày này không có trong lịch"
    if not cited.dated:
        return None
    known, own = KNOWN.get(cited.reference), OWN_YEAR.search(cited.reference)
    if known and known[1] != cited.dated:
        number = cited.reference.rsplit("/", 1)[0]
        return f"ngày khó đúng với số {number}; {known[0]} này đề ngày {shown(known[1])}"
    if own and own[1] != cited.dated[:4]:
        return f"số của năm {own[1]} nhưng đề ngày năm {cited.dated[:4]}"
    if signed and cited.dated > signed:
        return f"đề ngày sau ngày ký kế hoạch ({shown(signed)})"
    return early(text, cited)


def early(text: str, cited: Cited) -> str | None:
    """A plan made long before its year began."""
    stop = text.find(";", cited.end)
    about = ABOUT_YEAR.search(text, cited.end, stop if stop >= 0 else len(text))
    year, month = int(cited.dated[:4]), int(cited.dated[5:7])
    if cited.kind.lower() == "kế hoạch" and about and int(about[1]) == year + 1 and month < LATE_MONTH:
        return f"kế hoạch của năm {about[1]} nhưng đề ngày năm {year}"
    return None


def bodies_named(text: str) -> Iterator[tuple[str, str, str]]:
    """(kind, reference, body after "của") of every document in the text."""
    for found in NUMBERED.finditer(text):
        if body := OF.match(text, found.end()):
            yield found["kind"], found["reference"], OF_ENDS.split(body["body"], maxsplit=1)[0].strip()


def other_bodies(preamble: list[str], clauses: list) -> Iterator[tuple[str, str, str]]:
    """(the body as a clause names it, its path, why) where the preamble names another body."""
    said = {reference: body for text in preamble for _, reference, body in bodies_named(text)}
    for clause in clauses:
        for kind, reference, body in bodies_named(clause.whole):
            if reference in said and differs(said[reference], body):
                why = f"phần mở đầu ghi {kind} số {reference} là của {said[reference]}"
                yield body, clause.path, why


def differs(one: str, other: str) -> bool:
    """UBND tỉnh and UBND tỉnh Ninh Thuận are one body; its Chủ tịch is another."""
    return not one.startswith(other) and not other.startswith(one)


def day_of(head) -> str | None:
    return iso(head.year, head.month, head.day) if head.year and head.month and head.day else None
