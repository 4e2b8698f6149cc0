"""Facts on record, gathered for the criteria of one dossier, and what the rules make of them."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from campaigns.models import Clause
from criteria.enums import CriterionGroup
from criteria.measures import FactSet, Outcome, Verdict, evaluate, overall
from criteria.models import Criterion
from nominations.models import Dossier

from .known import Known
from .records import Records, records_of

WAITS = "Số liệu do đơn vị tự báo, chờ Thường trực xác nhận."


@dataclass(frozen=True)
class Line(Verdict):
    """One sentence of a verdict; `rows`: the records it rests on, none where they are missing.

    `holder` is whose they are or would be: (person, unit), keys of which one is None.
    """

    rows: tuple = ()
    holder: tuple = (None, None)


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
    """The standing of the nominee on each criterion, from the facts as they are now."""
    return judged(dossier, records_of(dossier))


def verdicts_of_all(dossiers: Iterable[Dossier]) -> list[list[CriterionVerdict]]:
    """The same for each dossier of a list; the queries do not grow with it."""
    dossiers = list(dossiers)
    records = Records(dossiers)
    return [judged(dossier, records) for dossier in dossiers]


def judged(dossier: Dossier, records: Records) -> list[CriterionVerdict]:
    case = Case(dossier, records)
    found = records.criteria(dossier)
    return [case.judge(number, row) for number, row in enumerate(found, start=1)]


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
    line = Line(
        **{field.name: getattr(verdict, field.name) for field in fields(Verdict)}, rows=rows, holder=holder
    )
    waits = any(getattr(row, "awaits", False) for row in rows)
    if waits and line.outcome in (Outcome.MET, Outcome.UNMET):
        return replace(line, outcome=Outcome.CONFIRM, bars=False, say=f"{line.say} {WAITS}")
    return line


def verdict_rows(dossier: Dossier) -> list[dict]:
    """The verdicts as plain data, kept with the stage as they stood."""
    return [
        {
            "criterion": verdict.criterion.pk,
            "number": verdict.number,
            "outcome": verdict.outcome.value,
            "say": [line.say for line in verdict.lines],
            "citation": verdict.clause.citation if verdict.clause else "",
        }
        for verdict in verdicts(dossier)
    ]


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
