"""Facts on record, gathered for the criteria of one dossier, and what the rules make of them."""

from dataclasses import dataclass
from decimal import Decimal

from campaigns.facts.inheritance import CRITERIA, sources
from campaigns.models import Clause
from criteria.enums import CriterionGroup, Group
from criteria.measures import FactSet, Outcome, Reading, Share, Verdict, evaluate, overall
from criteria.models import Criterion, Fact, IndicatorScore
from nominations.models import Dossier
from thiduakt.clock import vietnam_day
from units.models import Unit

from .together import rows

# Which kind of fact answers which measure of the plan JSON.
RATING_KINDS = {"xep_loai_nhiem_vu": "nhiem_vu", "xep_loai_cchc": "cchc"}
SHARE_KINDS = {"vi_pham_gio_giac": "posts", "don_vi_vi_pham": "subordinate_units"}
BREACHES = "vi_pham_ky_luat"
LAPSES = "van_ban_tre_han"
PERCENTS = "giai_ngan"


@dataclass(frozen=True)
class CriterionVerdict:
    """One criterion with its clause, the word for it and the sentences behind the word."""

    criterion: Criterion
    number: int
    clause: Clause | None
    outcome: Outcome
    lines: list[Verdict]


def criteria_of(dossier: Dossier) -> list[Criterion]:
    """The criteria that apply to the nominee, in the plan's order, then what it takes from another."""
    plans = [plan for plan in sources(dossier.campaign, CRITERIA) if plan.checklist_id]
    if not plans:
        return []
    groups = [CriterionGroup.COMMON, dossier.group]
    if dossier.group == Group.INDIVIDUAL and leads_a_unit(dossier):
        groups.append(CriterionGroup.HEAD)
    found = [
        row for plan in plans for row in rows(plan.checklist, "criteria", "clause_link__clause__campaign")
    ]
    return [row for row in found if row.group in groups]


def leads_a_unit(dossier: Dossier) -> bool:
    day = vietnam_day(dossier.created_at)
    return any(row.is_head and row.holds_on(day) for row in rows(dossier.person, "appointments"))


def verdicts(dossier: Dossier) -> list[CriterionVerdict]:
    """The standing of the nominee on each criterion, from the facts as they are now."""
    facts = fact_set(dossier)
    return [judged(number, row, facts) for number, row in enumerate(criteria_of(dossier), start=1)]


def judged(number: int, criterion: Criterion, facts: FactSet) -> CriterionVerdict:
    lines = evaluate(criterion.measures, criterion.disqualifiers, facts)
    link = getattr(criterion, "clause_link", None)
    return CriterionVerdict(criterion, number, link.clause if link else None, overall(lines), lines)


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


def fact_set(dossier: Dossier) -> FactSet:
    """Everything on record about the nominee for the campaign's year."""
    campaign = dossier.campaign
    found = {fact.kind.code: fact for fact in facts_of(dossier, campaign.year)}
    unit = dossier.collective or dossier.unit
    readings = indicator_readings(unit, campaign.year) if unit else {}
    return FactSet(
        ratings={scale: found[code].rating for code, scale in RATING_KINDS.items() if code in found},
        indicators=readings,
        assigned_indicators=list(readings) or None,
        shares=shares_of(found, dossier),
        percent=found[PERCENTS].value if PERCENTS in found else None,
        breaches=count(found, BREACHES),
        lapses=count(found, LAPSES),
    )


def facts_of(dossier: Dossier, year: int | None) -> list[Fact]:
    holder = dossier.person if dossier.person_id else dossier.collective
    return [fact for fact in rows(holder, "facts", "kind") if fact.year == year]


def count(found: dict[str, Fact], code: str) -> int | None:
    return int(found[code].value) if code in found and found[code].value is not None else None


def shares_of(facts: dict[str, Fact], dossier: Dossier) -> dict[str, Share]:
    """People of posts: the fact's own total, else the headcount of the year."""
    found = {}
    for code, name in SHARE_KINDS.items():
        fact = facts.get(code)
        if fact is None or fact.value is None:
            continue
        total = fact.total if fact.total is not None else posts_of(dossier)
        if total is not None:
            found[name] = Share(fact.value, Decimal(total))
    return found


def posts_of(dossier: Dossier) -> int | None:
    if not dossier.collective_id:
        return None
    counted = {row.year: row.posts for row in rows(dossier.collective, "headcounts")}
    return counted.get(dossier.campaign.year)


def indicator_readings(unit: Unit, year: int | None) -> dict[str, Reading]:
    """Scores and ranks of this year and the year before, for each indicator the unit has on record."""
    if year is None:
        return {}
    by_code: dict[str, dict[int, IndicatorScore]] = {}
    for score in rows(unit, "scores", "indicator"):
        if score.year in (year - 1, year):
            by_code.setdefault(score.indicator.code, {})[score.year] = score
    return {code: reading(years.get(year - 1), years.get(year)) for code, years in by_code.items()}


def reading(before: IndicatorScore | None, now: IndicatorScore | None) -> Reading:
    return Reading(
        previous=before.score if before else None,
        current=now.score if now else None,
        previous_rank=before.rank if before else None,
        rank=now.rank if now else None,
    )
