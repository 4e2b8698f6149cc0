"""Slips of the pen and of character recognition, each with what was probably meant."""

import re
from collections.abc import Iterator

from .syllables import strange_in

# (what is written, what was probably meant); `more`: words that the suggestion repeats.
SLIPS = (
    (
        r"(?P<slip>[Pp]hần đầu)\s+(?:tăng|đạt|hoàn thành|xây dựng|thực hiện|nâng|giảm|trở thành|có|đến)\b"
        r"(?:\s+\d[\d,.–-]*\s+\w+)?",
        "phấn đấu",
    ),
    (r"(?P<slip>Hợp)(?P<more> Hội đồng(?: sáng kiến| thi đua)?)", "Họp"),
    (r"(?P<slip>đ[ềễẻẽ])(?P<more> (?:họp|tổng hợp|theo dõi|báo cáo|kịp thời|xem xét))", "để"),
    (r"(?P<slip>Trường)(?P<more>\s+(?:[Kk]hối|phòng|ban))(?:\s+[A-ZĐ]{2,})?\b", "Trưởng"),
    (r"(?P<slip>Việt nam)\b", "Việt Nam"),
    (r"(?P<slip>PAR(?! INDEX\b)[,.\s-]*IN[A-Z]{2,3})\b", "PAR INDEX"),
    (r"(?P<slip>kỷ luật,? kỷ cương,? hành chính)\b", "kỷ luật, kỷ cương hành chính"),
)
COMPILED = tuple((re.compile(rf"\b{pattern}"), meant) for pattern, meant in SLIPS)
NEAR = 22
UNSPACED = re.compile(r"\b(?:\w+\s+){1,2}(?P<dash>[–-])(?=[^\W\d])\w+(?:\s+\w+)?")
WITHOUT_SO = re.compile(
    r"\b(?P<kind>[Kk]ế hoạch|[Qq]uyết định|[Tt]hông tư|[Nn]ghị định|[Cc]hỉ thị|[Cc]ông văn"
    r"|[Hh]ướng dẫn)\s+\d{1,5}/[\w-]*[A-ZĐ][\w-]*"
)


def slips_in(text: str) -> Iterator[tuple[str, str]]:
    """(the words as written, why)."""
    yield from spelling(text)
    yield from strange_in(text)
    for found in UNSPACED.finditer(text):
        yield found[0], f"thiếu khoảng trắng sau dấu “{found['dash']}”"
    for found in WITHOUT_SO.finditer(text):
        yield found[0], f"thiếu chữ “số” trước số của {found['kind'].lower()}"


def spelling(text: str) -> Iterator[tuple[str, str]]:
    run: list[tuple[re.Match, str]] = []
    for found, meant in sorted(found_slips(text), key=lambda each: each[0].start()):
        if run and found.start() - run[-1][0].end() > NEAR:
            yield told(text, run)
            run = []
        run.append((found, meant))
    if run:
        yield told(text, run)


def found_slips(text: str) -> list[tuple[re.Match, str]]:
    return [
        (found, meant)
        for pattern, meant in COMPILED
        for found in pattern.finditer(text)
        if found["slip"] != meant and not missing_comma_only(found["slip"], meant)
    ]


def missing_comma_only(slip: str, meant: str) -> bool:
    """A comma left out is a matter of taste; one in the wrong place is a slip."""
    return slip == meant.replace(",", "")


def told(text: str, run: list[tuple[re.Match, str]]) -> tuple[str, str]:
    """Slips close together make one note: “Họp Hội đồng sáng kiến để họp”."""
    start, end = run[0][0].start(), max(found.end() for found, _ in run)
    if len(run) > 1:
        return text[start:end], f"có thể là “{mended(text, run, start, end)}”"
    found, meant = run[0]
    return text[start:end], f"có thể là “{meant}{found.groupdict().get('more') or ''}”"


def mended(text: str, run: list[tuple[re.Match, str]], start: int, end: int) -> str:
    words, place = "", start
    for found, meant in run:
        words += text[place : found.start("slip")] + meant
        place = found.end("slip")
    return words + text[place:end]
