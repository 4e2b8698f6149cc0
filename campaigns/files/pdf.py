"""Runs in the child: the words of a PDF that has words, its printed lines made paragraphs again.

poppler's pdftotext gives every word with its place; margins, indents and full lines tell where a
paragraph ends.
"""

import csv
import re
import statistics
import subprocess
import tempfile
from dataclasses import dataclass
from itertools import groupby, pairwise

from thiduakt.errors import Refused

BROKEN = "Tệp PDF bị hỏng nên không đọc được. Hãy mở thử trên máy, lưu lại rồi nhập lại."
LOCKED = "Tệp PDF có mật khẩu hoặc cấm chép chữ. Hãy bỏ mật khẩu rồi nhập lại."
SCANNED = "Tệp PDF là ảnh chụp, không có chữ để đọc. Hãy nhập tệp Word, hoặc gõ lại phần chữ."
TOO_LONG = "Tệp PDF dài hơn 200 trang nên không nhận. Hãy tách riêng phần kế hoạch."

MAX_PAGES = 200
# pdftotext's own words and codes for what it will not open or copy.
NO_COPYING = 3
WORD = "5"
# A page of a plan has some two thousand letters; a scan has a stamp or nothing.
FEWEST_LETTERS = 100

LABEL_ALONE = re.compile(r"^(?:[IVXL]+[.)]?|\d+(?:\.\d+)*[.)]?|[a-zđA-ZĐ][.)]|[-–+•*])$")
LABEL = re.compile(r"^(?:[IVXL]+\.|\d+(?:\.\d+)*[.)]|[a-zđ]\)|[-–+•])\s")
PAGE_NUMBER = re.compile(r"^[-–\s]*\d{1,3}[-–\s]*$")
TITLE = "KẾ HOẠCH"
# Points. Lines that end or begin within this of a margin stand at it.
AT_MARGIN = 6
SAME_HEIGHT = 3
# The share of the text's width that a line fills when the next word would not have fitted.
FULL = 0.88
NEAR = 1.9


@dataclass
class Line:
    page: int
    block: tuple[str, ...]
    left: float
    right: float
    top: float
    height: float
    text: str


def pdf_text(data: bytes) -> str:
    """Paragraphs with an empty line between them, without page numbers. Raises Refused for a scan."""
    rows = words(data)
    lines = joined_labels(without_numbers(lines_of(rows)))
    if sum(len(line.text) for line in lines) < FEWEST_LETTERS:
        raise Refused(SCANNED)
    return together(lines)


def words(data: bytes) -> list[dict]:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        command = ["pdftotext", "-tsv", "-l", str(MAX_PAGES + 1), "-enc", "UTF-8", file.name, "-"]
        run = subprocess.run(command, capture_output=True, check=False)
    if run.returncode:
        locked = run.returncode == NO_COPYING or b"password" in run.stderr.lower()
        raise Refused(LOCKED if locked else BROKEN)
    table = csv.DictReader(
        run.stdout.decode("utf-8", "replace").split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    rows = [row for row in table if row["text"]]
    if rows and int(rows[-1]["page_num"]) > MAX_PAGES:
        raise Refused(TOO_LONG)
    return [row for row in rows if row["level"] == WORD]


def lines_of(rows: list[dict]) -> list[Line]:
    key = ("page_num", "par_num", "block_num", "line_num")
    groups = groupby(rows, key=lambda row: tuple(row[name] for name in key))
    return [line_of(place, list(group)) for place, group in groups]


def line_of(place: tuple[str, ...], group: list[dict]) -> Line:
    left, top = float(group[0]["left"]), min(float(row["top"]) for row in group)
    right = max(float(row["left"]) + float(row["width"]) for row in group)
    height = max(float(row["height"]) for row in group)
    text = " ".join(row["text"] for row in group)
    return Line(int(place[0]), place[:3], left, right, top, height, text)


def without_numbers(lines: list[Line]) -> list[Line]:
    """Lines without the page's number, which stands above or below everything else on it."""
    kept = []
    for _, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        edges = {min(line.top for line in page), max(line.top for line in page)}
        kept += [line for line in page if not (line.top in edges and PAGE_NUMBER.match(line.text))]
    return kept


def joined_labels(lines: list[Line]) -> list[Line]:
    """A label set apart from its words by a wide blank stands with them again."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if last and LABEL_ALONE.match(last.text) and beside(last, line):
            last.text, last.right = f"{last.text} {line.text}", line.right
        else:
            found.append(line)
    return found


def beside(last: Line, line: Line) -> bool:
    same_row = last.page == line.page and abs(last.top - line.top) < SAME_HEIGHT
    return same_row and last.right <= line.left


def together(lines: list[Line]) -> str:
    """Lines of one paragraph with a blank between them, lines of a title under each other."""
    left, right = margins(lines)
    lines = head_in_columns(lines, (left + right) / 2)
    text = lines[0].text
    for last, line in pairwise(lines):
        text += between(last, line, left, right) + line.text
    return text


def head_in_columns(lines: list[Line], middle: float) -> list[Line]:
    """Above the title issuer and number stand left, the state's name and the day right; left comes first."""
    end = next((n for n, line in enumerate(lines) if line.text.startswith(TITLE)), 0)
    sides = (
        [line for line in lines[:end] if (line.left + line.right < 2 * middle) is left]
        for left in (True, False)
    )
    return [line for side in sides for line in in_rows(side)] + lines[end:]


def in_rows(lines: list[Line]) -> list[Line]:
    """From top to bottom; what stands in one row, with room left to write a number, is one line."""
    rows: list[Line] = []
    for line in sorted(lines, key=lambda line: (round(line.top / SAME_HEIGHT), line.left)):
        if rows and abs(rows[-1].top - line.top) < SAME_HEIGHT:
            rows[-1].text, rows[-1].right = f"{rows[-1].text} {line.text}", line.right
        else:
            rows.append(line)
    return rows


def margins(lines: list[Line]) -> tuple[float, float]:
    """Where the running text begins and ends: most long lines agree on it."""
    widest = max(line.right - line.left for line in lines)
    long = [line for line in lines if line.right - line.left > FULL * widest]
    return statistics.mode(round(line.left) for line in long), statistics.median(line.right for line in long)


def between(last: Line, line: Line, left: float, right: float) -> str:
    if continues(last, line, left, right):
        return " "
    return "\n" if same_title(last, line, left, right) else "\n\n"


def continues(last: Line, line: Line, left: float, right: float) -> bool:
    """The line before was full, and this one is not set in as a new paragraph is."""
    full = last.right > left + FULL * (right - left)
    indented = line.left > left + AT_MARGIN
    follows = line.page > last.page or line.top > last.top
    return full and follows and not indented and not LABEL.match(line.text)


def same_title(last: Line, line: Line, left: float, right: float) -> bool:
    """Both are centred on the page, one right below the other."""
    near = last.page == line.page and 0 < line.top - last.top < NEAR * last.height
    return near and all(centred(each, left, right) for each in (last, line))


def centred(line: Line, left: float, right: float) -> bool:
    return abs((line.left - left) - (right - line.right)) < 2 * AT_MARGIN and line.left > left + AT_MARGIN
