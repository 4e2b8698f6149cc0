"""The tasks: a year's dated items, or who does what in "Tổ chức thực hiện"."""

import re

from . import topics
from .actors import actor_of
from .bodies import is_body
from .dates import moments, quarter_number
from .labels import DOTTED, NUMBER
from .owners import owners_of
from .phrases import folded, without_last_mark
from .tables import NUMBER as NUMBER_CELL
from .tables import OWNER, QUARTER, SUPPORT, TEXT, TaskRow, rows_of_the_year, task_rows
from .tree import Clause

WHEN = re.compile(
    r"^(?:thời gian|thời hạn|tiến độ|hạn)(?:\s+(?:hoàn thành|thực hiện|tổ chức|tiến hành|báo cáo))*\s*:\s*",
    re.IGNORECASE,
)
WHO = re.compile(
    r"^(?:trách nhiệm|đơn vị|cơ quan|bộ phận|người|phân công)(?:\s+(?:thực hiện|chủ trì|phụ trách"
    r"|phối hợp|thi hành|tham mưu))*(?:,[^:]{0,30})?\s*:\s*",
    re.IGNORECASE,
)
OF_SOMEBODY = re.compile(r"^(?:trách nhiệm của|giao(?: cho)?|đề nghị|đối với|nhiệm vụ của)\s+", re.IGNORECASE)
FINISHED = re.compile(r"thời (?:gian|hạn) hoàn thành", re.IGNORECASE)
PARTS = re.compile(r"(?:[.;]\s+|\s\()")
# A task is cited below its Roman section: III.2.1 is task 2.1.
SECTION = re.compile(r"^(?:[A-HJ-UĐ]'*\.)?[IVX]+'*\.(?=.)")
CLOSING = re.compile(r"(?:trên đây là|yêu cầu các|đề nghị các)\b", re.IGNORECASE)


def answer(clause: Clause, question: re.Pattern) -> tuple[Clause, str] | None:
    """What an entry below a task says after "Thời gian hoàn thành:" or "Trách nhiệm thực hiện:"."""
    for below in clause.children:
        if found := question.match(below.whole):
            return below, without_last_mark(below.whole[found.end() :])
    return answer_within(clause, question)


def answer_within(clause: Clause, question: re.Pattern) -> tuple[Clause, str] | None:
    """The same behind a stop in the task's own words: "…. Thời gian: trước 15/3; đơn vị thực hiện: …"."""
    for part in PARTS.split(clause.whole):
        if found := question.match(part):
            return clause, without_open_bracket(part[found.end() :])
    return None


def without_open_bracket(text: str) -> str:
    """The last mark, and a bracket that was opened before these words."""
    name = without_last_mark(text)
    return name[:-1] if name.endswith(")") and name.count(")") > name.count("(") else name


def dated_items(clauses: list[Clause]) -> list[Clause]:
    return [clause for clause in clauses if clause.numbered and answer(clause, WHEN)]


def is_annual(clauses: list[Clause]) -> bool:
    """Several items with their own "Thời gian hoàn thành", or time and owner."""
    items = dated_items(clauses)
    owned = (
        bool(answer(clause, WHO)) or FINISHED.search(clause_when(clause)) is not None for clause in items
    )
    return sum(owned) > 1 or len(rows_of_the_year(clauses)) > 1


def clause_when(clause: Clause) -> str:
    """The question as the plan puts it."""
    return answer(clause, WHEN)[0].whole


def tasks_of(plan) -> list[dict]:
    if plan.kind == "annual_plan":
        listed = [dated_task(plan, clause) for clause in dated_items(plan.clauses)]
        return in_order(plan, listed + [row_task(plan, row) for row in rows_of_the_year(plan.clauses)])
    rows = task_rows(plan.clauses)
    taken = {row.clause.path for row in rows}
    said = [
        task for clause in plan.clauses if clause.path not in taken and (task := campaign_task(plan, clause))
    ]
    return in_order(plan, said + [row_task(plan, row) | {"number": row.clause.path} for row in rows])


