"""The plan's tree for whoever writes it: each clause with the rules it sets, and who cites it."""

import re
from dataclasses import dataclass, field

from campaigns.models import Campaign, Clause
from campaigns.plan_text.numbering import kind_of, name_in, relabelled
from campaigns.plan_text.reading.labels import NUMBERED

from .checking import Row, keyed
from .clauses import by_pk
from .readings import readings

# What a first clause inside another one is labelled, by the depth of that one.
FIRST_LABELS = ("I.", "1.", "a)")
DASH = "-"
DEEPEST_INDENT = 5


@dataclass
class EditorLine:
    clause: Clause
    depth: int
    rows: list[Row] = field(default_factory=list)

    @property
    def indent(self) -> int:
        return min(self.depth, DEEPEST_INDENT)


def editor_page(campaign: Campaign) -> dict:
    """The context of the editor; rows without a clause stand on the checking page."""
    lines, depths = {}, {None: -1}
    for clause in by_pk(campaign).values():
        depths[clause.pk] = depths[clause.parent_id] + 1
        lines[clause.pk] = EditorLine(clause, depths[clause.pk])
    for row in keyed(campaign, readings(campaign)):
        if row.reading.clause:
            lines[row.reading.clause.pk].rows.append(row)
    return {"campaign": campaign, "lines": list(lines.values())}


def citing(campaign: Campaign, clause: Clause) -> list[Clause]:
    """Other clauses that name this one by its number: "mục II", "điểm a khoản 2 Mục II"."""
    if kind_of(clause.label) not in NUMBERED:
        return []
    number = re.escape(clause.path) if clause.parent_id else re.escape(name_in(clause.label))
    cited = re.compile(rf"\b(?:mục|phần|điều|khoản)\s+(?:{number})(?![\w.]\w)", re.IGNORECASE)
    return [one for one in campaign.clauses.all() if one.pk != clause.pk and cited.search(one.words)]


def next_label(campaign: Campaign, after: Clause | None, inside: bool) -> str:
    """The label that a new clause would bear by the labels of its brothers-to-be."""
    parent = after if inside else after and after.parent
    brothers = [one.label for one in campaign.clauses.filter(parent=parent).order_by("order")]
    if not brothers:
        depth = depth_of(parent)
        return FIRST_LABELS[depth] if depth < len(FIRST_LABELS) else DASH
    last = brothers[-1] if inside or after is None else after.label
    upto = brothers if inside or after is None else brothers[: brothers.index(last) + 1]
    return relabelled([(0, label) for label in [*upto, last]])[-1]


def depth_of(parent: Clause | None) -> int:
    return depth_of(parent.parent) + 1 if parent else 0
