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


def funding_of(plan) -> list[dict]:
    return [
        {"what": what_of(clause), "text": clause.says, "clause": clause.path}
        for clause in plan.clauses
        if clause.says and not clause.says.endswith(":") and about_money(plan, clause)
    ]


def about_money(plan, clause) -> bool:
    if plan.topics.has(clause, topics.FUNDING):
        return not parts_with(clause)
    return bool(OPENS.match(clause.says)) and not plan.topics.has(clause, topics.CRITERIA, topics.TARGETS)


def what_of(clause) -> str:
    words = folded(clause.heading or clause.says)
    return "level" if LEVEL.search(words) and not re.match(r"(?:nguồn )?kinh phí", words) else "source"
