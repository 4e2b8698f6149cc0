"""Runs in the child: the labels that Word counts by itself (`w:numPr`), written out."""

from collections import defaultdict
from dataclasses import dataclass
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What a bullet is on paper: a dash; below a dash a plus, unless the dash is drawn there too.
DASHES = {"-", "–", "—", "−"}
DEEPEST = 9
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
MAX_ROMAN = 399


@dataclass(frozen=True)
class Level:
    start: int
    form: str
    text: str


class Numbering:
    """Counts as Word does: one counter for each list and level, deeper ones start over."""

    def __init__(self, numbering: Element | None, styles: Element | None):
        self.levels = levels_of(numbering)
        self.lists, self.starts = lists_of(numbering)
        self.styles = styles_of(styles)
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)
        self.begun: set[tuple[str, int]] = set()

    def label(self, paragraph: Element) -> str:
        """The label of a paragraph, or "" when Word counts none; counting it moves the list on."""
        number, depth = self.place(paragraph)
        abstract = self.lists.get(number, "")
        level = self.levels.get(abstract, {}).get(depth)
        if level is None or level.form == "none":
            return ""
        if level.form == "bullet":
            return bullet(level.text, depth)
        self.count(number, abstract, depth, level)
        return self.written(abstract, level)

    def place(self, paragraph: Element) -> tuple[str, int]:
        """The list and level that a paragraph names itself or by its style; `0` takes it out of a list."""
        look = paragraph.find(W + "pPr")
        if look is None:
            return "", 0
        style = value(look, "pStyle")
        number, depth = own_place(look)
        by_style = self.styles.get(style, ("", 0))
        return (number or by_style[0], depth if depth is not None else by_style[1])

    def count(self, number: str, abstract: str, depth: int, level: Level) -> None:
        counts = self.counts[abstract]
        restart = self.starts.get((number, depth))
        if restart is not None and (number, depth) not in self.begun:
            self.begun.add((number, depth))
            counts[depth] = restart
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]

    def written(self, abstract: str, level: Level) -> str:
        text, counts = level.text, self.counts[abstract]
        for depth, of_depth in self.levels[abstract].items():
            number = counts.get(depth, of_depth.start)
            text = text.replace(f"%{depth + 1}", figure(number, of_depth.form))
        return text.strip()


def bullet(text: str, depth: int) -> str:
    if text in DASHES or text == "+":
        return "+" if text == "+" else "-"
    return "+" if depth else "-"


def figure(number: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman") and number <= MAX_ROMAN:
        return roman(number).upper() if form == "upperRoman" else roman(number)
    if form in ("upperLetter", "lowerLetter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    return f"{number:02d}" if form == "decimalZero" else str(number)


def roman(number: int) -> str:
    written = ""
    for size, letters in ROMAN:
        written += letters * (number // size)
        number %= size
    return written


def value(element: Element | None, name: str) -> str:
    found = element.find(W + name) if element is not None else None
    return found.get(W + "val", "") if found is not None else ""


def whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= DEEPEST else None


def own_place(look: Element) -> tuple[str, int | None]:
    entry = look.find(W + "numPr")
    return value(entry, "numId"), whole(value(entry, "ilvl"))


def levels_of(numbering: Element | None) -> dict[str, dict[int, Level]]:
    if numbering is None:
        return {}
    return {
        abstract.get(W + "abstractNumId", ""): {
            depth: Level(whole(value(level, "start")) or 0, value(level, "numFmt"), value(level, "lvlText"))
            for level in abstract.findall(W + "lvl")
            if (depth := whole(level.get(W + "ilvl", ""))) is not None
        }
        for abstract in numbering.findall(W + "abstractNum")
    }


def lists_of(numbering: Element | None) -> tuple[dict[str, str], dict[tuple[str, int], int]]:
    """Which list definition each number means, and where it starts a level otherwise."""
    lists, starts = {}, {}
    for entry in numbering.findall(W + "num") if numbering is not None else ():
        number = entry.get(W + "numId", "")
        lists[number] = value(entry, "abstractNumId")
        for override in entry.findall(W + "lvlOverride"):
            depth, start = whole(override.get(W + "ilvl", "")), whole(value(override, "startOverride"))
            if depth is not None and start is not None:
                starts[number, depth] = start
    return lists, starts


def styles_of(styles: Element | None) -> dict[str, tuple[str, int]]:
    """The list and level of each paragraph style, its own or that of the style it is based on."""
    if styles is None:
        return {}
    own, based = {}, {}
    for style in styles.findall(W + "style"):
        name, look = style.get(W + "styleId", ""), style.find(W + "pPr")
        based[name] = value(style, "basedOn")
        number, depth = own_place(look) if look is not None else ("", None)
        if number:
            own[name] = (number, depth or 0)
    return {name: found for name in based if (found := inherited(name, own, based))}


def inherited(name: str, own: dict, based: dict) -> tuple[str, int] | None:
    for _ in range(len(based)):
        if name in own or not name:
            break
        name = based.get(name, "")
    return own.get(name)
