"""Read a PDF back: lines with face, size and place; rules; words. Millimetres from the top left corner."""

import io
import re
import subprocess
import unicodedata
from dataclasses import dataclass
from functools import cached_property

import pdfplumber
import pypdf

from documents.pdf.render import render_pdf

MM = 25.4 / 72
PRINTED: dict[tuple[str, str], bytes] = {}
COLUMN_GAP = 20  # points: a wider gap on one baseline separates two columns
FACE_GAP = 8  # the same, between two faces


def printed_once(template: str, paper: dict) -> bytes:
    """The paper's PDF, for all tests that read the same paper."""
    key = (template, repr(paper))
    if key not in PRINTED:
        PRINTED[key] = render_pdf(template, paper)
    return PRINTED[key]


@dataclass
class Line:
    text: str
    x0: float
    x1: float
    top: float
    baseline: float
    size: float  # points
    bold: bool
    italic: bool
    colour: tuple

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass
class Rule:
    x0: float
    x1: float
    top: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


class Page:
    def __init__(self, page):
        self.page = page
        self.width, self.height = round(page.width * MM, 1), round(page.height * MM, 1)

    @cached_property
    def lines(self) -> list[Line]:
        return [line_of(chars) for chars in runs(self.page.chars)]

    @cached_property
    def rules(self) -> list[Rule]:
        flat = [rect for rect in self.page.rects if rect["height"] < 1.5]
        return [Rule(rect["x0"] * MM, rect["x1"] * MM, rect["top"] * MM) for rect in flat]

    def line(self, start: str) -> Line:
        """The only line that starts with these words."""
        (found,) = [line for line in self.lines if line.text.startswith(start)]
        return found

    def rule_below(self, line: Line) -> Rule:
        """The rule within 4 mm below a line, over its middle."""
        below = [rule for rule in self.rules if 0 < rule.top - line.baseline < 4]
        (found,) = [rule for rule in below if rule.x0 < line.centre < rule.x1]
        return found

    @property
    def number(self) -> Line | None:
        """What stands in the top 15 mm."""
        return next((line for line in self.lines if line.baseline < 15), None)

    @property
    def text_lines(self) -> list[Line]:
        return [line for line in self.lines if line.baseline >= 15]


class Paper:
    def __init__(self, pdf: bytes):
        self.bytes = pdf
        self.pages = [Page(page) for page in pdfplumber.open(io.BytesIO(pdf)).pages]

    @cached_property
    def reader(self) -> pypdf.PdfReader:
        return pypdf.PdfReader(io.BytesIO(self.bytes))

    @property
    def fonts(self) -> set[str]:
        """Names of all fonts with their descriptors; one without an embedded file is marked."""
        return {name for page in self.reader.pages for name in font_names(page)}


def runs(chars):
    """Characters of one baseline, cut at wide gaps, in reading order."""
    by_baseline: dict[float, list] = {}
    for char in chars:
        by_baseline.setdefault(round(char["matrix"][5]), []).append(char)
    for baseline in sorted(by_baseline, reverse=True):
        run: list = []
        for char in sorted(by_baseline[baseline], key=lambda c: c["x0"]):
            if run and is_gap(run[-1], char):
                yield run
                run = []
            run.append(char)
        yield run


def is_gap(before, char) -> bool:
    """Two columns stand closer where the face changes, too."""
    gap = char["x0"] - before["x1"]
    return gap > (FACE_GAP if char["fontname"] != before["fontname"] else COLUMN_GAP)


def line_of(chars) -> Line:
    inked = [char for char in chars if char["text"].strip()] or chars
    first, last = inked[0], inked[-1]
    return Line(
        text="".join(char["text"] for char in chars).replace("\u00a0", " ").strip(),
        x0=first["x0"] * MM,
        x1=last["x1"] * MM,
        top=first["top"] * MM,
        baseline=(first["top"] + first["y1"] - first["matrix"][5]) * MM,
        size=round(first["size"], 1),
        bold="Bold" in first["fontname"],
        italic="Italic" in first["fontname"],
        colour=tuple(round(part * 255) for part in first["non_stroking_color"] or (0,)),
    )


def font_names(page):
    for font in page["/Resources"]["/Font"].values():
        inner = font.get_object()["/DescendantFonts"][0].get_object()
        descriptor = inner["/FontDescriptor"].get_object()
        embedded = any(key in descriptor for key in ("/FontFile2", "/FontFile3"))
        yield font.get_object()["/BaseFont"].split("+")[-1] + ("" if embedded else " (not embedded)")


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page by poppler, in the order in which it was written."""
    command = ["pdftotext", "-raw", "-", "-"]
    text = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return unicodedata.normalize("NFC", text).split("\f")[:-1]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text))


def missing(source: list[str], printed: list[str]) -> list[str]:
    """The words of `source` that are not in `printed` in that order: empty when it is contained."""
    rest = iter(printed)
    for position, word in enumerate(source):
        if word not in rest:
            return source[position : position + 5]
    return []
