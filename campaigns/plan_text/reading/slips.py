"""Slips of the pen and of character recognition, each with what was probably meant."""

import re
from collections.abc import Iterator

# (what is written, what was probably meant; None: the whole match with its replacement)
SLIPS = (
    (
        re.compile(
            r"\b(?P<slip>[Pp]hần đầu)\s+(?:tăng|đạt|hoàn thành|xây dựng|thực hiện|nâng|giảm|trở thành"
            r"|có|đến)\b(?:\s+\d[\d,.–-]*\s+\w+)?"
        ),
        "phấn đấu",
    ),
    (re.compile(r"\b(?P<slip>Hợp)(?= Hội đồng)"), "Họp"),
    (re.compile(r"\b(?P<slip>đề)(?= (?:họp|bình xét|tổng hợp|theo dõi|báo cáo|kịp thời|xem xét))"), "để"),
    (re.compile(r"\b(?P<slip>Trường)\s+(?:[Kk]hối|phòng|ban)(?:\s+[A-ZĐ]{2,})?\b"), "Trưởng"),
    (re.compile(r"\b(?P<slip>Việt nam)\b"), "Việt Nam"),
    (re.compile(r"\b(?P<slip>PAR(?! INDEX\b)[,.\s-]*IN[A-Z]{2,3})\b"), "PAR INDEX"),
    (re.compile(r"\b(?P<slip>kỷ luật,? kỷ cương,? hành chính)\b"), "kỷ luật, kỷ cương hành chính"),
    (re.compile(r"\b(?P<slip>khen thường)\b"), "khen thưởng"),
    (re.compile(r"\b(?P<slip>thị đua|thi đưa)\b"), "thi đua"),
    (re.compile(r"\b(?P<slip>cả nhân|cá nhãn)\b"), "cá nhân"),
    (re.compile(r"\b(?P<slip>tập thê)\b"), "tập thể"),
    (re.compile(r"\b(?P<slip>Uý ban|Ủy bán|Ưỷ ban|Ưy ban)\b"), "Ủy ban"),
)
NEAR = 22
UNSPACED = re.compile(r"(?:\w+\s+){1,2}(?P<dash>[–-])(?=[^\W\d])\w+(?:\s+\w+)?")
WITHOUT_SO = re.compile(
    r"\b(?P<kind>[Kk]ế hoạch|[Qq]uyết định|[Tt]hông tư|[Nn]ghị định|[Cc]hỉ thị|[Cc]ông văn"
    r"|[Hh]ướng dẫn)\s+\d{1,5}/[\w-]*[A-ZĐ][\w-]*"
)


def slips_in(text: str) -> Iterator[tuple[str, str]]:
    """(the words as written, why)."""
    yield from spelling(text)
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
        for pattern, meant in SLIPS
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
        end = word_after(text, end)
        return text[start:end], f"có thể là “{mended(text, run, start, end)}”"
    found, meant = run[0]
    return text[start:end], f"có thể là “{meant_in(found, meant)}”"


def meant_in(found: re.Match, meant: str) -> str:
    """Trưởng alone says too little: “Trưởng Khối”."""
    rest = found[0][found.end("slip") - found.start() :]
    return meant + re.match(r"\s+\w+", rest)[0] if meant == "Trưởng" else meant


def mended(text: str, run: list[tuple[re.Match, str]], start: int, end: int) -> str:
    words, place = "", start
    for found, meant in run:
        words += text[place : found.start("slip")] + meant
        place = found.end("slip")
    return words + text[place:end]


def word_after(text: str, end: int) -> int:
    after = re.compile(r"\s+\w+").match(text, end)
    return after.end() if after else end
