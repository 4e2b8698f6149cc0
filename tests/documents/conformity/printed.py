"""A case with its printed paper, and what is measured on it: shares, middles, rules, spacing, in mm."""

from dataclasses import replace
from functools import cached_property

from tests.documents.conformity.components import RED, Case
from tests.documents.pdfread import MM, Line, Page, Paper

TINOS = {"Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-Bold-Italic"}
UPRIGHT = (False, False)
NEAR = 0.4  # mm
BLANK = 14  # mm
WITH_BLANKS = {"5 số, ký hiệu", "6 địa danh, ngày"}
TOP, RIGHT, BOTTOM, LEFT = 20, 15, 20, 30


class Printed(Paper):
    """A case with its printed paper: its lines by component, the edges of its text."""

    def __init__(self, case: Case, pdf: bytes):
        super().__init__(pdf)
        self.case = case

    def lines(self, component: str) -> list[Line]:
        found = [self.starting(start.strip()) for start in self.case.at[component]]
        return [self.with_blanks(line) for line in found] if component in WITH_BLANKS else found

    def with_blanks(self, line: Line) -> Line:
        """The line as one, where a blank stands in it."""
        level = [other for other in self.page_of(line).lines if other.baseline == line.baseline]
        for other in sorted(level, key=lambda part: part.x0):
            if 0 < other.x0 - line.x1 < BLANK:
                line = replace(line, text=f"{line.text}  {other.text}", x1=other.x1)
        return line

    def line(self, component: str) -> Line:
        return self.lines(component)[0]

    def starting(self, start: str) -> Line:
        """The first line that starts so, in its own letter case or another.

        An exact one wins ("CHỦ TỊCH" also begins another).
        """
        low = start.lower()
        found = [line for page in self.pages for line in page.lines if line.text.lower().startswith(low)]
        exact = [line for line in found if line.text.lower() == low]
        own_case = [line for line in found if line.text.startswith(start)]
        return (exact or own_case or found)[0]

    @cached_property
    def first(self) -> Page:
        return self.pages[0]

    @property
    def highest(self) -> float:
        return min(line.top for line in self.first.text_lines)

    @cached_property
    def edges(self) -> dict[float, tuple[float, float]]:
        """By the width of the page: how far left and right its text and the lines of its tables reach."""
        found: dict[float, list] = {}
        for page in self.pages:
            spans = [(line.x0, line.x1) for line in page.text_lines]
            spans += [(edge["x0"] * MM, edge["x1"] * MM) for edge in page.page.edges]
            found.setdefault(page.width, []).extend(spans)
        return {
            width: (min(left for left, _ in spans), max(right for _, right in spans))
            for width, spans in found.items()
        }

    def middle(self, page: Page) -> float:
        return sum(self.edges[page.width]) / 2

    def share(self, page: Page, x: float) -> float:
        """Where a place lies between the left (0) and the right edge (1) of the text."""
        left, right = self.edges[page.width]
        return (x - left) / (right - left)

    def page_of(self, line: Line) -> Page:
        """By place, not by identity: a line with blanks is put together anew."""
        at = (line.x0, line.baseline, line.size)
        return next(
            page for page in self.pages if at in [(one.x0, one.baseline, one.size) for one in page.lines]
        )

    @cached_property
    def title(self) -> list[Line]:
        """The lines of the trích yếu: from its first one to the rule below it."""
        top, page = self.line("7b trích yếu"), self.first
        end = min((rule.top for rule in page.rules if rule.top > top.baseline), default=page.height)
        return [line for line in page.lines if top.baseline - 1 < line.baseline < end]

    @cached_property
    def body(self) -> tuple[Line, Line, Line]:
        """The line before a paragraph of the body, its first and its second line."""
        start = self.line("10 đoạn")
        lines = sorted(self.page_of(start).lines, key=lambda line: line.baseline)
        at = next(place for place, line in enumerate(lines) if line is start)
        return lines[at - 1], start, lines[at + 1]


