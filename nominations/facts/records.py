"""All that the criteria look at, for some dossiers at once: as many queries for a thousand as for one.

Each part is asked for when it is first needed. For reading only: what is written later is not seen.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from django.db.models import F, Q

from campaigns.facts.inheritance import CRITERIA, sources
from campaigns.models import Campaign, Participation
from campaigns.models.campaign import PUBLIC_STATES
from criteria.enums import CriterionGroup, Group
from criteria.measures.indicators import same
from criteria.measures.person import implied
from criteria.models import Assignment, Criterion, Fact, Indicator, IndicatorScore
from initiatives.enums import Scope
from initiatives.facts.recognised import standing
from initiatives.models import Initiative
from nominations.models import Assessment, Award, Dossier, DossierStage, PastAward
from thiduakt.clock import today, vietnam_day
from units.models import Appointment, Headcount, Unit, UnitParent

from .fetched import rows


class Records:
    def __init__(self, dossiers: Iterable[Dossier]):
        self.dossiers = list(dossiers)
        self.kept = [dossier for dossier in self.dossiers if dossier.pk]
        self.people = {dossier.person_id for dossier in self.dossiers} - {None}
        self.years = {dossier.campaign.year for dossier in self.dossiers} - {None}
        self._criteria: dict[int, list[Criterion]] = {}
        self.judged: dict[int, list] = {}  # what was made of them, by id() of a dossier

    # who and which criteria

    def criteria(self, dossier: Dossier) -> list[Criterion]:
        """The criteria that apply to the nominee, in the plan's order, then what it takes from another."""
        found = self.criteria_of_plan(dossier.campaign)
        groups = [CriterionGroup.COMMON, dossier.group]
        if any(row.group == CriterionGroup.HEAD for row in found) and self.led_unit(dossier):
            groups.append(CriterionGroup.HEAD)
        return [row for row in found if row.group in groups]

    def criteria_of_plan(self, campaign: Campaign) -> list[Criterion]:
        if campaign.pk not in self._criteria:
            plans = [plan for plan in sources(campaign, CRITERIA) if plan.checklist_id]
            self._criteria[campaign.pk] = [
                row
                for plan in plans
                for row in rows(plan.checklist, "criteria", "clause_link__clause__campaign")
            ]
        return self._criteria[campaign.pk]

    def led_unit(self, dossier: Dossier) -> Unit | None:
        """The unit that the nominee heads on the day the list was sent; before that, today."""
        if dossier.group != Group.INDIVIDUAL:
            return None
        sent = self.sent.get(dossier.pk)
        day = vietnam_day(sent) if sent else today()
        posts = self.heads[dossier.person_id]
        return next((post.unit for post in posts if post.holds_on(day)), None)

    @cached_property
    def heads(self) -> dict[int, list[Appointment]]:
        found = Appointment.objects.filter(person__in=self.people, is_head=True).order_by("-since")
        return grouped(found.select_related("unit"), lambda post: post.person_id)

    @cached_property
    def sent(self) -> dict:
        """When each list was sent, by dossier."""
        stages = DossierStage.objects.filter(dossier__in=self.kept, level=1, arrived_at__isnull=False)
        return dict(stages.values_list("dossier", "arrived_at"))

    @cached_property
    def units(self) -> set[int]:
        """Nominated, nominating and led by a nominee."""
        own = {key for dossier in self.dossiers for key in (dossier.collective_id, dossier.unit_id)}
        led = {post.unit_id for posts in self.heads.values() for post in posts}
        return (own | led) - {None}

    # what is on record of them

    @cached_property
    def facts(self) -> dict[tuple, dict[str, list[Fact]]]:
        """(person or None, unit or None, year) → code of the kind → its rows."""
        found: dict[tuple, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
        of = Q(person__in=self.people) | Q(unit__in=self.units)
        for fact in Fact.objects.live().filter(of, year__in=self.years).select_related("kind"):
            found[fact.person_id, fact.unit_id, fact.year][fact.kind.code].append(fact)
        return found

    @cached_property
    def scores(self) -> dict[tuple, dict[int, IndicatorScore]]:
        """(unit, indicator) → year → score."""
        years = self.years | {year - 1 for year in self.years}
        found: dict[tuple, dict[int, IndicatorScore]] = defaultdict(dict)
        rows = IndicatorScore.objects.live().filter(unit__in=self.units, year__in=years)
        for score in rows.select_related("indicator"):
            found[score.unit_id, score.indicator_id][score.year] = score
        return found

    @cached_property
    def assignments(self) -> dict[int, list[Assignment]]:
        found = Assignment.objects.live().filter(unit__in=self.units).select_related("indicator")
        return grouped(found, lambda row: row.unit_id)

    @cached_property
    def indicators(self) -> list[Indicator]:
        return list(Indicator.objects.select_related("part_of"))

    @cached_property
    def families(self) -> dict[str, str]:
        """Spelling or component → code of the index."""
        found = {}
        for row in self.indicators:
            whole = (row.part_of or row).code
            for name in (row.code, *row.aliases.split(",")):
                found[same(name)] = whole
        found.pop("", None)
        return found

    @cached_property
    def headcounts(self) -> dict[tuple, int]:
        found = Headcount.objects.filter(unit__in=self.units, year__in=self.years)
        return {(unit, year): posts for unit, year, posts in found.values_list("unit", "year", "posts")}

    @cached_property
    def below(self) -> dict[int, list[UnitParent]]:
        return grouped(UnitParent.objects.filter(parent__in=self.units), lambda link: link.parent_id)

    # what other papers say

    @cached_property
    def marks(self) -> dict[tuple, Assessment]:
        """(dossier, criterion) → the word of the highest level that said one."""
        found = Assessment.objects.filter(stage__dossier__in=self.kept).order_by("stage__level")
        return {(row.of, row.criterion_id): row for row in found.annotate(of=F("stage__dossier"))}

    @cached_property
    def asked(self) -> set[str]:
        """Kinds of measure in the criteria of the plans: what no plan asks for is not looked up."""
        plans = {dossier.campaign_id: dossier.campaign for dossier in self.dossiers}
        rows = [row for plan in plans.values() for row in self.criteria_of_plan(plan)]
        return {measure["kind"] for row in rows for measure in row.measures or implied(row.text)}

    @cached_property
    def own_plans(self) -> dict[tuple, list]:
        """(unit, year) → plans it has launched, or sent as its own under a plan of that year."""
        found: dict[tuple, list] = defaultdict(list)
        if "document_exists" not in self.asked:
            return found
        issued = Campaign.objects.filter(issuer__in=self.units, year__in=self.years, state__in=PUBLIC_STATES)
        for plan in issued.select_related("paper"):
            found[plan.issuer_id, plan.year].append(plan)
        sent = Participation.objects.filter(
            unit__in=self.units, campaign__year__in=self.years, own_plan_sent_at__isnull=False
        )
        for row in sent.select_related("campaign"):
            found[row.unit_id, row.campaign.year].append(row)
        return found

    @cached_property
    def initiatives(self) -> dict[tuple, list[Initiative]]:
        """(person or None, unit or None, year) → initiatives recognised in the year, of each author too."""
        if not {"initiative_recognised", "initiative_applied"} & self.asked:
            return {}
        of = Q(unit__in=self.units) | Q(authors__person__in=self.people)
        made = Initiative.objects.filter(of, recognitions__isnull=False).distinct()
        made = list(made.prefetch_related("authors"))
        papers = standing({row.pk for row in made})
        found: dict[tuple, list[Initiative]] = defaultdict(list)
        for row in made:
            years = {
                paper.document.issued_on.year for paper in papers.get(row.pk, []) if paper.scope == Scope.BASE
            }
            whose = [(None, row.unit_id), *((author.person_id, None) for author in row.authors.all())]
            for year in years:
                for holder in whose:
                    found[*holder, year].append(row)
        return found

    @cached_property
    def titles(self) -> dict[tuple, list]:
        """(person or None, unit or None) → awards on record, those from before the system too."""
        of = Q(person__in=self.people) | Q(collective__in=self.units)
        found: dict[tuple, list] = defaultdict(list)
        standing = Award.objects.filter(of, revoked_by__isnull=True).select_related("award_type")
        past = PastAward.objects.filter(of, is_live=True).select_related("award_type")
        for row in (*standing, *past):
            found[row.person_id, row.collective_id].append(row)
        return found


def grouped(found, key) -> dict:
    rows_by = defaultdict(list)
    for row in found:
        rows_by[key(row)].append(row)
    return rows_by


def records_of(dossier: Dossier) -> Records:
    """What was read together with other dossiers, else read for this one alone."""
    return getattr(dossier, "records", None) or Records([dossier])
