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
# "Tiêu chí và hồ sơ thực hiện theo Kế hoạch số …": the sentence says itself what it speaks of.
SUBJECT = re.compile(r"(?P<subject>[^.;:\d]{4,80}?)\s+(?=(?:được )?(?:thực hiện|áp dụng)\b)", re.IGNORECASE)
WHAT = ((topics.TARGETS, "targets"), (topics.CRITERIA, "criteria"), (topics.DOSSIER, "dossier_parts"))


def inherits_of(plan) -> list[dict]:
    return [found for clause in plan.clauses for found in inherits_in(plan, clause)]


def inherits_in(plan, clause) -> list[dict]:
    subject = SUBJECT.match(clause.says or "")
    own = topics.topics_in(subject["subject"]) & {topic for topic, _ in WHAT} if subject else frozenset()
    follows = FOLLOWS.match(clause.says or "", subject.end() if own else 0)
    document = NUMBERED.search(clause.says, follows.end()) if follows else None
    if not document or document.start() > follows.end() + 40:
        return []
    named = own or plan.topics.of[clause.path]
    return [
        {"what": what, "reference": document["reference"], "clause": clause.path}
        for topic, what in WHAT
        if topic in named
    ]
