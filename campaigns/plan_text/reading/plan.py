"""The whole: text → lines → head, clause tree, tail → the facts of each clause."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from . import topics
from .bases import bases_of
from .criteria import criteria_of
from .deadlines import deadlines_of
from .funding import funding_of
from .given import awards_of
from .head import Head, read_head, title_place
from .inherits import inherits_of
from .issuer import issuer_of
from .joining import joined
from .lines import read_lines
from .notes import notes_of
from .objectives import objectives_of
from .parts import parts_of
from .period import period_of
from .quotas import quotas_of
from .registration import registration_of
from .rules import rules_of
from .tables import rows_of_the_year
from .tail import Tail, cut_tail, read_tail
from .targets import targets_of
from .tasks import WHEN, answer, dated_items, is_annual, tasks_of
from .topics import Topics
from .tree import Clause, build

OF_THIS_KIND = re.compile(r"thi đua|khen thưởng", re.IGNORECASE)
YEAR = re.compile(r"\bnăm\s+(?:học\s+)?(\d{4})\b", re.IGNORECASE)


class NotAPlan(ValueError):
    """The text is no plan of this kind; the message says so in Vietnamese."""


@dataclass
class Plan:
    """What the readers of facts look at."""

    head: Head
    clauses: list[Clause]
    tail: Tail
    pages: list[str] = field(default_factory=list)

    @cached_property
    def topics(self) -> Topics:
        return Topics(self.clauses)

    @cached_property
    def kind(self) -> str:
        return "annual_plan" if is_annual(self.clauses) else "campaign"

    @cached_property
    def issuer(self) -> str | None:
        texts = [*self.head.preamble, *(clause.whole for clause in self.clauses), self.head.title]
        return issuer_of(self.head, texts)

    @cached_property
    def year(self) -> int | None:
        """Of the title, else of the plan's date, else the first one of the preamble."""
        named = YEAR.search(self.head.title)
        if named or self.head.year:
            return int(named[1]) if named else self.head.year
        spoken = next((found for text in reversed(self.head.preamble) if (found := YEAR.search(text))), None)
        return int(spoken[1]) if spoken else None


def read_plan(text: str) -> dict:
    """The object of the plan JSON, all keys, in reading order.

    Raises `NotAPlan`, a ValueError with one Vietnamese sentence, when the text is no plan of this kind.
    """
    return facts_of(parsed(text))


def parsed(text: str) -> Plan:
    if not text.strip():
        raise NotAPlan("Tệp không có chữ nào.")
    lines, pages = read_lines(text)
    whole = joined(lines)
    place = title_place(whole)
    if place is None:
        raise NotAPlan("Văn bản không có dòng tên loại “KẾ HOẠCH” ở đầu nên không đọc được như một kế hoạch.")
    body, end = cut_tail(whole[place:])
    head = read_head([*whole[:place], *body], place)
    plan = Plan(head, build([line.text for line in head.body]), read_tail(end), pages)
    titles = " ".join([head.title, *head.preamble, *(clause.heading or "" for clause in plan.clauses)])
    if not OF_THIS_KIND.search(titles):
        raise NotAPlan("Kế hoạch này không nói về thi đua, khen thưởng nên không đọc được.")
    return plan


def facts_of(plan: Plan) -> dict:
    inherits = inherits_of(plan)
    pointing = {each["clause"] for each in inherits}
    awards, rules, tasks, period = awards_of(plan), rules_of(plan), tasks_of(plan), period_of(plan)
    deadlines = deadlines_of(plan, period, pointing | dates_of_tasks(plan, tasks))
    general = [clause for clause in plan.clauses if plan.topics.under(clause, topics.GENERAL) and clause.text]
    facts = {
        "kind": plan.kind,
        "document": plan.head.as_json(),
        "issuer": plan.issuer,
        "title": plan.head.title,
        "year": plan.year,
        "preamble": plan.head.preamble,
        "legal_bases": bases_of(plan.head.preamble, general, plan.issuer),
        "clauses": [clause.as_json() for clause in plan.clauses],
        "targets": targets_of(plan, pointing),
        "criteria": criteria_of(plan, pointing),
        "period": period,
        "registration": registration_of(plan, deadlines, rules, tasks),
        "awards": awards,
        "quotas": quotas_of(plan, awards),
        "dossier_parts": parts_of(plan, pointing),
        "deadlines": deadlines,
        "tasks": tasks,
        "rules": rules,
        "inherits": inherits,
        "objectives": objectives_of(plan),
        "funding": funding_of(plan),
        "recipients": plan.tail.recipients,
        "signatory": plan.tail.signatory(),
    }
    return facts | {"notes": notes_of(plan, facts)}


def dates_of_tasks(plan: Plan, tasks: list[dict]) -> set[str]:
    """In an annual plan the dates of tasks are not repeated, but for the two registrations."""
    if plan.kind != "annual_plan":
        return set()
    items = [(item, answer(item, WHEN)[0].path) for item in dated_items(plan.clauses)]
    items += [(row.clause, row.clause.path) for row in rows_of_the_year(plan.clauses)]
    kept, taken = set(), set()
    for item, dated in items:
        what = registered(item)
        if what is None or what in kept:
            taken.add(dated)
        kept.add(what)
    return taken


def registered(item: Clause) -> str | None:
    words = item.whole.lower()
    if "đăng ký" not in words:
        return None
    return "initiative_registration" if "sáng kiến" in words else "registration"
