"""From the records of one nominee to what the rules take: figures by kind, and which row each came from."""

import datetime as dt
from decimal import Decimal

from campaigns.models import Participation
from criteria.enums import FactScale, Period
from criteria.measures import FactSet, Reading, Share
from criteria.measures.subjects import FILES, HOURS, INITIATIVE, PLAN, UNITS
from criteria.models import Fact, IndicatorScore
from initiatives.models import Initiative
from thiduakt.clock import today

from .records import Records

# Which kind of fact answers which rating of the plan JSON.
RATING_KINDS = {"nhiem_vu": "xep_loai_nhiem_vu", "cchc": "xep_loai_cchc"}
NAMED = (PLAN, INITIATIVE)


class Known:
    """One nominee, or the unit he leads, in one year. `rows`: slot of a verdict → the records behind it."""

    def __init__(self, records: Records, year: int, *, person: int | None, unit: int | None):
        self.records, self.year = records, year
        self.person, self.unit = person, unit
        self.own = records.facts.get((person, None if person else unit, year), {})
        self.units = records.facts.get((None, unit, year), {})
        self.rows: dict[str, list] = {}

    def fact_set(self) -> FactSet:
        return FactSet(
            ratings=self.ratings(),
            indicators=self.readings(),
            assigned=self.assigned(),
            own=[row.code for row in self.records.indicators if row.own and row.part_of_id is None],
            families=self.records.families,
            figures=self.figures(),
            names=self.names(),
        )

    def ratings(self) -> dict[str, str]:
        """Of the work the nominee's own; of the reform that of the unit, for its people too."""
        found = {}
        for scale, code in RATING_KINDS.items():
            held = self.own.get(code) or (self.units.get(code) if scale == "cchc" else None)
            if fact := of_year(held or []):
                found[scale] = fact.rating
                self.rows[f"rating:{scale}"] = [fact]
        return found

    def readings(self) -> dict[str, Reading]:
        found = {}
        for indicator in self.records.indicators:
            years = self.records.scores.get((self.unit, indicator.pk), {})
            before, now = years.get(self.year - 1), years.get(self.year)
            if before or now:
                found[indicator.code] = reading(before, now)
                self.rows[f"indicator:{indicator.code}"] = [row for row in (before, now) if row]
        return found

    def assigned(self) -> list[str] | None:
        """Codes of this year's; None when nobody has recorded what the unit answers for."""
        held = self.records.assignments.get(self.unit, [])
        if not held:
            return None
        self.rows["assigned"] = held
        return [row.indicator.code for row in held if row.holds_in(self.year)]

    def figures(self) -> dict:
        found = {}
        for code, facts in self.own.items():
            value = self.figure(facts)
            if value is not None:
                found[code] = value
                self.rows[f"figure:{code}"] = facts
        if self.person and FILES not in found and self.figure(self.units.get(FILES, [])) == 0:
            found[FILES] = 0
            self.rows[f"figure:{FILES}"] = self.units[FILES]
        return found

    def figure(self, facts: list[Fact]):
        """The year's own figure; without it the sum of the quarters, where they add up."""
        whole = of_year(facts)
        counted = [whole] if whole else [fact for fact in facts if fact.kind.adds_up]
        counted = [fact for fact in counted if fact.value is not None]
        if not counted:
            return None
        value = sum(fact.value for fact in counted)
        if counted[0].kind.scale != FactScale.SHARE:
            return value
        total = self.total(counted)
        return None if total is None else Share(value, Decimal(total))

    def total(self, facts: list[Fact]):
        """Of what a share is taken: as entered, else the posts or the units below on record."""
        if all(fact.total is not None for fact in facts):
            return sum(fact.total for fact in facts)
        code = facts[0].kind.code
        if code == HOURS:
            return self.records.headcounts.get((self.unit, self.year))
        return self.units_below() if code == UNITS else None

    def units_below(self) -> int | None:
        """How many units stood right below at the end of the year, or today."""
        day = min(dt.date(self.year, 12, 31), today())
        return sum(link.holds_on(day) for link in self.records.below.get(self.unit, [])) or None

    def names(self) -> dict[str, list[str]]:
        """Papers and initiatives; none recorded and no count of nought: nobody looked."""
        found = {}
        for code in NAMED:
            facts = [fact for fact in self.own.get(code, []) if fact.value is not None]
            there = [fact.source for fact in facts if fact.value]
            others = self.other_papers(code)
            there += [paper_name(row) for row in others]
            facts = [*facts, *others]
            if facts:
                found[code] = there
                self.rows[f"names:{code}"] = facts
        return found

    def other_papers(self, code: str) -> list:
        """What the system itself has of the kind: plans issued or sent, initiatives recognised."""
        if code == INITIATIVE:
            return self.records.initiatives.get(
                (self.person, None if self.person else self.unit, self.year), []
            )
        return [] if self.person else self.records.own_plans.get((self.unit, self.year), [])

    def titles(self) -> list[str] | None:
        """Codes of the awards held, None when none is on record."""
        held = self.records.titles.get((self.person, None if self.person else self.unit), [])
        self.rows["names:titles"] = held
        return [row.award_type.code for row in held] or None


def paper_name(row) -> str:
    """The initiative's name, the plan's number, or that it was sent with the campaign it carries out."""
    if isinstance(row, Initiative):
        return row.name
    plan = row.own_plan if isinstance(row, Participation) else row
    return (plan.reference or str(plan)) if plan else f"Kế hoạch gửi cho {row.campaign}"


def of_year(facts: list[Fact]) -> Fact | None:
    return next((fact for fact in facts if fact.period == Period.YEAR), None)


def reading(before: IndicatorScore | None, now: IndicatorScore | None) -> Reading:
    return Reading(
        previous=before.score if before else None,
        current=now.score if now else None,
        previous_rank=before.rank if before else None,
        rank=now.rank if now else None,
    )
