"""How much an award brings, and where the money comes from."""

import re

from . import topics
from .phrases import folded
from .tasks import parts_with

OPENS = re.compile(
    r"(?:nguồn )?kinh phí (?:khen|thực hiện|tổ chức|chi|được|từ)|mức (?:tiền )?thưởng"
    r"|tiền thưởng",
    re.IGNORECASE,
)
LEVEL = re.compile(r"mức (?:chi|khen|thưởng|tiền)|tiền thưởng")
SOURCE = re.compile(r"\bnguồn\b|\bquỹ\b|\btrích\b|\bkinh phí\b")


def funding_of(plan) -> list[dict]:
    return [
        {"what": what, "text": clause.says, "clause": clause.path}
        for clause in plan.clauses
        if clause.says and not clause.says.endswith(":") and about_money(plan, clause)
        for what in whats_of(clause)
    ]


def about_money(plan, clause) -> bool:
    if plan.topics.has(clause, topics.FUNDING):
        return not parts_with(clause)
    return bool(OPENS.match(clause.says)) and not plan.topics.has(clause, topics.CRITERIA, topics.TARGETS)


def whats_of(clause) -> list[str]:
    """Usually one; "Mức thưởng theo …; nguồn từ quỹ …" says both."""
    parts = re.split(r"[.;]\s+", folded(clause.says))
    said = ["level" if LEVEL.search(part) else "source" if SOURCE.search(part) else None for part in parts]
    found = list(dict.fromkeys(filter(None, said)))
    return found if len(found) > 1 else [what_of(clause)]


def what_of(clause) -> str:
    words = folded(clause.heading or clause.says)
    return "level" if LEVEL.search(words) and not re.match(r"(?:nguồn )?kinh phí", words) else "source"
