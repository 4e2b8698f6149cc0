"""Who must register first, with whom, until when."""

import re

from . import topics
from .phrases import folded
from .sending import sent_to

ASKS = re.compile(
    r"(?:gửi|nộp|thực hiện|lập|có|tổ chức)\b[^.;]{0,60}đăng ký|đăng ký[^.;]{0,120}(?:gửi|nộp|về|với"
    r"|chậm nhất|trước ngày)"
)
NOT_IT = re.compile(r"khuyến khích|đăng ký (?:hình thức|số lượng|khen)|tự nguyện|không bắt buộc")
NONE = {"required": False, "to": None, "deadline": None, "inclusive": None, "clause": None}


def registration_of(plan, deadlines: list[dict], rules: list[dict], tasks: list[dict]) -> dict:
    due = next((each for each in deadlines if each["what"] == "registration"), None)
    dated = {each["clause"] for each in tasks} if plan.kind == "annual_plan" else ()
    asking = [clause for clause in plan.clauses if clause.path not in dated and asks(plan, clause)]
    required = bool(asking) or any(rule["kind"] == "registration_required" for rule in rules)
    if not required and not (due and plan.kind == "annual_plan"):
        return NONE
    names = (sent_to(clause.says) for clause in asking)
    task = next((each for each in tasks if due and due["clause"].startswith(each["clause"])), None)
    place = (
        task["clause"] if task else due["clause"] if due else asking[0].path if asking else rule_clause(rules)
    )
    return {
        "required": True,
        "to": next((name for name in names if name), None) or receiver(due, task),
        "deadline": due["on"] if due else None,
        "inclusive": due["inclusive"] if due else None,
        "clause": place,
    }


def receiver(due: dict | None, task: dict | None) -> str | None:
    """Of the date, else of the task that is to register."""
    return (due and due["to"]) or (task and sent_to(task["text"])) or None


def rule_clause(rules: list[dict]) -> str:
    return next(rule["clause"] for rule in rules if rule["kind"] == "registration_required")


def asks(plan, clause) -> bool:
    if not clause.says or clause.says.endswith(":"):
        return False
    words = folded(clause.says)
    if NOT_IT.search(folded(clause.whole)) or "đăng ký" not in folded(clause.whole) or refuses(words):
        return False
    return (
        bool(ASKS.search(words)) and bool(sent_to(clause.says))
    ) or topics.REGISTRATION in plan.topics.own[clause.path]


def refuses(words: str) -> bool:
    return bool(re.search(r"không (?:có )?đăng ký", words))