def near(one: float, other: float, by: float = NEAR) -> bool:
    return abs(one - other) <= by


def ruled(paper: Printed, line: Line, text: Line, least: float, most: float) -> bool:
    """One rule under the line, over its middle, of the wanted share of the text's length."""
    found = [
        rule
        for rule in paper.page_of(line).rules
        if 0 < rule.top - line.baseline < 4 and rule.x0 < line.centre < rule.x1
    ]
    return len(found) == 1 and least <= found[0].width / text.width <= most


def same_middle(paper: Printed, one: str, other: str) -> bool:
    return all(near(line.centre, paper.line(one).centre) for line in paper.lines(other))


def centred(paper: Printed, component: str) -> bool:
    return in_the_middle(paper, paper.lines(component))


def in_the_middle(paper: Printed, lines: list[Line]) -> bool:
    return all(near(line.centre, paper.middle(paper.page_of(line))) for line in lines)


def widest(lines: list[Line]) -> Line:
    return max(lines, key=lambda line: line.width)


def within(paper: Printed, component: str, least: float, most: float) -> bool:
    """All lines of the component in this part of the width of the text."""
    return all(
        least - 0.01 <= paper.share(paper.page_of(line), line.x0)
        and paper.share(paper.page_of(line), line.x1) <= most + 0.01
        for line in paper.lines(component)
    )


def in_order(paper: Printed) -> bool:
    """1 and 2 above 3 and 4, those above 5a: the boxes from top to bottom."""
    rows = ("2 Tiêu ngữ", "6 địa danh, ngày", "7a tên loại", "7b trích yếu", "10 đoạn")
    heights = [paper.line(name).baseline for name in rows if name in paper.case.at]
    return heights == sorted(heights)


def room_to_sign(paper: Printed) -> bool:
    """Three to five lines between the position and the name."""
    gap = paper.line("22 họ tên").baseline - paper.lines("20 quyền hạn, chức vụ")[-1].baseline
    return 3 * 14 * 1.15 * MM < gap < 45


def level_signatures(paper: Printed) -> bool:
    return near(paper.line("20 bên trái").baseline, paper.line("20 quyền hạn, chức vụ").baseline, 1.2)


def level_recipients(paper: Printed) -> bool:
    """Beside the position; below two signatures side by side."""
    recipients, position = paper.line("24 Nơi nhận"), paper.line("20 quyền hạn, chức vụ")
    if "20 bên trái" in paper.case.at:
        return recipients.top > paper.line("22 họ tên").baseline
    return near(recipients.top, position.top, 1.5)


def flush(paper: Printed, component: str) -> bool:
    return all(near(line.x0, paper.edges[paper.page_of(line).width][0]) for line in paper.lines(component))


def within_sheet(paper: Printed, component: str, least: float, most: float) -> bool:
    """In this part of the sheet's width, in its lower third."""
    return all(
        least * 297 <= line.x0 and line.x1 <= most * 297 and line.top > 140 for line in paper.lines(component)
    )


def annex_apart(paper: Printed) -> bool:
    """The annex opens its page, after the signature."""
    start = paper.pages[paper.case.annex].text_lines[0]
    return start is paper.line("29 tên phụ lục")


def listed(lines: list[Line]) -> bool:
    """Dashes, each line ending with `;`, the last with `.`."""
    marks = [line.text[-1] for line in lines]
    dashes = all(line.text.startswith("- ") for line in lines)
    return dashes and marks == [";"] * (len(marks) - 1) + ["."]


def grounds_end(paper: Printed) -> bool:
    """What stands in front of the next ground ends with `;`, the last ground with `.`."""
    lines = [line for page in paper.pages for line in sorted(page.lines, key=lambda line: line.baseline)]
    texts = [line.text for line in lines]
    marks = []
    for start in paper.case.at["9 căn cứ"]:
        first = next(at for at, text in enumerate(texts) if text.startswith(start))
        marks.append(next(text[-1] for text in texts[first:] if text[-1:] in (";", ".")))
    return marks == [";"] * (len(marks) - 1) + ["."]


