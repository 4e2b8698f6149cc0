"""The awards of a person or a unit over the years, those from before the system and of predecessors too."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from criteria.enums import AwardCategory
from nominations.models import Award, PastAward
from thiduakt.vietnamese.days import short_date
from units.models import Person, Unit


@dataclass(frozen=True)
class AwardLine:
    """One award: `year` it rewards, `source` system, scan or paper, `of` the predecessor it was given to.

    `url` is empty for who may not open the award itself. `revoked` names the decision that took it back.
    """

    year: int
    award: str
    category: str
    detail: str
    decision: str
    source: str
    of: str = ""
    url: str = ""
    revoked: str = ""

    @property
    def is_title(self) -> bool:
        return self.category == AwardCategory.TITLE


def award_history(subject: Person | Unit, user, on: dt.date) -> list[AwardLine]:
    """Every award of who may be seen already, newest first; a unit's with those of its predecessors."""
    whose = whose_awards(subject, on)
    lines = [*system_lines(subject, whose, user, on), *past_lines(subject, whose, user, on)]
    return sorted(lines, key=lambda line: (-line.year, not line.is_title, line.award))


def whose_awards(subject: Person | Unit, on: dt.date) -> Q:
    if isinstance(subject, Person):
        return Q(person=subject)
    before = Unit.objects.inherited([subject.pk], on)
    return Q(collective=subject) | Q(collective__in=before.values("pk"))


def system_lines(subject, whose: Q, user, on: dt.date) -> list[AwardLine]:
    found = Award.objects.filter(whose).select_related(
        "award_type", "decision__unit", "revoked_by", "dossier__campaign", "collective"
    )
    seen = set(Award.objects.visible_to(user, on).filter(whose).values_list("pk", flat=True))
    return [system_line(award, subject, award.pk in seen) for award in found]


def system_line(award: Award, subject, seen: bool) -> AwardLine:
    decision, campaign = award.decision, award.dossier.campaign if award.dossier_id else None
    issuer = decision.unit.short_name if decision.unit_id else decision.issuer_as_written
    return AwardLine(
        year=(campaign and campaign.year) or decision.issued_on.year,
        award=award.award_type.name,
        category=award.award_type.category,
        detail=campaign.title if campaign else award.achievement,
        decision=decision_words(decision.reference, decision.issued_on, issuer),
        source="system",
        of=award.name if award.collective_id and award.collective_id != subject.pk else "",
        url=award.get_absolute_url() if seen else "",
        revoked=award.revoked_by.reference if award.revoked_by_id else "",
    )


def past_lines(subject, whose: Q, user, on: dt.date) -> list[AwardLine]:
    found = PastAward.objects.filter(whose, is_live=True).select_related("award_type", "collective")
    seen = set(PastAward.objects.visible_to(user, on).filter(whose).values_list("pk", flat=True))
    return [past_line(past, subject, past.pk in seen) for past in found]


def past_line(past: PastAward, subject, seen: bool) -> AwardLine:
    return AwardLine(
        year=past.year,
        award=past.award_type.name,
        category=past.award_type.category,
        detail=past.unit_name,
        decision=decision_words(past.decision_number, past.decision_date, past.decision_issuer),
        source="scan" if past.scan_id else "paper",
        of=past.name if past.collective_id and past.collective_id != subject.pk else "",
        url=past.get_absolute_url() if seen else "",
    )


def decision_words(reference: str, day: dt.date | None, issuer: str) -> str:
    """`315/QĐ-UBND ngày 26/01/2021, UBND huyện`."""
    dated = f"{reference} ngày {short_date(day)}" if day else reference
    return f"{dated}, {issuer}" if issuer else dated
