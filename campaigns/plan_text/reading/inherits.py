"""What a plan takes over from another document: "thực hiện theo Kế hoạch số …"."""

import re

from . import topics
from .bases import NUMBERED

FOLLOWS = re.compile(
    r"(?:thực hiện|áp dụng|theo|như)\b[^.;]{0,60}?(?:theo|tại|như|của|đúng)?\s*(?=(?:kế hoạch"
    r"|quyết định|hướng dẫn|quy định|công văn"
    r"|văn bản|thông tư|nghị định|quy chế)\b[^.;]{0,40}?\d)",
    re.IGNORECASE,
)
WHAT = ((topics.TARGETS, "targets"), (topics.CRITERIA, "criteria"), (topics.DOSSIER, "dossier_parts"))


def inherits_of(plan) -> list[dict]:
    return [found for clause in plan.clauses for found in inherits_in(plan, clause)]


def inherits_in(plan, clause) -> list[dict]:
    follows = FOLLOWS.match(clause.says or "")
    document = NUMBERED.search(clause.says, follows.end()) if follows else None
    if not document or document.start() > follows.end() + 40:
        return []
    named = plan.topics.of[clause.path]
    return [
        {"what": what, "reference": document["reference"], "clause": clause.path}
        for topic, what in WHAT
        if topic in named
    ]
