"""What a plan wants to reach in numbers: "PAR INDEX tăng 10 bậc so với năm 2021"."""

import re

from . import topics
from .measures import ADMINISTRATIVE, INDICATOR

GOAL = re.compile(
    r"(?:tăng|nâng|cải thiện)\s+(?:thêm\s+|ít nhất\s+|tối thiểu\s+"
    r"|từ\s+)?(?P<change>\d{1,4}(?:[.,]\d{1,3})?(?:\s?[-–]\s?\d{1,4}(?:[.,]\d{1,3})?)?)"
    r"\s*(?P<unit>bậc|điểm|hạng|thứ hạng|vị trí|%)(?:\s+(?:số"
    r"|trở lên))?(?:[^.;]{0,40}?so với (?:kết quả )?(?:của )?năm (?P<year>\d{4}))?"
)


def objectives_of(plan) -> list[dict]:
    found = []
    for clause in plan.clauses:
        if clause.says and not plan.topics.has(clause, topics.CRITERIA):
            found += objectives_in(clause)
    return found


def objectives_in(clause) -> list[dict]:
    found, place = [], 0
    for goal in GOAL.finditer(clause.says):
        names = [
            name
            for name in INDICATOR.findall(clause.says[place : goal.start()])
            if name not in ADMINISTRATIVE
        ]
        place = goal.end()
        if names:
            found.append(
                {
                    "indicator": names[-1],
                    "change": goal["change"],
                    "unit": goal["unit"],
                    "baseline": int(goal["year"]) if goal["year"] else None,
                    "text": clause.says,
                    "clause": clause.path,
                }
            )
    return found
