"""How much an award brings, and where the money comes from."""

import re

from . import topics
from .phrases import folded

LEVEL = re.compile(r"mức (?:chi|khen|thưởng|tiền)|tiền thưởng")


def funding_of(plan) -> list[dict]:
    return [
        {"what": what_of(clause), "text": clause.says, "clause": clause.path}
        for clause in plan.clauses
        if clause.says and not clause.says.endswith(":") and plan.topics.has(clause, topics.FUNDING)
    ]


def what_of(clause) -> str:
    words = folded(clause.heading or clause.says)
    return "level" if LEVEL.search(words) and not re.match(r"(?:nguồn )?kinh phí", words) else "source"
