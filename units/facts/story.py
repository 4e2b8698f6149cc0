"""A unit's way through the years: where it stood, what it came from, what became of it."""

import datetime as dt
from dataclasses import dataclass, field

from thiduakt.vietnamese.days import short_date
from units.enums import ActKind, SuccessionKind
from units.models import Unit, UnitAct, UnitSuccession

FROM = {
    SuccessionKind.MERGE: "Hình thành từ việc sáp nhập",
    SuccessionKind.SPLIT: "Tách ra từ",
    SuccessionKind.RENAME: "Đổi tên từ",
    SuccessionKind.TRANSFER: "Tiếp nhận nhiệm vụ từ",
    SuccessionKind.DISSOLVE: "Nhận lại nhiệm vụ của",
}
INTO = {
    SuccessionKind.MERGE: "Sáp nhập vào",
    SuccessionKind.SPLIT: "Chia, tách thành",
    SuccessionKind.RENAME: "Đổi tên thành",
    SuccessionKind.TRANSFER: "Chuyển nhiệm vụ về",
    SuccessionKind.DISSOLVE: "Giải thể, nhiệm vụ chuyển về",
}


@dataclass
class Turn:
    """One thing that happened: `words`, the units it names (`closed` without a link), by which decision."""

    on: dt.date
    words: str
    units: list[Unit] = field(default_factory=list)
    closed: set[int] = field(default_factory=set)
    decision: str = ""
    act: UnitAct | None = None
    big: bool = True


def turns_of(unit: Unit) -> list[Turn]:
    """Newest first; several successions of one day and kind are one turn."""
    turns = [
        *successions(unit.origins.select_related("predecessor", "act"), FROM, "predecessor"),
        *successions(unit.successions.select_related("successor", "act"), INTO, "successor"),
        *moves(unit),
        *endings(unit),
        Turn(unit.valid_from, "Có từ ngày này trong hệ thống", big=False),
    ]
    return sorted(turns, key=lambda turn: (turn.on, turn.big), reverse=True)


def successions(rows, words: dict, other: str) -> list[Turn]:
    found: dict[tuple, Turn] = {}
    for row in rows.order_by("effective_on", "pk"):
        key = (row.effective_on, row.kind, cited(row))
        turn = found.setdefault(key, Turn(row.effective_on, words[row.kind], [], cited(row), row.act))
        turn.units.append(getattr(row, other))
    return list(found.values())


def cited(row: UnitSuccession) -> str:
    """As much of the decision as is known."""
    number = f"số {row.decision_number}" if row.decision_number else ""
    day = f"ngày {short_date(row.decision_date)}" if row.decision_date else ""
    issuer = f"của {row.decision_issuer}" if row.decision_issuer else ""
    words = [word for word in (number, day, issuer) if word]
    return f"Văn bản {' '.join(words)}" if words else ""


def moves(unit: Unit) -> list[Turn]:
    links = list(unit.parents.select_related("parent").order_by("since"))
    acts = {act.effective_on: act for act in unit.acts.filter(kind=ActKind.MOVE)}
    turns = []
    for link in links:
        act = acts.get(link.since)
        turn = Turn(link.since, "Trực thuộc", [link.parent], act.citation if act else "", act, bool(act))
        turns.append(turn)
    return turns


def endings(unit: Unit) -> list[Turn]:
    if unit.valid_to is None:
        return []
    act = unit.acts.filter(kind=ActKind.DISSOLVE, effective_on=unit.valid_to + dt.timedelta(days=1)).first()
    return [Turn(unit.valid_to, "Ngày hoạt động cuối cùng", [], act.citation if act else "", act, bool(act))]
