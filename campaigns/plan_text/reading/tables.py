"""Tables of tasks: "STT | Nội dung | Đơn vị chủ trì | Thời gian hoàn thành", then a task in each row."""

import re
from dataclasses import dataclass

from . import topics
from .lines import CELL
from .phrases import folded, without_last_mark
from .tree import Clause

NUMBER, DUE, TEXT, SUPPORT, OWNER = "number", "due", "text", "support", "owner"
# In the order in which a column's name is asked: "Thời gian thực hiện" is no owner.
COLUMNS = (
    (NUMBER, r"(?:số )?s?tt$|thứ tự"),
    (DUE, r"thời (?:gian|hạn|điểm)|tiến độ|^hạn\b|ngày hoàn thành"),
    (TEXT, r"nội dung|công việc|nhiệm vụ|hoạt động"),
    (SUPPORT, r"phối hợp"),
    (OWNER, r"chủ trì|thực hiện|trách nhiệm|đơn vị|cơ quan|bộ phận|phụ trách|phân công"),
)
QUARTER = re.compile(r"\bquý\s+(IV|I{1,3}|[1-4])\b", re.IGNORECASE)


@dataclass(frozen=True)
class TaskRow:
    """One row: its cells by what their column says; `group` the words of the row that heads it."""

    clause: Clause
    cells: dict[str, str]
    group: str

    @property
    def due(self) -> str:
        return self.cells.get(DUE, "")


def task_rows(clauses: list[Clause]) -> list[TaskRow]:
    found: list[TaskRow] = []
    columns, group = {}, ""
    for clause in clauses:
        cells = cells_of(clause)
        if len(cells) < 2:
            group = clause.text or "" if columns and clause.kind is None else ""
            columns = columns if group and QUARTER.search(group) else {}
        elif named := columns_of(cells):
            columns, group = named, ""
        elif columns:
            row = {
                name: cells[place] for name, place in columns.items() if place < len(cells) and cells[place]
            }
            if TEXT in row and (row.keys() & {DUE, OWNER, SUPPORT}):
                found.append(TaskRow(clause, row, group))
            else:
                group = clause.text
    return found


def cells_of(clause: Clause) -> list[str]:
    """The cells of a paragraph that was a row, empty ones too."""
    if clause.kind is not None or CELL.strip() not in (clause.text or ""):
        return []
    return [without_last_mark(cell.strip()) for cell in clause.text.split(CELL.strip())]


def columns_of(cells: list[str]) -> dict[str, int]:
    """Which column says what, of a row that heads a table of tasks; empty for any other."""
    names: dict[str, int] = {}
    for place, cell in enumerate(cells):
        said = next((name for name, pattern in COLUMNS if re.search(pattern, folded(cell))), None)
        if said and said not in names:
            names[said] = place
    return names if {NUMBER, TEXT} <= names.keys() and (names.keys() & {DUE, OWNER}) else {}


def of_the_year(row: TaskRow) -> bool:
    """Under "Tổ chức thực hiện", "Phân công" it is who does what in a campaign; elsewhere the year's work."""
    return bool(row.due) and not any(
        topics.ORGANISATION in topics.own_topics(above) for above in row.clause.up()
    )


def rows_of_the_year(clauses: list[Clause]) -> list[TaskRow]:
    return [row for row in task_rows(clauses) if of_the_year(row)]
