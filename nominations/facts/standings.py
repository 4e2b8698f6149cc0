"""All nominees of a plan at the office by criterion: the table, its order, its filters, its file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from campaigns.models import Campaign
from criteria.enums import CriterionGroup
from criteria.measures import Outcome, overall
from criteria.models import AwardRule, Criterion
from nominations.models import Dossier, DossierStage
from thiduakt.templatetags.looks import VERDICTS
from thiduakt.vietnamese.text import text_sort_key

from .law import Law, LawVerdict
from .records import Records
from .verdicts import CriterionVerdict, judged

# What asks for work first.
WEIGHT = {Outcome.UNMET: 0, Outcome.UNKNOWN: 1, Outcome.CONFIRM: 2, Outcome.MET: 3}
NO_CRITERION = 4
SHORT = 60
LAW, NOTHING_ASKED = "Quy định của pháp luật", "Không đặt điều kiện máy kiểm tra được"


@dataclass(frozen=True)
class Column:
    """One criterion of the plan; `number` counts the columns, not what applies to one nominee."""

    number: int
    criterion: Criterion

    @property
    def clause(self):
        link = getattr(self.criterion, "clause_link", None)
        return link.clause if link else None

    @property
    def short(self) -> str:
        text = self.criterion.text
        return text if len(text) <= SHORT else f"{text[:SHORT].rsplit(' ', 1)[0]}…"


@dataclass(frozen=True)
class Standing:
    """One nominee: what each column says (None where the criterion does not apply), and the votes so far.

    `law`: what the law asks of the award, where it was read, `rule` the row that says so. `members`: of how
    many the votes are; `short`: fewer than the share that was asked, where that was compared.
    """

    dossier: Dossier
    cells: list[CriterionVerdict | None]
    votes: int | None = None
    law: tuple[LawVerdict, ...] = ()
    rule: AwardRule | None = None
    members: int | None = None
    short: bool = False

    @property
    def law_outcome(self) -> Outcome:
        """The worst of them; without conditions of its own the law leaves it to a person."""
        return overall(self.law)

    @property
    def law_open(self) -> list[LawVerdict]:
        return [verdict for verdict in self.law if verdict.outcome != Outcome.MET]

    def count(self, outcome: Outcome) -> int:
        return sum(cell is not None and cell.outcome == outcome for cell in self.cells)

    @property
    def met(self) -> int:
        return self.count(Outcome.MET)

    @property
    def asked(self) -> int:
        """How many criteria apply."""
        return sum(cell is not None for cell in self.cells)

    @property
    def barred(self) -> bool:
        return any(cell and any(line.bars for line in cell.lines) for cell in self.cells)


def dossiers_of(campaign: Campaign, group: str, units) -> list[DossierStage]:
    """Live dossiers of a plan that reached one of the offices, one stage each."""
    stages = DossierStage.objects.filter(
        dossier__campaign=campaign, dossier__group=group, dossier__is_live=True, level__gte=1, unit__in=units
    )
    related = ("dossier__person", "dossier__collective", "dossier__unit", "dossier__campaign__parent", "item")
    newest = stages.select_related(*related, "dossier__campaign__checklist").order_by("dossier", "level")
    return list({stage.dossier_id: stage for stage in newest}.values())


def columns_of(records: Records, campaign: Campaign, group: str) -> list[Column]:
    groups = (CriterionGroup.COMMON, group)
    groups += (CriterionGroup.HEAD,) if group == CriterionGroup.INDIVIDUAL else ()
    found = [row for row in records.criteria_of_plan(campaign) if row.group in groups]
    return [Column(number, row) for number, row in enumerate(found, start=1)]


def standings(
    stages: Iterable[DossierStage], columns: list[Column], records: Records, changed: dict | None = None
) -> list[Standing]:
    """Where each nominee stands; `changed`: other criteria to judge by, by key of the plan's own."""
    return [standing(stage, columns, records, changed or {}) for stage in stages]


def standing(stage: DossierStage, columns: list[Column], records: Records, changed: dict) -> Standing:
    found = {row.criterion.pk: row for row in judged(stage.dossier, records, changed)}
    cells = [found.get(column.criterion.pk) for column in columns]
    return Standing(stage.dossier, cells, stage.item.yes if stage.item_id else None)


def with_law(rows: list[Standing], law: Law) -> list[Standing]:
    return [replace(row, law=tuple(law.verdicts(row.dossier)), rule=law.rule(row.dossier)) for row in rows]


def weight(cell: CriterionVerdict | None) -> int:
    return WEIGHT[cell.outcome] if cell else NO_CRITERION


def sort_key(by: str) -> Callable[[Standing], tuple]:
    """`ten`, `don-vi`, `dat` (criteria met), `luat` or the number of a column; then the name."""
    if by == "don-vi":
        return lambda row: (text_sort_key(row.dossier.unit.short_name), *named(row))
    if by == "luat":
        return lambda row: (WEIGHT[row.law_outcome], *named(row))
    if by == "dat":
        return lambda row: (-row.count(Outcome.MET), *named(row))
    if by.isdecimal():
        return lambda row: (weight(row.cells[int(by) - 1]), *named(row))
    return named


def named(row: Standing) -> tuple:
    return (text_sort_key(row.dossier.nominee_name), row.dossier.pk)


def ordered(rows: list[Standing], by: str, columns: list[Column]) -> list[Standing]:
    """`-` before the name turns the order round; what names no column is the order of names."""
    bare = by.removeprefix("-")
    if bare.isdecimal() and not 1 <= int(bare) <= len(columns):
        bare = "ten"
    return sorted(rows, key=sort_key(bare), reverse=by.startswith("-"))


FILTERS = {
    "khong-dat": ("Có tiêu chí không đạt", lambda row: row.count(Outcome.UNMET) > 0),
    "khong-xet": ("Thuộc diện không xét", lambda row: row.barred),
    "thieu": ("Thiếu dữ liệu", lambda row: row.count(Outcome.UNKNOWN) > 0),
    "xac-nhan": ("Chờ xác nhận", lambda row: row.count(Outcome.CONFIRM) > 0),
    "dat": ("Không vướng tiêu chí nào", lambda row: not row.count(Outcome.UNMET) and not row.barred),
}


def headings(columns: list[Column]) -> list[str]:
    told = [f"{column.number}. {column.short}" for column in columns]
    return ["Hồ sơ", "Cá nhân, tập thể", "Đơn vị đề nghị", *told, LAW, "Số tiêu chí đạt"]


def file_row(row: Standing) -> list:
    dossier = row.dossier
    cells = [cell_words(cell) for cell in row.cells]
    head = [dossier.code, dossier.nominee_name, dossier.unit.short_name]
    return [*head, *cells, law_words(row), row.count(Outcome.MET)]


def law_words(row: Standing) -> str:
    """`Không đạt: Chưa được tặng … (Luật 06/2022/QH15, Điều 23).`"""
    said = " ".join(verdict.sentence for verdict in row.law)
    return f"{VERDICTS[row.law_outcome.value]}: {said}" if said else NOTHING_ASKED


def cell_words(cell: CriterionVerdict | None) -> str:
    """`Không đạt: 3 người trên 20 biên chế, bằng 15% (quá 10%).`"""
    if cell is None:
        return "Không áp dụng"
    said = " ".join(line.say for line in cell.lines)
    return f"{VERDICTS[cell.outcome.value]}: {said}"
