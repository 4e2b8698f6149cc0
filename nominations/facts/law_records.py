"""What the law looks at, for some dossiers at once: awards of years past, ratings, initiatives, members.

As many queries for a thousand as for one; each part is asked for when it is first needed.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from functools import cached_property

from django.db.models import Min, Q
from django.urls import reverse

from campaigns.enums import CampaignKind
from criteria.eligibility import Initiative, Rated, Won
from criteria.models import Fact
from initiatives.facts import Recognised, recognised
from nominations.enums import FINAL
from nominations.models import Award, Dossier, DossierEvent, DossierStage, PastAward
from units.models import Appointment, UnitAncestor, UnitHeir

from .history import decision_words
from .uses import put_forward_by

RATING, DISCIPLINE, BREACHES = "xep_loai_nhiem_vu", "ky_luat", "vi_pham_ky_luat"
# How far back an achievement may lie that still counts.
YEARS_BACK = 5
Holder = tuple  # (person, unit): keys of which one is None


class LawRecords:
    def __init__(self, dossiers: Iterable[Dossier], on: dt.date):
        self.dossiers, self.on = list(dossiers), on
        self.keys = [dossier.pk for dossier in self.dossiers if dossier.pk]
        self.nominees = {dossier.person_id for dossier in self.dossiers} - {None}
        self.collectives = {dossier.collective_id for dossier in self.dossiers} - {None}
        self.years = {dossier.campaign.year for dossier in self.dossiers} - {None}

    @cached_property
    def accepted(self) -> dict[int, dt.datetime]:
        """When each dossier was first received for appraisal."""
        received = DossierEvent.objects.filter(dossier__in=self.keys, action="receive")
        return dict(received.values_list("dossier").annotate(Min("at")))

    # the members of collectives

    @cached_property
    def members(self) -> dict[int, dict[int, str]]:
        """Collective → its people of today by key, told apart by name."""
        spans = UnitAncestor.objects.on(self.on).filter(ancestor__in=self.collectives)
        within: dict[int, set[int]] = {unit: {unit} for unit in self.collectives}
        for unit, ancestor in spans.values_list("unit", "ancestor"):
            within[ancestor].add(unit)
        units = set().union(*within.values())
        found = Appointment.objects.on(self.on).filter(unit__in=units)
        people: dict[int, dict[int, str]] = defaultdict(dict)
        for unit, person, name in found.values_list("unit", "person", "person__full_name"):
            people[unit][person] = name
        return {
            collective: told_apart({key: name for unit in here for key, name in people[unit].items()})
            for collective, here in within.items()
        }

    @cached_property
    def people(self) -> set[int]:
        """Nominees and members of nominated collectives."""
        return self.nominees.union(*self.members.values())

    # what is on record of them

    @cached_property
    def predecessors(self) -> dict[int, set[int]]:
        """Collective → itself and the closed units whose records it keeps."""
        found = {unit: {unit} for unit in self.collectives}
        rows = UnitHeir.objects.filter(heir__in=self.collectives, since__lte=self.on)
        for unit, heir in rows.values_list("unit", "heir"):
            found[heir].add(unit)
        return found

    @cached_property
    def won(self) -> dict[Holder, list[Won]]:
        """Awards that stand, those from before the system too."""
        return awards_won(self.people, set().union(*self.predecessors.values()))

    @cached_property
    def given(self) -> dict[tuple, list[Award]]:
        """(campaign, person, unit) → awards by that campaign that stand."""
        of = Q(person__in=self.nominees) | Q(collective__in=self.collectives)
        here = {dossier.campaign_id for dossier in self.dossiers}
        rows = Award.objects.filter(of, dossier__campaign__in=here, revoked_by__isnull=True)
        found: dict[tuple, list[Award]] = defaultdict(list)
        for award in rows.select_related("award_type", "decision__unit", "dossier__campaign"):
            found[award.dossier.campaign_id, award.person_id, award.collective_id].append(award)
        return found

    def given_beside(self, dossier: Dossier) -> list[Award]:
        """What the nominee was given by the same campaign with another dossier."""
        here = self.given[dossier.campaign_id, dossier.person_id, dossier.collective_id]
        return [award for award in here if award.dossier_id != dossier.pk]

    def won_by(self, dossier: Dossier) -> list[Won]:
        if dossier.person_id:
            return self.won[dossier.person_id, None]
        return [won for unit in self.predecessors[dossier.collective_id] for won in self.won[None, unit]]

    @cached_property
    def facts(self) -> dict[Holder, dict[tuple[str, int], Fact]]:
        """(person or None, unit or None) → (kind, year) → the year's fact, confirmed."""
        found: dict[Holder, dict] = defaultdict(dict)
        of = Q(person__in=self.people) | Q(unit__in=self.collectives)
        rows = Fact.objects.live().filter(of, kind__code__in=(RATING, DISCIPLINE, BREACHES), awaits=False)
        for fact in rows.filter(period="year").select_related("kind"):
            found[fact.person_id, fact.unit_id][fact.kind.code, fact.year] = fact
        return found

    def ratings(self, holder: Holder) -> dict[int, Rated]:
        here = self.facts[holder]
        return {year: rated(fact) for (kind, year), fact in here.items() if kind == RATING}

    def disciplined(self, holder: Holder, year: int) -> Rated | None:
        fact = self.facts[holder].get((DISCIPLINE, year))
        return rated(fact) if fact else None

    def clean(self, holder: Holder, year: int) -> bool:
        """Somebody recorded that there was no breach."""
        fact = self.facts[holder].get((BREACHES, year))
        return fact is not None and fact.value == 0

    @cached_property
    def recognised(self) -> dict[int, list[Recognised]]:
        """Recognised initiatives of each nominee."""
        years = self.years or {self.on.year}
        return recognised(self.nominees, min(years) - YEARS_BACK, max(years))

    def initiatives(self, dossier: Dossier) -> list[Initiative]:
        """Of the nominee, those that another dossier put forward marked so."""
        return [made(row, dossier) for row in self.recognised.get(dossier.person_id, [])]

    @cached_property
    def started(self) -> dict[int, dt.date]:
        """The first day of the first post on record."""
        posts = Appointment.objects.filter(person__in=self.nominees)
        return dict(posts.order_by().values_list("person").annotate(Min("since")))

    @cached_property
    def under_way(self) -> dict[tuple[int, int], set[str]]:
        """(person, year) → codes of the awards that are being considered."""
        found: dict[tuple[int, int], set[str]] = defaultdict(set)
        open_ = DossierStage.objects.current().exclude(state__in=FINAL)
        rows = open_.filter(dossier__person__in=self.nominees, dossier__campaign__year__in=self.years)
        names = ("dossier__person", "dossier__campaign__year", "dossier__award_type__code")
        for person, year, code in rows.values_list(*names):
            found[person, year].add(code)
        return found


