"""The xã's work plan of this year: tasks done, late and due, whatever the day of loading."""

import datetime as dt

from campaigns.enums import CampaignKind
from campaigns.models import Campaign
from campaigns.services import flow
from campaigns.services.plans import create_campaign
from campaigns.services.work import report_task
from units.models import Unit

from .accounts import account
from .files import read
from .plans import filled, instant

ISSUED = -150
UNIT_OF = {"oanh": "XNP-KT", "trang": "XNP-VHXH", "linh": "XNP"}
IDEAS, CLOSING = "III", "IV"
# Ideas of the year are registered until this many days after the loading.
IDEAS_UNTIL = 20


def load_work(on: dt.date) -> Campaign:
    """Issued 150 days ago, before the system, so it takes no number of this year's series; once."""
    issuer = Unit.objects.get(code="XNP")
    found = Campaign.objects.filter(issuer=issuer, kind=CampaignKind.ANNUAL_PLAN).first()
    if found is not None:
        return found
    words = filled(read("work.json"), {"nam": str(on.year)})
    issued = on + dt.timedelta(days=ISSUED)
    plan = create_campaign(plan_of(words, on, issued), issuer=issuer, by=account("linh"))
    plan = flow.enter_launched(plan, issuer=issuer, on=issued, by=account("linh"))
    for number, task in enumerate(words["tasks"], start=1):
        report(plan, f"II.{number}", task["done"], on)
    return plan


def report(plan: Campaign, number: str, done: dict[str, list], on: dt.date) -> None:
    """`done`: by whose account, how many days before or after the loading, with which word."""
    task = plan.task_set.get(number=number.removeprefix("II."))
    for username, (days, note) in done.items():
        unit, day = Unit.objects.get(code=UNIT_OF[username]), on + dt.timedelta(days=days)
        report_task(task, unit, note=note, done_on=day, by=account(username), at=instant(day, 15))


def plan_of(words: dict, on: dt.date, issued: dt.date) -> dict:
    """The plan's JSON: an aim, the tasks one by one, who carries it out."""
    tasks = [task_of(task, number, on) for number, task in enumerate(words["tasks"], start=1)]
    clauses = [
        clause("I", "I.", "MỤC ĐÍCH", words["aim"]),
        clause("II", "II.", "NHIỆM VỤ", None),
        *(clause(task["clause"], f"{task['number']}.", None, sentence(task)) for task in tasks),
        clause(IDEAS, "III.", "ĐĂNG KÝ SÁNG KIẾN", registering(words, on)["text"]),
        clause(CLOSING, "IV.", "TỔ CHỨC THỰC HIỆN", words["closing"]),
    ]
    empty = {name: [] for name in read("live.json") if name not in words and name not in ("kind", "issuer")}
    return empty | {
        "kind": "annual_plan",
        "document": {"type": "KH", "number": 3, "symbol": "KH-UBND", "place": "Ninh Phước"}
        | {"day": issued.day, "month": issued.month, "year": issued.year},
        "issuer": "Ủy ban nhân dân xã Ninh Phước",
        "title": words["title"],
        "year": on.year,
        "preamble": words["preamble"],
        "clauses": clauses,
        "tasks": tasks,
        "deadlines": [registering(words, on)],
        "period": {"from": None, "from_issue": False, "until": None, "until_inclusive": None, "clause": None},
        "registration": dict.fromkeys(("to", "deadline", "inclusive", "clause")) | {"required": False},
        "recipients": words["recipients"],
        "signatory": read("live.json")["signatory"],
    }


def registering(words: dict, on: dt.date) -> dict:
    """Until when the year's ideas are registered."""
    day = on + dt.timedelta(days=IDEAS_UNTIL)
    return {
        "what": "initiative_registration",
        "on": day.isoformat(),
        "time": None,
        "inclusive": True,
        "recurring": False,
        "to": "Ủy ban nhân dân xã",
        "text": f"{words['ideas']} chậm nhất ngày {day:%d/%m/%Y}.",
        "clause": IDEAS,
    }


def clause(path: str, label: str, heading: str | None, text: str | None) -> dict:
    return {"path": path, "label": label, "heading": heading, "text": text}


def task_of(task: dict, number: int, on: dt.date) -> dict:
    """One task and its day."""
    day = on + dt.timedelta(days=task["days"])
    owners = "; ".join(task["owners"])
    return {
        "number": str(number),
        "text": f"{task['text']}.",
        "owners": task["owners"],
        "owners_text": owners,
        "due": day.isoformat(),
        "due_inclusive": True,
        "due_text": f"chậm nhất ngày {day:%d/%m/%Y}",
        "quarter": (day.month - 1) // 3 + 1 if day.year == on.year else None,
        "clause": f"II.{number}",
    }


def sentence(task: dict) -> str:
    """The clause of a task: what, who, until when."""
    return f"{task['text']} Trách nhiệm: {task['owners_text']}. Thời gian: {task['due_text']}."
