"""From when until when people compete."""

import re

from . import topics
from .dates import moments
from .tasks import WHEN

BEGINS = re.compile(r"(?:bắt đầu|phát động|khởi động)[^.;\d]{0,30}$", re.IGNORECASE)
ENDS = re.compile(r"kết thúc[^.;\d]{0,30}$", re.IGNORECASE)
FROM = re.compile(
    r"(?:kể\s+)?từ\s+(?:khi\s+|ngày\s+|thời điểm\s+)?(?P<issue>(?:ký\s+)?ban hành|ký|phát động)\b"
    r"|(?:kể\s+)?từ\s",
    re.IGNORECASE,
)
WAVE = re.compile(r"(?:đợt|giai đoạn)\s+(?:\d{1,2}|[IVX]+|thứ \w+)\b", re.IGNORECASE)
ELSEWHERE = (
    topics.DOSSIER,
    topics.REGISTRATION,
    topics.ORGANISATION,
    topics.CRITERIA,
    topics.TARGETS,
    topics.GENERAL,
)
NONE = {"from": None, "from_issue": False, "until": None, "until_inclusive": None, "clause": None}


def period_of(plan) -> dict:
    """The first clause under a heading of time or competition that names both ends."""
    for clause in plan.clauses:
        if plan.kind == "annual_plan" and WHEN.match(clause.says):
            continue  # when one of the year's tasks is done
        if clause.says and may_say(plan, clause) and (found := period_in(plan, clause)):
            return to_last_wave(plan, clause, found)
    return NONE


def to_last_wave(plan, clause, first: dict) -> dict:
    """ "Đợt 1: từ … đến …", "Đợt 2: từ … đến …": people compete until the last one ends."""
    beside = clause.parent.children if clause.parent and is_wave(plan, clause) else [clause]
    last = next(each for each in reversed(beside) if each is clause or is_wave(plan, each))
    end = period_in(plan, last) or first
    return first | {"until": end["until"], "until_inclusive": end["until_inclusive"]}


def is_wave(plan, clause) -> bool:
    said = WAVE.match(clause.whole) and topics.PERIOD in plan.topics.of[clause.path]
    return bool(said) and period_in(plan, clause) is not None


def may_say(plan, clause) -> bool:
    named = plan.topics.of[clause.path]
    if topics.PERIOD in named:
        return True
    return not named & set(ELSEWHERE)


def period_in(plan, clause) -> dict | None:
    begin = FROM.search(clause.says)
    if not begin:
        return begun_and_ended(plan, clause)
    found = moments(clause.says, plan.year)
    ends = [
        each
        for each in found
        if "từ" not in each.mark and each.on and not each.recurring and each.start > begin.start()
    ]
    starts = [each for each in found if "từ" in each.mark and each.on and not each.recurring]
    if not ends or not (begin["issue"] or starts):
        return None
    return {
        "from": starts[0].on if starts else None,
        "from_issue": bool(begin["issue"]) and not starts,
        "until": ends[0].on,
        "until_inclusive": ends[0].inclusive,
        "clause": clause.path,
    }


def begun_and_ended(plan, clause) -> dict | None:
    """ "Thời gian phát động: tháng 8/2025. Thời gian kết thúc: ngày 15/10/2025."."""
    said, shift = clause.whole, len(clause.whole) - len(clause.says)
    found = [each for each in moments(clause.says, plan.year) if each.on and not each.recurring]
    begins = [each for each in found if BEGINS.search(said[: each.start + shift])]
    ends = [each for each in found if ENDS.search(said[: each.start + shift])]
    if not begins or not ends:
        return None
    return {
        "from": begins[0].on,
        "from_issue": False,
        "until": ends[0].on,
        "until_inclusive": ends[0].inclusive,
        "clause": clause.path,
    }
