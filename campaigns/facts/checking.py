"""The page on which a person checks what was read: the marked words left, the readings right."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from campaigns.enums import NoteKind
from campaigns.models import Campaign, Clause
from campaigns.plan_text.spans import cut, words_pattern

from .clauses import by_pk
from .kinds import DOUBT_CSS, DOUBT_LETTER, HEAD, KINDS, Reading, name_of
from .page import notes
from .readings import readings

NOTE = "nghi-van"
UNNUMBERED = tuple("-–+•*")


@dataclass(frozen=True)
class Row:
    """A reading with the short key that its mark bears: T1, S2."""

    key: str
    reading: Reading


@dataclass(frozen=True)
class Mark:
    """A piece of the words; `spots` are the names of what begins here, `ends` (name, key) of what ends."""

    text: str
    css: str
    bold: bool
    spots: tuple[str, ...]
    ends: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Paragraph:
    clause: Clause | None
    marks: list[Mark]


@dataclass
class Group:
    """Rows of one numbered clause and of the dashes below it; no clause: of the head."""

    clause: Clause | None
    rows: list[Row] = field(default_factory=list)

    @property
    def key(self) -> str:
        return str(self.clause.pk) if self.clause else HEAD

    @property
    def waiting(self) -> int:
        return sum(row.reading.unchecked for row in self.rows)


def checking_page(campaign: Campaign) -> dict:
    """The context of the page; "waiting" is what still keeps the plan from being launched."""
    found = keyed(campaign, readings(campaign))
    doubts = doubt_rows(campaign)
    open_doubts = sum(row.reading.unchecked for row in doubts)
    waiting = sum(row.reading.unchecked for row in found)
    return {
        "campaign": campaign,
        "preamble": preamble(campaign, found),
        "paragraphs": paragraphs(campaign, [*found, *doubts]),
        "groups": groups(campaign, found),
        "doubts": sorted(doubts, key=lambda row: not row.reading.unchecked),
        "left_out": notes(campaign, NoteKind.LEFT_OUT),
        "kinds": [kind for kind in KINDS.values() if any(row.reading.kind == kind.slug for row in found)],
        "waiting": waiting,
        "open_doubts": open_doubts,
        "total": len(found),
        "checked": len(found) - waiting,
    }


def keyed(campaign: Campaign, found: list[Reading]) -> list[Row]:
    """In reading order, numbered letter by letter."""
    places = {pk: place for place, pk in enumerate(by_pk(campaign))}
    found = sorted(found, key=lambda one: places[one.clause.pk] if one.clause else -1)
    counts: Counter[str] = Counter()
    rows = []
    for one in found:
        counts[one.letter] += 1
        rows.append(Row(f"{one.letter}{counts[one.letter]}", one))
    return rows


def doubt_rows(campaign: Campaign) -> list[Row]:
    return [
        Row(f"{DOUBT_LETTER}{number}", doubt_reading(note))
        for number, note in enumerate(notes(campaign, NoteKind.DOUBT), start=1)
    ]


def doubt_reading(note) -> Reading:
    return Reading(
        name=name_of(NOTE, note.pk),
        letter=DOUBT_LETTER,
        css=DOUBT_CSS,
        title=f"“{note.text}”",
        words=note.why,
        unchecked=not note.accepted,
        clause=note.clause,
        patterns=(words_pattern(note.text),),
    )


def preamble(campaign: Campaign, rows: list[Row]) -> list[Paragraph]:
    return [
        Paragraph(None, marks(words, [row for row in rows if here(row.reading, number)]))
        for number, words in enumerate(campaign.preamble)
    ]


def here(reading: Reading, number: int) -> bool:
    return reading.clause is None and reading.paragraph == number


def paragraphs(campaign: Campaign, rows: list[Row]) -> list[Paragraph]:
    own: dict[int, list[Row]] = {}
    for row in rows:
        if row.reading.clause:
            own.setdefault(row.reading.clause.pk, []).append(row)
    return [
        Paragraph(clause, marks(clause.words, own.get(pk, []), heading=len(clause.heading)))
        for pk, clause in by_pk(campaign).items()
    ]


def marks(words: str, rows: list[Row], *, heading: int = 0) -> list[Mark]:
    by_name = {row.reading.name: row for row in rows}
    wanted = {name: row.reading.patterns for name, row in by_name.items()}
    return [
        Mark(
            piece.text,
            by_name[piece.keys[0]].reading.css if piece.keys else "",
            piece.bold,
            piece.starts,
            tuple((name, by_name[name].key) for name in piece.ends),
        )
        for piece in cut(words, wanted, heading=heading)
    ]


def groups(campaign: Campaign, rows: Iterable[Row]) -> list[Group]:
    """Rows of one numbered clause together, in reading order."""
    found: dict[int | None, Group] = {}
    for row in rows:
        clause = numbered(campaign, row.reading.clause)
        key = clause.pk if clause else None
        found.setdefault(key, Group(clause)).rows.append(row)
    return list(found.values())


def numbered(campaign: Campaign, clause: Clause | None) -> Clause | None:
    """The clause itself, or the nearest one above it that bears a number or a letter."""
    while clause and clause.parent_id and (not clause.label or clause.label.startswith(UNNUMBERED)):
        clause = by_pk(campaign)[clause.parent_id]
    return clause
