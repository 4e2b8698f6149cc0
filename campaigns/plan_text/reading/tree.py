"""The clause tree under any numbering: Điều, Roman, Arabic, dotted, letters, dashes, plus items."""

from collections import Counter
from dataclasses import dataclass, field, replace

from .labels import ARTICLE, BRACKET, DASH, DOTTED, LETTER, NUMBER, NUMBERED, PLUS, ROMAN, Label, label_of
from .levels import section_lines
from .phrases import HEADING_COLON, count_words

MARKS = {DASH: "-", PLUS: "+", None: "¶"}
HEADING_WORDS = 12
# Their heading is never the whole sentence that follows.
RUN_IN = {ARTICLE, NUMBER, DOTTED, LETTER, BRACKET}


@dataclass(eq=False)
class Clause:
    """`kind` of `labels`, None for a paragraph; `parent` None at the top."""

    path: str
    kind: int | None
    label: str | None
    heading: str | None
    text: str | None
    parent: "Clause | None" = None
    children: list["Clause"] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What a fact quotes: its text, or the heading of a clause that is only a heading."""
        return self.text or self.heading or ""

    @property
    def says(self) -> str:
        """What it states: its text, or a Roman heading that runs on after its colon."""
        runs_on = self.heading and self.kind not in RUN_IN and HEADING_COLON.search(self.heading[:-1])
        return self.text or (self.heading if runs_on else "")

    @property
    def whole(self) -> str:
        return " ".join(filter(None, (self.heading, self.text)))

    @property
    def numbered(self) -> bool:
        return self.kind in NUMBERED

    def up(self):
        """Itself, then every clause above it."""
        clause = self
        while clause:
            yield clause
            clause = clause.parent

    def as_json(self) -> dict:
        return {"path": self.path, "label": self.label, "heading": self.heading, "text": self.text}


class Tree:
    """Grows clause by clause in reading order."""

    def __init__(self):
        self.clauses: list[Clause] = []
        self.open: list[tuple[Clause, Label]] = []
        self.counted: Counter = Counter()
        self.taken: Counter = Counter()

    def add(self, line: str, label: Label | None) -> None:
        if label is None and self.waits_for_heading():
            self.clauses[-1].heading = line
        elif label is None:
            self.put(Clause("", None, None, None, line), self.section())
        elif label.kind in NUMBERED:
            self.add_numbered(label)
        else:
            parent = self.parent_of_dash() if label.kind == DASH else self.parent_of_plus()
            self.put(Clause("", label.kind, label.written, None, label.rest or None), parent)

    def waits_for_heading(self) -> bool:
        """A label alone on its line ("Phần I") is followed by its heading."""
        last = self.clauses[-1] if self.clauses else None
        return bool(last and last.numbered and not last.whole)

    def add_numbered(self, label: Label) -> None:
        self.close_for(label)
        heading, text = heading_and_text(label)
        parent = self.section()
        clause = Clause("", label.kind, label.written, heading, text, parent)
        clause.path = self.free(step(parent, self.said(), label))
        self.keep(clause)
        self.open.append((clause, label))

    def close_for(self, label: Label) -> None:
        if label.kind == DOTTED:
            self.close_dotted(label.name)
        elif label.kind == BRACKET and any(opened.kind == BRACKET for _, opened in self.open):
            self.close_until(lambda opened: opened.kind == BRACKET)
        elif label.kind == LETTER and not any(opened.kind == LETTER for _, opened in self.open):
            self.close_until(lambda opened: LETTER < opened.kind < BRACKET)
        elif label.kind != BRACKET:
            self.close_until(lambda opened: opened.kind >= label.kind)

    def close_until(self, closes) -> None:
        """Close the outermost open clause for which `closes` holds, and all below it."""
        place = next((at for at, (_, opened) in enumerate(self.open) if closes(opened)), len(self.open))
        del self.open[place:]

    def close_dotted(self, name: str) -> None:
        """A dotted label stays below the clause whose number it repeats."""
        owners = [at for at, (_, opened) in enumerate(self.open) if name.startswith(f"{opened.name}.")]
        if owners:
            del self.open[owners[-1] + 1 :]
        else:
            self.close_until(lambda opened: opened.kind >= NUMBER)

    def said(self) -> str:
        return self.open[-1][1].name if self.open else ""

    def section(self) -> Clause | None:
        return self.open[-1][0] if self.open else None

    def parent_of_dash(self) -> Clause | None:
        last = self.clauses[-1] if self.clauses else None
        run = last.parent if last and last.kind in (DASH, PLUS) else None
        while run and run.kind == DASH:
            run = run.parent
        lead = run if run and run.kind is None else last
        return lead if lead and lead.kind is None and lead.text.endswith(":") else self.section()

    def parent_of_plus(self) -> Clause | None:
        last = self.clauses[-1] if self.clauses else None
        return last.parent if last and last.kind == PLUS else last

    def put(self, clause: Clause, parent: Clause | None) -> None:
        """A clause that is counted, not numbered."""
        mark = MARKS[clause.kind]
        clause.parent = parent
        above = parent.path if parent else ""
        self.counted[above, mark] += 1
        clause.path = f"{above}{mark}{self.counted[above, mark]}"
        self.keep(clause)

    def keep(self, clause: Clause) -> None:
        self.clauses.append(clause)
        if clause.parent:
            clause.parent.children.append(clause)

    def free(self, path: str) -> str:
        """A label used before among its siblings gets an apostrophe for each time."""
        self.taken[path] += 1
        return path + "'" * (self.taken[path] - 1)


def step(parent: Clause | None, said: str, label: Label) -> str:
    """III, then 1., then 1.2. → III.1.2: a dotted label gives only what its parent has not said."""
    if parent is None:
        return label.name
    own = label.name.removeprefix(f"{said}.") if label.kind == DOTTED else label.name
    return f"{parent.path}.{own}"


def heading_and_text(label: Label) -> tuple[str | None, str | None]:
    """Heading and what is left of the line; a Roman label's whole line is heading."""
    rest = label.rest or None
    if rest is None or label.kind not in RUN_IN:
        return rest, None
    colon = HEADING_COLON.search(rest)
    if colon and count_words(rest[: colon.end()]) <= HEADING_WORDS:
        return rest[: colon.end()], rest[colon.end() :].strip() or None
    whole = not rest.endswith((".", ";", ",")) and count_words(rest) <= HEADING_WORDS
    return (rest, None) if whole and not colon else (None, rest)


def build(lines: list[str]) -> list[Clause]:
    tree, sections = Tree(), section_lines(lines)
    for place, line in enumerate(lines):
        label = label_of(line)
        tree.add(line, replace(label, kind=ROMAN) if place in sections else label)
    return tree.clauses