def in_order(plan, tasks: list[dict]) -> list[dict]:
    places = {clause.path: place for place, clause in enumerate(plan.clauses)}
    return sorted(tasks, key=lambda task: places[task["clause"]])


def row_task(plan, row: TaskRow) -> dict:
    """A task of a table: what its columns say; the owner's column first, then who helps."""
    owner, support = row.cells.get(OWNER), row.cells.get(SUPPORT)
    found = QUARTER.search(row.group)
    return {
        "number": row.cells.get(NUMBER_CELL) or row.clause.path,
        **named_task(row.clause, owner or support),
        "text": row.cells[TEXT],
        "owners": [name for cell in (owner, support) if cell for name in owners_of(cell)],
        **due_of(row.due, plan.year),
        "quarter": quarter_number(found[1]) if found else quarter_of(row.clause),
    }


def dated_task(plan, clause: Clause) -> dict:
    (place, due_text), who = answer(clause, WHEN), answer(clause, WHO)
    task = {
        "number": number_of(clause),
        **named_task(clause, who[1] if who else None),
        **due_of(due_text, plan.year),
        "quarter": quarter_of(clause),
    }
    return task | {"text": clause.whole} if place is clause else task


def number_of(clause: Clause) -> str:
    """2.1 as the label says; of a lettered item its way from the section: 1.a."""
    if clause.kind in (NUMBER, DOTTED):
        return clause.label.rstrip(".)/ ")
    return SECTION.sub("", clause.path)


def named_task(clause: Clause, owners_text: str | None) -> dict:
    return {
        "clause": clause.path,
        "text": clause.words,
        "owners_text": owners_text,
        "owners": owners_of(owners_text) if owners_text else [],
    }


def due_of(due_text: str | None, year: int | None) -> dict:
    found = [each for each in moments(due_text or "", year) if each.on]
    return {
        "due": found[-1].on if found else None,
        "due_inclusive": found[-1].inclusive if found else None,
        "due_text": due_text or None,
    }


def quarter_of(clause: Clause) -> int | None:
    for above in clause.up():
        if found := QUARTER.search(above.heading or ""):
            return quarter_number(found[1])
    return None


def campaign_task(plan, clause: Clause) -> dict | None:
    if not clause.says or clause.says.endswith(":") or not plan.topics.under(clause, topics.ORGANISATION):
        return None
    owner = owner_of(clause)
    if not owner:
        return None
    limits = [
        each for each in moments(clause.says, plan.year) if each.on and each.mark and "từ" not in each.mark
    ]
    return {
        "number": clause.path,
        **named_task(clause, owner),
        **due_of(limits[0].text.strip() if limits else None, plan.year),
        "quarter": None,
    }


def owner_of(clause: Clause) -> str | None:
    """The heading above, else who acts; a paragraph without such a heading closes the plan."""
    if clause.kind is None and closes(clause):
        return None
    owner = owner_above(clause)
    return owner or (actor_of(clause.says) if clause.kind is not None else None)


def parts_with(clause: Clause) -> bool:
    """ "Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện": a plan's last words, under whatever heading."""
    return clause.kind is None and CLOSING.match(clause.says) is not None


def closes(clause: Clause) -> bool:
    """ "Trên đây là Kế hoạch …", or a paragraph behind listed tasks."""
    before = clause.parent.children[: clause.parent.children.index(clause)] if clause.parent else []
    return parts_with(clause) or any(each.kind is not None for each in before)


def owner_above(clause: Clause) -> str | None:
    """The nearest heading that is a body: "1. Văn phòng Sở:"."""
    for above in clause.up():
        title = OF_SOMEBODY.sub("", re.sub(r"\s*:$", "", above.heading or ""))
        if title and is_body(title) and not folded(title).isupper() and above.parent:
            return without_last_mark(title)
    return None
