"""The criteria, each with its group, its measures and what excludes."""

import re

from . import topics
from .disqualifiers import disqualifiers_of, disqualifying_part
from .groups import group_of_title, group_of_words
from .lines import CELL
from .measures import measures_of
from .tree import Clause

COLUMNS = re.compile(rf"(?:số )?(?:s?tt|thứ tự){re.escape(CELL)}", re.IGNORECASE)


def criteria_of(plan, taken: set[str]) -> list[dict]:
    """`taken`: clauses that only point at another document."""
    return [
        criterion(clause)
        for clause in plan.clauses
        if clause.path not in taken and is_criterion(plan, clause)
    ]


def is_criterion(plan, clause: Clause) -> bool:
    if not plan.topics.of[clause.path] & {topics.CRITERIA} or topics.TARGETS in plan.topics.of[clause.path]:
        return False
    if (
        topics.title_of(clause)
        and (clause.children or topics.CRITERIA in plan.topics.own[clause.path])
        and not clause.text
    ):
        return False
    if names_columns(clause):
        return False
    said = clause.numbered and not clause.heading and topics.CRITERIA in plan.topics.own[clause.path]
    return not said and not clause.words.endswith(":")


def names_columns(clause: Clause) -> bool:
    """The first row of a table: "STT | Tiêu chí | Điểm tối đa"."""
    return clause.kind is None and COLUMNS.match(clause.words) is not None


def criterion(clause: Clause) -> dict:
    text = clause.words
    excluded = disqualifiers_of(text)
    part = disqualifying_part(text)
    return {
        "group": group_of(clause),
        "text": text,
        "clause": clause.path,
        "measures": measures_of(text.replace(part, " ") if part else text, excluded),
        "disqualifiers": excluded,
    }


def group_of(clause: Clause) -> str:
    for above in clause.up():
        lead = above.heading or (above.text if above is not clause and above.text else None)
        if lead and (group := group_of_title(lead)):
            return group
    return group_of_words(clause.words) or "common"
