"""What must be done by when."""

import re

from . import topics
from .dates import Moment, moments
from .period import is_wave
from .phrases import folded
from .sending import sent_to
from .tasks import WHEN

BOUND = re.compile(r"trước|chậm nhất|muộn nhất|hết|trong|hạn|không quá|vào")
# In the order in which they are asked.
WHAT = (
    ("initiative_registration", r"đăng ký (?:\w+,? ){0,6}sáng kiến|sáng kiến[^.;]{0,40}đăng ký"),
    ("registration", r"đăng ký"),
    (
        "own_plan",
        r"(?:xây dựng|ban hành|gửi)[^.;]{0,40}kế hoạch|kế hoạch[^.;]{0,60}(?:của (?:cơ quan|đơn vị"
        r"|địa phương|mình))",
    ),
    ("appraisal", r"thẩm định"),
    ("dossier", r"(?<!giải quyết )hồ sơ|tờ trình"),
    ("review", r"xét thi đua|xét khen|xét duyệt|bình xét|bình chọn|họp (?:hội đồng|xét)|\bxét\b"),
    ("report", r"báo cáo|sơ kết|tổng kết"),
)
PAIR = re.compile(r"\s*(?:\([^()]*\))?,?\s*và\s+")
# "Phát động: trong tháng 01": when it begins, nobody is late for that.
BEGINNING = re.compile(r"(?:thời gian |lễ )?(?:phát động|bắt đầu|khởi động)\b")
# "gửi hồ sơ … trước ngày … để thẩm định": what comes of it, not what is due.
PURPOSE = re.compile(r"\s(?:để|nhằm)\s.*")
ELSEWHERE = (topics.CRITERIA, topics.TARGETS, topics.PURPOSE, topics.GENERAL, topics.FUNDING)


def deadlines_of(plan, period: dict, taken: set[str]) -> list[dict]:
    """`taken`: clauses whose date is a task's own."""
    return [
        deadline(plan, clause, each)
        for clause in plan.clauses
        if clause.says and clause.path not in taken
        for each in limits_in(plan, clause, period)
    ]


def limits_in(plan, clause, period: dict) -> list[Moment]:
    if (
        plan.topics.has(clause, *ELSEWHERE)
        or is_wave(plan, clause)
        or BEGINNING.match(folded(clause.heading or ""))
    ):
        return []
    found = [each for each in moments(clause.says, plan.year) if each.on]
    if clause.path == period["clause"]:
        found = after_period(found, period)
    elif plan.topics.has(clause, topics.PERIOD) and not plan.topics.has(clause, topics.TIME):
        return []
    ends = [each for each in found if "từ" not in each.mark and each.mark != "sau"]
    bound = [binds(plan, clause, each) for each in ends]
    return [
        each
        for at, each in enumerate(ends)
        if bound[at] or (at and bound[at - 1] and paired(clause, ends[at - 1], each))
    ]


def paired(clause, before: Moment, each: Moment) -> bool:
    """ "chậm nhất ngày 15/6 (sơ kết) và ngày 15/11 (tổng kết)": one word bounds both."""
    between = clause.says[before.end : each.start]
    return each.precision != "year" and PAIR.fullmatch(between) is not None


def after_period(found: list[Moment], period: dict) -> list[Moment]:
    """What is named behind the period's own end: "…; tổng kết vào tháng 01/2027"."""
    places = [at for at, each in enumerate(found) if each.on == period["until"]]
    return [each for each in found[places[0] + 1 :] if BOUND.search(each.mark)]


def binds(plan, clause, each: Moment) -> bool:
    """A word that bounds, or a heading of time over a bare day; "trong năm 2026" alone bounds nothing."""
    if WHEN.match(clause.says):
        return True
    if each.precision == "year":
        return bool(re.search(r"hết|trước|chậm nhất", each.mark + each.text.lower()))
    if each.mark and BOUND.search(each.mark):
        return True
    return bool(re.search(r"\bhết\s", each.text.lower())) or plan.topics.has(clause, topics.TIME)


def deadline(plan, clause, each: Moment) -> dict:
    return {
        "what": what_of(clause, each),
        "on": each.on,
        "time": each.time,
        "inclusive": each.inclusive,
        "recurring": each.recurring,
        "to": receiver(clause, sentence(clause.says, each)),
        "text": clause.says,
        "clause": clause.path,
    }


def receiver(clause, said: str) -> str | None:
    """ "Thời hạn gửi hồ sơ: trước ngày …, về Sở Nội vụ": the heading has the verb."""
    return sent_to(said) or (sent_to(f"{clause.heading} {said}") if clause.heading else None)


def sentence(text: str, each: Moment) -> str:
    """The part between full stops or semicolons that holds the date."""
    start = max(text.rfind(mark, 0, each.start) for mark in (". ", "; ")) + 1
    ends = [at for mark in (". ", "; ") if (at := text.find(mark, each.end)) >= 0]
    return text[start : min(ends, default=len(text))].strip()


def what_of(clause, each: Moment) -> str:
    """By the words of the sentence, else of the clause, else of the headings above."""
    above = (up.heading or up.text or "" for up in clause.up())
    said = (kind_of(words) for words in (sentence(clause.says, each), clause.says, *above))
    return next(filter(None, said), "other")


def kind_of(words: str) -> str | None:
    text = folded(words)
    due = PURPOSE.sub("", text)
    return next((what for said in (due, text) for what, pattern in WHAT if re.search(pattern, said)), None)
