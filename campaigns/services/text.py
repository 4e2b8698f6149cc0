"""The clause tree, the recipients and the notes of a plan, as rows."""

from campaigns.models import Campaign, Clause, PlanNote, Recipient
from thiduakt.errors import Refused


def clause_of(clauses: dict[str, Clause], path: str | None) -> Clause | None:
    if path is None:
        return None
    if path not in clauses:
        raise Refused(f"Kế hoạch nhắc đến {path} nhưng không có điều khoản này.")
    return clauses[path]


def add_clauses(campaign: Campaign, rows: list[dict]) -> dict[str, Clause]:
    """The tree in reading order; a clause's parent is the longest earlier path that begins its own."""
    clauses: dict[str, Clause] = {}
    for order, row in enumerate(rows, start=1):
        clauses[row["path"]] = Clause.objects.create(
            campaign=campaign,
            parent=parent_of(row["path"], clauses),
            order=order,
            path=row["path"],
            label=row["label"] or "",
            heading=row["heading"] or "",
            text=row["text"] or "",
        )
    return clauses


def parent_of(path: str, clauses: dict[str, Clause]) -> Clause | None:
    """`II.2.a-3` hangs below `II.2.a`: cut at the last mark until a path is known."""
    for end in range(len(path) - 1, 0, -1):
        if path[end] in ".-+¶" and path[:end] in clauses:
            return clauses[path[:end]]
    return None


def add_recipients(campaign: Campaign, texts: list[str]) -> None:
    Recipient.objects.bulk_create(
        Recipient(campaign=campaign, order=order, text=text) for order, text in enumerate(texts, start=1)
    )


def add_notes(campaign: Campaign, notes: list[dict], clauses: dict[str, Clause]) -> None:
    for note in notes:
        PlanNote.objects.create(
            campaign=campaign,
            clause=clause_of(clauses, note["clause"]),
            kind=note["kind"],
            text=note["text"],
            why=note["why"],
        )
