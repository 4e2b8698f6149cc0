"""Tính liên tục: how far the titles of a person or a unit reach towards awards that ask for years running."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from criteria.eligibility import Asked, Finding, Known, Won
from criteria.eligibility.titles import counts, earliest, titles_in_a_row
from criteria.enums import Group
from criteria.models import AwardRule, AwardType, LegalRegime
from criteria.rules.choice import judging, lineage, regime_on
from units.models import Person, Unit

from .law_records import awards_won

# Rules that take a title of several years running, alone or as one of two ways.
ROWS_OF_YEARS = ("titles_in_a_row", "titles_or_excellent", "titles_or_rated")


@dataclass(frozen=True)
class Run:
    """`first`: the year for which it may be whole at the earliest; `uses`: the awards that ask for it."""

    title: str
    finding: Finding
    first: int
    uses: str
    citation: str


def continuity(subject: Person | Unit, on: dt.date) -> list[Run]:
    """Of the titles that the subject has been given, by the law of the day; shortest runs first."""
    won = won_by(subject, on)
    held = {each.award for each in won if counts(each)}
    if not held:
        return []
    awards = {award.code: award.name for award in AwardType.objects.all()}
    known = Known(on.year, won=won, names=awards)
    group = Group.INDIVIDUAL if isinstance(subject, Person) else Group.COLLECTIVE
    wanted = sorted(asked_by(group, on).items(), key=lambda item: (item[0][1], item[0][0]))
    return [run_of(known, *key, using) for key, using in wanted if held & set(key[0])]


def won_by(subject: Person | Unit, on: dt.date) -> list[Won]:
    """A unit's with those of its predecessors."""
    if isinstance(subject, Person):
        return awards_won([subject.pk], [])[subject.pk, None]
    before = Unit.objects.inherited([subject.pk], on).values_list("pk", flat=True)
    return [won for found in awards_won([], [subject.pk, *before]).values() for won in found]


def asked_by(group: str, on: dt.date) -> dict[tuple, list[tuple[AwardRule, Asked]]]:
    """(titles, years running) → the rules of the law that ask for it."""
    regimes = list(LegalRegime.objects.all())
    lines = list(lineage(regime_on(regimes, on), regimes))
    rules: dict[int, list[AwardRule]] = defaultdict(list)
    general = AwardRule.objects.filter(group=group, unit__isnull=True)
    for rule in general.select_related("award_type").order_by("award_type__order", "pk"):
        rules[rule.award_type_id].append(rule)
    found: dict[tuple, list] = defaultdict(list)
    for rule in filter(None, (judging(of_it, lines, "") for of_it in rules.values())):
        for asked in map(Asked.of, rule.rule_keys):
            if asked.key in ROWS_OF_YEARS:
                found[tuple(asked.parameters["awards"]), asked.parameters["times"]].append((rule, asked))
    return found


def run_of(known: Known, awards: tuple[str, ...], times: int, using: list[tuple[AwardRule, Asked]]) -> Run:
    return Run(
        f"{times} năm liên tục {known.named(awards)}",
        titles_in_a_row(known, awards, times),
        earliest(known, awards, times),
        ", ".join(dict.fromkeys(rule.award_type.name for rule, _ in using)),
        using[0][1].citation,
    )
