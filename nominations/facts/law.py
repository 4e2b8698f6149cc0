"""What the law says of each nominee: the conditions of the award on its day, asked of what is on record."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from django.urls import reverse

from campaigns.enums import CampaignKind
from criteria.eligibility import Asked, Effect, Evidence, Known, Members
from criteria.facts.book import Basis, Book, Version
from criteria.measures import Outcome
from criteria.models import AwardRule, LegalRegime
from nominations.models import Dossier
from thiduakt.clock import today, vietnam_day
from units.models import Unit

from .fetched import has
from .law_records import LawRecords


@dataclass(frozen=True)
class LawVerdict:
    """One condition with its article: what was asked and found, from which step on it blocks."""

    key: str
    title: str
    outcome: Outcome
    say: str
    cure: str
    citation: str
    effect: Effect
    evidence: tuple[Evidence, ...] = ()
    version: str = ""
    rule: int = 0
    verified: bool = True
    caveat: str = ""
    asked: Asked | None = None

    def blocks_at(self, step: Effect) -> bool:
        return self.outcome == Outcome.UNMET and self.asked.blocks_at(step)

    @property
    def sentence(self) -> str:
        """`Chưa được tặng … (Luật 06/2022/QH15, Điều 23). Theo quy định trước ngày …`"""
        said = f"{self.say.removesuffix('.')} ({self.citation})."
        return f"{said} {self.caveat}".strip()


class Law:
    """The law's verdicts on some dossiers, read together; for reading only."""

    def __init__(self, dossiers: Iterable[Dossier], on: dt.date | None = None):
        self.dossiers, self.on = list(dossiers), on or today()
        self.records = LawRecords(self.dossiers, self.on)

    @cached_property
    def book(self) -> Book:
        awards = {dossier.award_type_id for dossier in self.dossiers}
        return Book(awards, self.issuers, self.on)

    @cached_property
    def issuers(self) -> dict[int, Unit]:
        """Who launched the plans: whose own rules hold, for whose kind of body the law is read."""
        plans = {dossier.campaign_id: dossier.campaign for dossier in self.dossiers}.values()
        known = {plan.issuer_id: plan.issuer for plan in plans if has(plan, "issuer")}
        keys = {dossier.campaign.issuer_id or dossier.unit_id for dossier in self.dossiers}
        return known | Unit.objects.in_bulk(keys - known.keys())

    def day(self, dossier: Dossier) -> dt.date:
        """The day that selects the regime: when it was accepted for appraisal, else today."""
        accepted = self.records.accepted.get(dossier.pk)
        return vietnam_day(accepted) if accepted else self.on

    def basis(self, dossier: Dossier) -> Basis:
        """A dossier accepted under a rule keeps that version of it."""
        at = self.records.accepted.get(dossier.pk)
        issuer = self.issuer(dossier)
        return self.book.basis(dossier.award_type_id, dossier.group, issuer, self.day(dossier), at)

    def issuer(self, dossier: Dossier) -> Unit:
        return self.issuers[dossier.campaign.issuer_id or dossier.unit_id]

    def common(self, dossier: Dossier, key: str) -> tuple[dict, LegalRegime, str]:
        """A condition that holds for every award, as `Book.common` has it on the dossier's day."""
        return self.book.common(key, self.day(dossier))

    def rule(self, dossier: Dossier) -> AwardRule | None:
        """The row of the award by which it is judged, also where it asks nothing."""
        version = self.basis(dossier).rule
        return version and version.rule

    def verdicts(self, dossier: Dossier) -> list[LawVerdict]:
        basis = self.basis(dossier)
        merit = rewards_the_year(dossier)
        asked = [(each, version) for each, version in basis.asked if each.applies(merit)]
        if not asked:
            return []
        known = self.known(dossier)
        found = [self.verdict(each, version, known, basis.caveat) for each, version in asked]
        return [replace(each, evidence=opened(each, dossier)) for each in found]

    def verdict(self, asked: Asked, version: Version, known: Known, caveat: str) -> LawVerdict:
        found = asked.judged(known)
        return LawVerdict(
            asked.key,
            asked.title(self.book.names),
            found.outcome,
            found.say,
            found.cure,
            asked.citation,
            asked.effect,
            found.evidence,
            version.words,
            version.rule.pk,
            asked.verified and version["verified"],
            caveat if version.rule.regime_id else "",
            asked,
        )

    def known(self, dossier: Dossier) -> Known:
        """Everything on record of one nominee for the year of the campaign."""
        records, year = self.records, dossier.campaign.year or self.on.year
        holder = (dossier.person_id, dossier.collective_id)
        person = dossier.person_id
        return Known(
            year,
            rewards_the_year(dossier),
            records.won_by(dossier),
            records.ratings(holder),
            records.disciplined(holder, year),
            records.clean(holder, year),
            records.initiatives(dossier) if person else None,
            records.under_way[person, year] - {self.book.awards[dossier.award_type_id].code}
            if person
            else (),
            records.started.get(person) if person else None,
            None if person else self.members(dossier.collective_id, year),
            self.book.names,
        )

    def others_under_way(self, dossier: Dossier, year: int) -> set[str]:
        """Codes of other awards of the year for which the person is being considered."""
        own = self.book.awards[dossier.award_type_id].code
        return self.records.under_way[dossier.person_id, year] - {own}

    def members(self, collective: int, year: int) -> Members:
        records, people = self.records, self.records.members[collective]
        won: dict[str, list[str]] = {}
        ratings, disciplined = {}, {}
        for key, name in people.items():
            for code in {each.award for each in records.won[key, None] if each.year == year}:
                won.setdefault(code, []).append(name)
            if rated := records.ratings((key, None)).get(year):
                ratings[name] = rated.word
            if form := records.disciplined((key, None), year):
                disciplined[name] = form.word
        clean = records.clean((None, collective), year)
        return Members(list(people.values()), won, ratings, disciplined, clean, self.on)


def opened(verdict: LawVerdict, dossier: Dossier) -> tuple[Evidence, ...]:
    """Facts that open: one without a page of its own, or none on record, leads to the nominee's."""
    person, unit = dossier.person_id, dossier.collective_id
    home = reverse("units:person", args=[person]) if person else reverse("units:unit", args=[unit])
    if verdict.evidence:
        return tuple(replace(fact, url=fact.url or home) for fact in verdict.evidence)
    word = "đã ghi" if verdict.outcome == Outcome.MET else "chưa ghi"
    whose = "Quá trình công tác, khen thưởng" if person else "Quá trình của tập thể"
    return (Evidence(whose, word, "", home),)


def rewards_the_year(dossier: Dossier) -> bool:
    """The work of the year (công trạng), not one movement."""
    return dossier.campaign.kind != CampaignKind.THEMATIC


def law_of(dossier: Dossier) -> Law:
    """What was read together with other dossiers, else read for this one alone."""
    return getattr(dossier, "law", None) or Law([dossier])


def law_of_all(dossiers: list[Dossier]) -> Law:
    """The same for many: one for all of them."""
    read = {getattr(dossier, "law", None) for dossier in dossiers}
    return read.pop() or Law(dossiers) if len(read) == 1 else Law(dossiers)


def law_verdicts(dossier: Dossier) -> list[LawVerdict]:
    return law_of(dossier).verdicts(dossier)
