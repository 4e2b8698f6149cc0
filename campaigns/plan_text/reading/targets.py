"""Whom the plan addresses, sentence by sentence."""

import re

from campaigns.plan_text.targets import understand_target

from . import topics
from .groups import group_of_title
from .phrases import folded
from .tree import Clause

UNITS = re.compile(
    r"\b(?:chi bộ|đảng bộ|chi đoàn|tổ|lớp|khoa|trường|thôn|xã|ban|khu dân cư|công đoàn"
    r"|cụm|khối)\b"
)
PEOPLE = re.compile(r"\b(?:đảng viên|đoàn viên|hội viên|giáo viên|học sinh|nhân viên|chiến sĩ|người)\b")


def targets_of(plan, taken: set[str]) -> list[dict]:
    """`taken`: clauses that only point at another document."""
    return [
        {"group": group_of(clause), "text": clause.words, "clause": clause.path}
        for clause in plan.clauses
        if clause.path not in taken and is_target(plan, clause)
    ]


def is_target(plan, clause: Clause) -> bool:
    if plan.topics.of[clause.path] & {topics.TARGETS, topics.CRITERIA} != {topics.TARGETS}:
        return False
    if not plan.topics.under(clause, topics.TARGETS) or not clause.says:
        return False
    said = clause.numbered and not clause.heading and topics.TARGETS in plan.topics.own[clause.path]
    return not said and not clause.says.endswith(":") and not (clause.children and clause.numbered and said)


def group_of(clause: Clause) -> str:
    titles = [group for above in clause.up() if above.heading and (group := group_of_title(above.heading))]
    meant = understand_target(clause.says)
    if meant.collective != meant.individual:
        return "collective" if meant.collective else "individual"
    if titles and titles[0] in ("collective", "individual"):
        return titles[0]
    return "both" if meant.understood else plain_group(folded(clause.says))


def plain_group(words: str) -> str:
    units, people = UNITS.search(words), PEOPLE.search(words)
    return "both" if bool(units) == bool(people) else "collective" if units else "individual"
