"""What each row below the heading is: one to read, a heading of others, a total, the signatures below."""

import re
from collections.abc import Sequence

from thiduakt.vietnamese.text import search_key

from .columns import heading_key
from .header import Header

ROW, BLANK, HEADING, TOTAL, FOOT, END = "row", "blank", "heading", "total", "foot", "end"
ENOUGH = 100  # letters of a cell by which a total or a signature is known
TOTAL_WORDS = re.compile(
    r"(tong|cong)[ :.\d]*|tong (cong|so|hop)\b.*|cong (chung|lai|don vi|phong|khoi|muc|trang)\b.*"
)
SIGNERS = (
    "nguoi (lap|tong hop)|thu truong|(pho )?giam doc|(pho )?chu tich|ke toan( truong)?|hieu truong|xac nhan"
)
FOOT_WORDS = re.compile(
    rf"({SIGNERS}|ky ten)( (bieu|bang|danh sach|don vi|co quan|phong|ubnd.*|uy ban.*|cua .*))?[:.]?"
    r"|(noi nhan|ghi chu|luu y)\b.*|(.{0,40}, )?ngay .{0,20} thang .*"
)
ROMAN_OR_LETTER = re.compile(r"[IVX]+\.?|[A-Z]\.?")
SECTION = re.compile(r"([IVX]+|[A-Z]|\d+)[.)] ?\D.*")
NUMBERING = re.compile(r"\(?(\d{1,2}|[A-Z])\)?(=.*)?")
NUMBERED_BY = {"stt", "tt", "so tt", "so thu tu"}


def kinds_of(rows: Sequence[list], header: Header, banners: set[int]) -> list[str]:
    """`row`, `blank`, `heading` or, from the foot on, `end`, for each row. `banners`: from 0.

    A total or a signature ends the list only when no whole row stands below it: “Tống Thị Lan” is
    somebody, and below the total of one part the next part begins.
    """
    number = numbering_place(rows, header)
    whole = [is_whole(row, header, number) for row in rows]
    last_whole = max((place for place, is_one in enumerate(whole) if is_one), default=-1)
    kinds = []
    for place, row in enumerate(rows):
        kind = ROW if whole[place] else what_is(row, header, place in banners)
        if kind in (TOTAL, FOOT) and place > last_whole:
            return kinds + [END] * (len(rows) - place)
        kinds.append({TOTAL: HEADING, FOOT: ROW}.get(kind, kind))
    return kinds


def numbering_place(rows: Sequence[list], header: Header) -> int | None:
    """Where the rows are numbered, if they are."""
    for place, words in header.unknown.items():
        if heading_key(words) in NUMBERED_BY and any(cell_at(row, place) is not None for row in rows):
            return place
    return None


def cell_at(row: list, place: int):
    cell = row[place] if place < len(row) else None
    return None if isinstance(cell, str) and not cell.strip() else cell


def is_whole(row: list, header: Header, number: int | None) -> bool:
    """Every required column has something, and the number where rows are numbered."""
    if is_numbering(row) or is_example(row, header):
        return False
    asked = [place for place, column in header.at.items() if column.required]
    asked += [number] if number is not None else []
    return all(cell_at(row, place) is not None for place in asked)


def what_is(row: list, header: Header, banner: bool) -> str:
    """Of a row in which something is missing."""
    if all(cell_at(row, place) is None for place in range(len(row))):
        return BLANK
    if is_numbering(row) or is_example(row, header):
        return HEADING
    words = [header.reading(cell).strip() for cell in row if isinstance(cell, str) and cell.strip()]
    first = search_key(words[0][:ENOUGH]) if words else ""
    if TOTAL_WORDS.fullmatch(first):
        return TOTAL
    if FOOT_WORDS.fullmatch(first):
        return FOOT
    return HEADING if is_section(row, header, banner, words) else ROW


def is_numbering(row: list) -> bool:
    """The row (1) (2) (3) … that some forms have below their heading."""
    words = [str(cell).strip() for cell in row if cell is not None]
    return len(words) > 2 and all(NUMBERING.fullmatch(word) for word in words)


def is_example(row: list, header: Header) -> bool:
    """The row that the template shows as an example, left where it was."""
    shown_there = {place: column.example for place, column in header.at.items() if column.example}
    same = [place for place, words in shown_there.items() if cell_at(row, place) == words]
    return len(same) > 1 and len(same) == len(shown_there)


def is_section(row: list, header: Header, banner: bool, words: list[str]) -> bool:
    """“II | Khối trường học”, “A. Khối phòng”, one box over several columns, words elsewhere only."""
    held = [place for place in header.at if cell_at(row, place) is not None]
    if not held:
        return True
    before = [cell_at(row, place) for place in range(min(header.at))]
    marked = any(isinstance(cell, str) and ROMAN_OR_LETTER.fullmatch(cell.strip()) for cell in before)
    titled = len(words) == 1 and bool(SECTION.fullmatch(words[0][:ENOUGH]))
    return len(held) == 1 and (marked or banner or titled)
