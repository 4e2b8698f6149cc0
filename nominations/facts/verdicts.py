"""Facts on record, gathered for the criteria of one dossier, and what the rules make of them."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from campaigns.models import Clause
from criteria.enums import CriterionGroup
from criteria.measures import FactSet, Outcome, Verdict, evaluate, overall
from criteria.models import Criterion
from nominations.models import Dossier

from .evidence import entry_url, label_of
from .known import Known
from .records import Records, records_of

NAMES = tuple(field.name for field in fields(Verdict))
WAITS = "Số liệu do đơn vị tự báo, chờ Thường trực xác nhận."


@dataclass(frozen=True)
class Line(Verdict):
    """One sentence of a verdict; `rows`: the records it rests on, none where they are missing.

    `holder` is whose they are or would be: (person, unit), keys of which one is None.
    """

    rows: tuple = ()
    holder: tuple = (None, None)
    year: int = 0

    @property
    def records(self) -> list[tuple]:
        """(record, its source) of those that have a page."""
        return [(row, label_of(row)) for row in self.rows if hasattr(row, "get_absolute_url")]

    @property
    def office_only(self) -> bool:
        """Whether what is missing is entered by the office alone: indices and who answers for them."""
        return self.slot.startswith(("indicator", "assigned"))

    @property
    def entry(self) -> str:
        """Where the figure that is missing is entered; empty when nothing is missing."""
        return entry_url(self) if self.outcome == Outcome.UNKNOWN else ""


@dataclass(frozen=True)
class CriterionVerdict:
    """One criterion with its clause, the word for it and the sentences behind the word."""

    criterion: Criterion
    number: int
    clause: Clause | None
    outcome: Outcome
    lines: list[Line]


def criteria_of(dossier: Dossier) -> list[Criterion]:
    """The criteria that apply to the nominee, in the plan's order, then what it takes from another."""
    return records_of(dossier).criteria(dossier)


def verdicts(dossier: Dossier) -> list[CriterionVerdict]:
    """The standing of the nominee on each criterion, from the facts as they are now.

    Records that stay with a dossier for a page keep what was made of them.
    """
    records = records_of(dossier)
    if id(dossier) not in records.judged:
        records.judged[id(dossier)] = judged(dossier, records)
    return records.judged[id(dossier)]


def verdicts_of_all(dossiers: Iterable[Dossier]) -> list[list[CriterionVerdict]]:
    """The same for each dossier of a list; the queries do not grow with it."""
    dossiers = list(dossiers)
    records = Records(dossiers)
    return [judged(dossier, records) for dossier in dossiers]


def judged(dossier: Dossier, records: Records, changed: dict | None = None) -> list[CriterionVerdict]:
    """`changed`: what stands for a criterion when other thresholds are tried, by key; None: left out."""
    case, changed = Case(dossier, records), changed or {}
    numbered = enumerate(records.criteria(dossier), start=1)
    tried = [(number, changed.get(row.pk, row)) for number, row in numbered]
    return [case.judge(number, row) for number, row in tried if row is not None]


class Case:
    """One dossier before the rules: the nominee's records, and those of the unit he leads."""

    def __init__(self, dossier: Dossier, records: Records):
        self.dossier, self.records = dossier, records
        self._known: dict[bool, tuple[Known, FactSet]] = {}

    def judge(self, number: int, criterion: Criterion) -> CriterionVerdict:
        known, facts = self.known(criterion.group == CriterionGroup.HEAD)
        if any(measure["kind"] == "title_held" for measure in criterion.measures):
            facts = replace(facts, names={**facts.names, "titles": known.titles()})
        if any(rule.get("exception") for rule in criterion.disqualifiers):
            facts = replace(facts, excused=self.excused(criterion))
        found = evaluate(criterion.measures, criterion.disqualifiers, facts, criterion.text)
        lines = [line_of(verdict, known) for verdict in found]
        link = getattr(criterion, "clause_link", None)
        return CriterionVerdict(criterion, number, link.clause if link else None, overall(lines), lines)

    def known(self, leading: bool) -> tuple[Known, FactSet]:
        if leading not in self._known:
            dossier, year = self.dossier, self.dossier.campaign.year or 0
            if leading:
                known = Known(self.records, year, person=None, unit=self.records.led_unit(dossier).pk)
            else:
                unit = dossier.collective_id or dossier.unit_id
                known = Known(self.records, year, person=dossier.person_id, unit=unit)
            self._known[leading] = known, known.fact_set()
        return self._known[leading]

    def excused(self, criterion: Criterion) -> bool | None:
        """The appraiser's word on the exception: met is excused, unmet is not, anything else is open."""
        mark = self.records.marks.get((self.dossier.pk, criterion.pk))
        return {Outcome.MET: True, Outcome.UNMET: False}.get(mark.outcome) if mark else None


def line_of(verdict: Verdict, known: Known) -> Line:
    """The verdict with its records; what only the unit itself reported does not settle anything yet."""
    rows = tuple(known.rows.get(verdict.slot, ()))
    holder = (known.person, None if known.person else known.unit)
    said = {name: getattr(verdict, name) for name in NAMES}
    line = Line(**said, rows=rows, holder=holder, year=known.year)
    waits = any(getattr(row, "awaits", False) for row in rows)
    if waits and line.outcome in (Outcome.MET, Outcome.UNMET):
        return replace(line, outcome=Outcome.CONFIRM, bars=False, say=f"{line.say} {WAITS}")
    return line


def disqualifications(dossier: Dossier) -> list[str]:
    """Sentences of the disqualifiers that are true: what the plan says, the fact, the clause."""
    found = []
    for verdict in verdicts(dossier):
        barred = [line for line in verdict.lines if line.bars]
        found += [
            f"Không xét theo {verdict.clause.citation if verdict.clause else 'kế hoạch'}: {line.say}"
            for line in barred
        ]
    return found
