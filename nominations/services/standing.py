"""Where a nominee stands: what holds for every award, what the law asks of this one, what the plan asks.

Every line has the clause or article it rests on and the facts it was read from; as plain data it is kept with
the stage as it stood.
"""

from django.urls import reverse

from criteria.eligibility import Evidence
from criteria.measures import FOR_A_PERSON, Outcome
from nominations.enums import LAW, PLAN
from nominations.facts.fact_lines import evidence_of
from nominations.facts.law import Law, LawVerdict, law_of
from nominations.facts.verdicts import CriterionVerdict, verdicts
from nominations.models import Dossier

from .conditions import general_entries
from .entries import Entry


def standing(dossier: Dossier) -> list[Entry]:
    """Every line for one nominee, as the facts are now."""
    law = law_of(dossier)
    by_law = [of_law(number, verdict) for number, verdict in enumerate(law.verdicts(dossier))]
    by_plan = [of_plan(verdict, dossier) for verdict in verdicts(dossier)]
    return [*general_entries(dossier, law), *(by_law or nothing_asked(dossier, law)), *by_plan]


def standing_rows(dossier: Dossier) -> list[dict]:
    return [entry.as_row() for entry in standing(dossier)]


def nothing_asked(dossier: Dossier, law: Law) -> list[Entry]:
    """Where the law leaves the conditions of an award to others, it says so, by its article."""
    basis = law.basis(dossier)
    if basis.rule is None:
        return []
    rule = basis.rule
    return [
        Entry(
            LAW,
            "law:none",
            f"Điều kiện của {dossier.award_type} theo quy định",
            Outcome.CONFIRM,
            (f"Quy định không đặt điều kiện mà máy kiểm tra được. {FOR_A_PERSON}",),
            citation=rule["citation"],
            basis=rule.words,
            caveat=basis.caveat,
            verified=rule["verified"],
            url=reverse("nominations:law-rule", args=[rule.rule.pk]),
        )
    ]


def of_plan(verdict: CriterionVerdict, dossier: Dossier) -> Entry:
    cited = verdict.clause or dossier.campaign
    facts = [fact for line in verdict.lines for row in line.rows for fact in evidence_of(row)]
    if not facts and any(line.slot for line in verdict.lines):
        home = dossier.nominee.get_absolute_url()
        facts = [Evidence(f"Số liệu của {dossier.nominee}", "chưa ghi", "", home)]
    return Entry(
        PLAN,
        f"plan:{verdict.criterion.pk}",
        verdict.criterion.text,
        verdict.outcome,
        tuple(line.say for line in verdict.lines),
        tuple(dict.fromkeys(line.cure for line in verdict.lines if line.cure and line.outcome != "met")),
        verdict.clause.citation if verdict.clause else str(cited),
        tuple(dict.fromkeys(facts)),
        verdict.number,
        verdict.criterion.pk,
        url=cited.get_absolute_url(),
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
