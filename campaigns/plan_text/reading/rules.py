"""Rules beside the criteria: who has not registered is not considered."""

import re

from . import topics
from .awards import first_title
from .disqualifiers import REFUSES
from .phrases import folded

UNREGISTERED = re.compile(
    r"(?:không|chưa)\s+(?:có\s+|thực hiện\s+|gửi\s+)?(?:\w+\s+){0,3}?đăng ký"
    r"|đăng ký[^.;]{0,40}(?:quá hạn|không đúng hạn)"
)
ELSEWHERE = (topics.CRITERIA, topics.TARGETS, topics.GENERAL, topics.PURPOSE)


def rules_of(plan) -> list[dict]:
    return [rule(clause) for clause in plan.clauses if clause.says and is_rule(plan, clause)]


def is_rule(plan, clause) -> bool:
    words = folded(clause.says)
    if UNREGISTERED.search(words) and refused(words):
        return True
    return bool(REFUSES.search(words)) and not plan.topics.has(clause, *ELSEWHERE)


def refused(words: str) -> bool:
    return bool(REFUSES.search(words) or re.search(r"không (?:được|đủ điều kiện)", words))


def rule(clause) -> dict:
    words = folded(clause.says)
    if not UNREGISTERED.search(words):
        return {"kind": "other", "award": None, "text": clause.says, "clause": clause.path}
    initiative = re.search(r"đăng ký (?:\w+ ){0,6}(?:sáng kiến|đề tài|giải pháp)", words)
    kind = "initiative_registration_required" if initiative else "registration_required"
    award = first_title(words) if initiative else None
    return {"kind": kind, "award": award, "text": clause.says, "clause": clause.path}