def told_apart(people: dict[int, str]) -> dict[int, str]:
    """Two of one name are shown with their keys."""
    twice = {name for name, count in Counter(people.values()).items() if count > 1}
    return {key: f"{name} (mã {key})" if name in twice else name for key, name in people.items()}


def made(row: Recognised, dossier: Dossier) -> Initiative:
    paper = decision_words(row.paper, row.day, "")
    url = reverse("initiatives:detail", args=[row.initiative])
    return Initiative(row.name, row.year, row.scope, paper, put_forward_by(row, dossier), url)


def rated(fact: Fact) -> Rated:
    entered = f"nhập {fact.entered_at:%d/%m/%Y}" if fact.entered_at else ""
    return Rated(fact.year, fact.rating, fact.source, fact.get_absolute_url(), entered)


def awards_won(people: Collection[int], units: Collection[int]) -> dict[Holder, list[Won]]:
    """Awards that stand, those from before the system too."""
    of = Q(person__in=people) | Q(collective__in=units)
    found: dict[Holder, list[Won]] = defaultdict(list)
    rows = Award.objects.filter(of, revoked_by__isnull=True)
    for row in rows.select_related("award_type", "decision__unit", "dossier__campaign"):
        found[row.person_id, row.collective_id].append(won_here(row))
    for row in PastAward.objects.filter(of, is_live=True).select_related("award_type"):
        found[row.person_id, row.collective_id].append(won_before(row))
    return found


def won_here(award: Award) -> Won:
    decision, campaign = award.decision, award.dossier.campaign if award.dossier_id else None
    issuer = decision.unit.short_name if decision.unit_id else ""
    return Won(
        award.award_type.code,
        (campaign and campaign.year) or decision.issued_on.year,
        decision_words(decision.reference, decision.issued_on, issuer),
        campaign.kind != CampaignKind.THEMATIC if campaign else None,
        award.get_absolute_url(),
    )


def won_before(past: PastAward) -> Won:
    """Its paper does not say whether it was for the year's work."""
    decision = decision_words(past.decision_number, past.decision_date, past.decision_issuer)
    return Won(past.award_type.code, past.year, decision, None, past.get_absolute_url())
