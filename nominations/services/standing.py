"""Where a nominee stands: what holds for every award, what the law asks of this one, what the plan asks.

Every line has the clause or article it rests on and the facts it was read from; as plain data it is kept with
the stage as it stood.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.urls import reverse

from campaigns.enums import RegistrationMode
from campaigns.facts.inheritance import TARGETS, sources
from campaigns.models import Clause
from criteria.eligibility import Evidence, Finding, general
from criteria.enums import HoldReason
from criteria.measures import Outcome
from nominations.facts import outside_every_group
from nominations.facts.fact_lines import evidence_of
from nominations.facts.fetched import rows
from nominations.facts.law import Law, LawVerdict, law_of
from nominations.facts.verdicts import CriterionVerdict, verdicts
from nominations.models import Award, Dossier

from .guards import demanded_by, unregistered

GENERAL, LAW, PLAN = "general", "law", "plan"


@dataclass(frozen=True)
class Entry:
    """One line. `key` stays the same over time; `basis`: the version of the rule; `url` opens the article."""

    kind: str
    key: str
    title: str
    outcome: Outcome
    say: tuple[str, ...]
    cure: tuple[str, ...] = ()
    citation: str = ""
    facts: tuple[Evidence, ...] = ()
    number: int = 0
    criterion: int | None = None
    basis: str = ""
    caveat: str = ""
    verified: bool = True
    url: str = ""
    clause: Clause | None = None

    def as_row(self) -> dict:
        """As the stage keeps it."""
        left_out = ("clause", "url")
        row = {name: value for name, value in vars(self).items() if name not in left_out}
        return row | {
            "outcome": self.outcome.value,
            "say": list(self.say),
            "cure": list(self.cure),
            "facts": [asdict(fact) for fact in self.facts],
        }

    @property
    def open(self) -> bool:
        return self.outcome != Outcome.MET


def standing(dossier: Dossier) -> list[Entry]:
    """Every line for one nominee, as the facts are now."""
    law = law_of(dossier)
    by_law = [of_law(number, verdict) for number, verdict in enumerate(law.verdicts(dossier))]
    return [*general_entries(dossier, law), *by_law, *map(of_plan, verdicts(dossier))]


def standing_rows(dossier: Dossier) -> list[dict]:
    return [entry.as_row() for entry in standing(dossier)]


def of_plan(verdict: CriterionVerdict) -> Entry:
    facts = [fact for line in verdict.lines for row in line.rows for fact in evidence_of(row)]
    return Entry(
        PLAN,
        f"plan:{verdict.criterion.pk}",
        verdict.criterion.text,
        verdict.outcome,
        tuple(line.say for line in verdict.lines),
        tuple(dict.fromkeys(line.cure for line in verdict.lines if line.cure and line.outcome != "met")),
        verdict.clause.citation if verdict.clause else "",
        tuple(dict.fromkeys(facts)),
        verdict.number,
        verdict.criterion.pk,
        clause=verdict.clause,
    )


def of_law(number: int, verdict: LawVerdict) -> Entry:
    return Entry(
        LAW,
        f"law:{verdict.key}:{number}",
        verdict.title,
        verdict.outcome,
        (verdict.say,),
        (verdict.cure,) if verdict.cure and verdict.outcome != Outcome.MET else (),
        verdict.citation,
        verdict.evidence,
        basis=verdict.version,
        caveat=verdict.caveat,
        verified=verdict.verified,
        url=reverse("nominations:law-rule", args=[verdict.rule]),
    )


def general_entries(dossier: Dossier, law: Law) -> Iterable[Entry]:
    yield target(dossier, law)
    if registration := registered(dossier):
        yield registration
    yield entry("holds", "Không bị tạm dừng xét", free_of_holds(dossier, law), HOLDS)
    if dossier.collective_id:
        unit = dossier.collective
        alive = general.exists(unit.name, unit.valid_from, unit.valid_to, law.on)
        yield entry("exists", "Tập thể còn hoạt động", alive, ENDED)
    yield entry("one_award", "Một thành tích, một hình thức", general.one_award(given(dossier)), ONE)
    yield authority(dossier, law)


HOLDS = "Nghị định 152/2025/NĐ-CP, Điều 4"
ENDED = "Thông tư 15/2025/TT-BNV"
ONE = "Luật 06/2022/QH15, Điều 5"
AUTHORITY = "Luật 06/2022/QH15, Điều 77–80"


def entry(key: str, title: str, found: Finding, citation: str, clause: Clause | None = None) -> Entry:
    cure = (found.cure,) if found.cure and found.outcome != Outcome.MET else ()
    return Entry(
        GENERAL,
        f"general:{key}",
        title,
        found.outcome,
        (found.say,),
        cure,
        citation,
        found.evidence,
        clause=clause,
    )


def target(dossier: Dossier, law: Law) -> Entry:
    """The plan's target groups, by the clause that names the first of them."""
    plans = sources(dossier.campaign, TARGETS)
    groups = [group for plan in plans for group in plan.targetgroup_set.select_related("clause__campaign")]
    clause = next((group.clause for group in groups if group.clause), None)
    outside = outside_every_group(dossier, on=law.on)
    found = general.unmet(outside) if outside else general.met("Thuộc đối tượng của kế hoạch.")
    cited = clause.citation if clause else "đối tượng của kế hoạch"
    return entry("target", "Đúng đối tượng", found, cited, clause)


def registered(dossier: Dossier) -> Entry | None:
    if dossier.campaign.registration_mode == RegistrationMode.NONE:
        return None
    missing, clause = unregistered(dossier), demanded_by(dossier.campaign)
    found = general.registered(dossier.campaign.registration_mode, missing is None, missing or "")
    cited = clause.citation if clause else "yêu cầu của kế hoạch"
    return entry("registration", "Đăng ký thi đua", found, cited, clause)


def free_of_holds(dossier: Dossier, law: Law) -> Finding:
    holds = [
        general.Held(
            hold.get_reason_display(),
            hold.since,
            hold.until,
            hold.reason == HoldReason.DISCIPLINE,
            hold.source,
        )
        for hold in rows(dossier.nominee, "holds")
        if hold.is_live
    ]
    return general.free_of_holds(holds, law.on, dossier.campaign.year or law.on.year)


def given(dossier: Dossier) -> list[str]:
    """Other awards of the nominee in the same campaign: for the same achievement."""
    found = Award.objects.filter(
        dossier__campaign=dossier.campaign_id,
        person=dossier.person,
        collective=dossier.collective,
        revoked_by__isnull=True,
    )
    return list(found.exclude(dossier=dossier.pk).values_list("award_type__name", flat=True))


def authority(dossier: Dossier, law: Law) -> Entry:
    issuer = law.issuer(dossier)
    rule = law.book.confers(dossier.award_type_id, dossier.group, issuer, law.on)
    title = "Đúng thẩm quyền"
    if rule is None:
        say = f"{issuer} không quyết định {dossier.award_type}; hồ sơ được trình lên cấp có thẩm quyền."
        return entry("authority", title, general.confirm(say, ""), AUTHORITY)
    found = general.met(f"{dossier.award_type} do {issuer} quyết định: {rule.authority}.")
    return entry("authority", title, found, rule.citation)
