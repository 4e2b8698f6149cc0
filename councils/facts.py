"""What the counts of a session say: who has the votes, who is within the places left, who is equal there."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from councils.enums import Presence
from councils.models import Council, CouncilSession, SessionItem
from councils.quorum import TWO_THIRDS, needed_percent, quorum_met
from councils.registry import About, Pool
from councils.voting import BELOW, IN, OUT, TIE, Ranked, passes, rank, votes_needed

GROUP_WORDS = {"collective": "Tập thể", "individual": "Cá nhân", "household": "Hộ gia đình"}
UNCOUNTED = "uncounted"


@dataclass
class Row:
    """A line of a ranking: `mark` is in, tie, out, below or uncounted; `cut` the sentence above it."""

    item: SessionItem
    mark: str
    place: str = ""
    share: str = ""
    url: str = ""
    cut: str = ""


@dataclass
class Ballot:
    """The proposals that stand for the same places; `label`: the group, with its awards where two have it."""

    group: str
    label: str
    pool: Pool | None
    total: int
    rows: list[Row]

    @property
    def ties(self) -> list[SessionItem]:
        return [row.item for row in self.rows if row.mark == TIE]

    @property
    def places(self) -> int:
        """What is left for those that are equal."""
        return self.pool.left - sum(row.mark == IN for row in self.rows) if self.pool else 0

    @property
    def passed(self) -> int:
        return sum(row.mark in (IN, TIE, OUT) for row in self.rows)

    @property
    def counted(self) -> bool:
        return any(row.mark != UNCOUNTED for row in self.rows)

    @property
    def passed_words(self) -> str:
        """`8/7, vượt 1` or `9/10`."""
        over = self.passed - self.pool.left
        return f"{self.passed}/{self.pool.left}" + (f", vượt {over}" if over > 0 else "")


def ballots(items: Iterable[SessionItem], total: int, about: About) -> list[Ballot]:
    """One ranking for each group and pool, in the order of the agenda."""
    found: dict[tuple, list[SessionItem]] = {}
    for item in items:
        pool = about.pools.get(item.pk)
        found.setdefault((item.group, pool.key if pool else item.award_name), []).append(item)
    made = [ballot(group, together, total, about) for (group, _), together in found.items()]
    groups = [one.group for one in made]
    for one in made:
        if groups.count(one.group) > 1:
            one.label = f"{one.group}, {' hoặc '.join(awards_of(row.item for row in one.rows))}"
    return made


def awards_of(items: Iterable[SessionItem]) -> list[str]:
    return list(dict.fromkeys(item.award_name for item in items))


@dataclass
class Threshold:
    """The share of all members that some awards need, and the sentence that sets it."""

    percent: int
    citation: str
    total: int
    items: list[SessionItem]

    @property
    def needed(self) -> int:
        return votes_needed(self.total, self.percent)

    @property
    def awards(self) -> list[str]:
        return awards_of(self.items)


def thresholds(items: Iterable[SessionItem], total: int) -> list[Threshold]:
    """One for each share and source, in the order of the agenda."""
    found: dict[tuple, Threshold] = {}
    for item in items:
        key = (item.threshold_percent, item.citation)
        found.setdefault(key, Threshold(*key, total, [])).items.append(item)
    return list(found.values())


def ballot(group: str, items: list[SessionItem], total: int, about: About) -> Ballot:
    words, pool = GROUP_WORDS.get(group, group), about.pools.get(items[0].pk)
    rows = ranking(items, total, pool)
    for row in rows:
        row.url = about.links.get(row.item.pk, "")
        row.share = share(row.item.yes, total)
    made = Ballot(words, words, pool, total, rows)
    mark_cuts(made)
    return made


def ranking(items: list[SessionItem], total: int, pool: Pool | None) -> list[Row]:
    """Those with the votes by their votes, then those without, then those not counted yet."""
    counted = [item for item in items if item.yes is not None]
    good = [item for item in counted if passes(item.yes, total, item.threshold_percent)]
    ranked = rank([(item, item.yes) for item in good], pool.left if pool else None)
    rows = [Row(line.item, line.mark, place_of(line, ranked)) for line in ranked]
    rows = chair_decides(rows, pool)
    below = sorted((item for item in counted if item not in good), key=lambda item: -item.yes)
    rows += [Row(item, BELOW, str(place)) for place, item in enumerate(below, len(rows) + 1)]
    return rows + [Row(item, UNCOUNTED) for item in items if item.yes is None]


def place_of(line: Ranked, ranked: list[Ranked]) -> str:
    """`7–8` for two that share the seventh place."""
    same = sum(other.place == line.place for other in ranked)
    return f"{line.place}–{line.place + same - 1}" if same > 1 else str(line.place)


def chair_decides(rows: list[Row], pool: Pool | None) -> list[Row]:
    """Equal votes at the cut in the order of the chair, once every one of them has its own."""
    ties = [row for row in rows if row.mark == TIE]
    order = {row.item.chair_rank for row in ties}
    if not ties or None in order or len(order) != len(ties):
        return rows
    first = rows.index(ties[0])
    ties.sort(key=lambda row: row.item.chair_rank)
    places = pool.left - sum(row.mark == IN for row in rows)
    for number, row in enumerate(ties):
        row.mark, row.place = (IN if number < places else OUT), str(first + number + 1)
    return rows[:first] + ties + rows[first + len(ties) :]


def mark_cuts(made: Ballot) -> None:
    """The lines drawn through the ranking, each with its sentence."""
    sentences = {TIE: tie_sentence, OUT: out_sentence, BELOW: below_sentence}
    before = IN
    for row in made.rows:
        if row.mark != before and row.mark in sentences:
            row.cut = sentences[row.mark](made)
        before = row.mark


def tie_sentence(made: Ballot) -> str:
    return f"Còn {made.places} chỗ cho {len(made.ties)} đề nghị bằng phiếu"


def out_sentence(made: Ballot) -> str:
    clause = f" ({made.pool.clause.citation})" if made.pool.clause else ""
    used = f", đã dùng {made.pool.used}" if made.pool.used else ""
    return (
        f"Hết chỉ tiêu: {made.pool.limit} {made.group.lower()}{clause}{used}. Dưới vạch không trình ký được."
    )


def below_sentence(made: Ballot) -> str:
    short = [row.item for row in made.rows if row.mark == BELOW]
    needed = [f"{one.needed}/{made.total}" for one in thresholds(short, made.total)]
    return f"Không đủ phiếu: cần {' hoặc '.join(dict.fromkeys(needed))}"


def share(yes: int | None, total: int) -> str:
    """`90,9%` of all members."""
    if yes is None or not total:
        return ""
    return f"{yes * 100 / total:.1f}".removesuffix(".0").replace(".", ",") + "%"


def why_tied(found: list[Ballot]) -> list[str]:
    """Equal votes at the cut keep a session open until the chair has ordered them."""
    return [
        f"Còn {ballot.places} chỗ cho {len(ballot.ties)} {ballot.group.lower()} bằng phiếu "
        f"({', '.join(item.title for item in ballot.ties)}): Chủ tịch Hội đồng quyết định thứ tự."
        for ballot in found
        if ballot.ties
    ]


def quorum_percent(council: Council) -> int | Fraction:
    return council.quorum_percent or TWO_THIRDS


def quorum(session: CouncilSession) -> dict:
    """{"total", "present", "sent", "written", "absent", "needed", "met"} of a session.

    `present` are the voices in the room, `sent` those of them that came with a substitute.
    """
    marks = list(session.attendances.values_list("presence", flat=True))
    sent, written = marks.count(Presence.SUBSTITUTE), marks.count(Presence.WRITTEN)
    total, present = len(marks), marks.count(Presence.PRESENT) + sent
    percent = quorum_percent(session.council)
    return {
        "total": total,
        "present": present,
        "sent": sent,
        "written": written,
        "absent": total - present - written,
        "needed": needed_percent(total, percent),
        "met": quorum_met(total, present, written, percent),
    }