def dashes_under_colon(paper: Printed) -> bool:
    lead, *bodies = paper.lines("8 Kính gửi")
    under = all(near(body.x0, lead.x1 - 14 * 0.278 * MM, 0.6) for body in bodies)
    return not bodies or (under and listed(bodies))


def one_addressee(paper: Printed) -> bool:
    """One addressee stands on the line of `Kính gửi:`, several below it."""
    lead, *bodies = paper.lines("8 Kính gửi")
    return bool(bodies) == (lead.text == "Kính gửi:") and lead.text.endswith((":", "."))


def ended(paper: Printed) -> bool:
    """`./.` once, at the end of the last paragraph."""
    text = " ".join(line.text for page in paper.pages for line in page.lines)
    return not paper.case.ends or (text.count("./.") == 1 and paper.case.ends in text)


def indented(paper: Printed) -> bool:
    _, first, _ = paper.body
    indent = first.x0 - paper.edges[paper.page_of(first).width][0]
    return near(indent, 10, 0.3) or near(indent, 12.7, 0.3)


def apart(paper: Printed) -> bool:
    """At least 6 points more than between two lines of a paragraph."""
    before, first, second = paper.body
    return (first.baseline - before.baseline) - (second.baseline - first.baseline) >= 5.9 * MM


def line_spacing(paper: Printed) -> bool:
    """Single (1.15 of the size in this font) to one and a half."""
    _, first, second = paper.body
    return 1.14 <= (second.baseline - first.baseline) / MM / first.size <= 1.73


def justified(paper: Printed) -> bool:
    _, first, second = paper.body
    left, right = paper.edges[paper.page_of(first).width]
    return near(first.x1, right, 0.3) and near(second.x0, left, 0.3)


def numbered(paper: Printed) -> bool:
    """Arabic, from 2; none on the first page; an annex begins again."""
    annex = paper.case.annex
    for place, page in enumerate(paper.pages):
        wanted = place + 1 if annex is None or place < annex else place - annex + 1
        found = page.number.text if page.number else None
        if found != (None if wanted == 1 else str(wanted)):
            return False
    return True


def numbers_in_place(paper: Printed) -> bool:
    """In the middle of the text's width, inside the top margin."""
    pages = [page for page in paper.pages if page.number]
    return all(
        near(page.number.centre, paper.middle(page), 0.5)
        and page.number.top > 5
        and page.number.baseline < min(line.top for line in page.text_lines)
        for page in pages
    )


def numbers_in_face(paper: Printed) -> bool:
    numbers = [page.number for page in paper.pages if page.number]
    return all(13 <= line.size <= 14 and (line.bold, line.italic) == UPRIGHT for line in numbers)


def sheets(paper: Printed) -> bool:
    wanted = [(297, 210) if at in paper.case.landscape else (210, 297) for at in range(len(paper.pages))]
    return [(page.width, page.height) for page in paper.pages] == wanted


def margin_top(paper: Printed) -> bool:
    tops = [min(line.top for line in page.text_lines) for page in paper.pages]
    return all(-0.2 < top - TOP < 2.8 for top in tops)


def margin_bottom(paper: Printed) -> bool:
    return all(max(line.baseline for line in page.text_lines) <= page.height - BOTTOM for page in paper.pages)


def margin_left(paper: Printed) -> bool:
    return all(near(left, LEFT) for left, _ in paper.edges.values())


def margin_right(paper: Printed) -> bool:
    return all(near(width - right, RIGHT) for width, (_, right) in paper.edges.items())


def black(paper: Printed) -> bool:
    """All letters, but those that are red on a certificate."""
    lines = [line for page in paper.pages for line in page.lines]
    return all(set(line.colour) == {0} or line.colour == RED for line in lines)
