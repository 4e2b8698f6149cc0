"""Which of the awards named in a plan it will give or ask for."""

from . import topics
from .awards import named_in

ELSEWHERE = (topics.CRITERIA, topics.DOSSIER, topics.TARGETS, topics.FUNDING, topics.PURPOSE, topics.GENERAL)


def awards_of(plan) -> list[dict]:
    found, seen = [], set()
    for clause in plan.clauses:
        if not gives(plan, clause):
            continue
        for each in named_in(clause.whole):
            known = each.authority is None and any(form == each.form for form, _ in seen)
            if (each.form, each.authority) not in seen and not known:
                seen.add((each.form, each.authority))
                found.append(
                    {"form": each.form, "type": each.type, "authority": each.authority, "clause": clause.path}
                )
    return found


def gives(plan, clause) -> bool:
    if plan.topics.has(clause, *ELSEWHERE):
        return False
    return plan.topics.has(clause, topics.AWARDS, topics.QUOTAS)
