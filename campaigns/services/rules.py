"""Every rule of a plan as a row beside its clause."""

from campaigns.enums import QuotaKind
from campaigns.models import (
    Campaign,
    CampaignAward,
    CampaignRule,
    Clause,
    ClauseCriterion,
    Deadline,
    Funding,
    Inheritance,
    LegalBasis,
    Objective,
    PartRequirement,
    Quota,
    TargetGroup,
    Task,
)
from campaigns.plan_text.papers import paper_kind
from campaigns.plan_text.targets import understand_target
from criteria.models import AwardType, Criterion

from .text import clause_of

# What the plan's words call a form, and the catalogue's codes that it may mean.
FORM_CODES = {"GK": "GK", "BK": "BKT", "BKT": "BKT"}


def add_rules(campaign: Campaign, data: dict, clauses: dict[str, Clause]) -> None:
    """All rules of the plan JSON, in reading order."""
    add_bases(campaign, data["legal_bases"], clauses)
    add_targets(campaign, data["targets"], clauses)
    add_criteria(campaign, data["criteria"], clauses)
    add_awards(campaign, data["awards"], clauses)
    add_quotas(campaign, data["quotas"], data["awards"], clauses)
    add_parts(campaign, data["dossier_parts"], clauses)
    add_deadlines(campaign, data["deadlines"], clauses)
    add_tasks(campaign, data["tasks"], clauses)
    add_campaign_rules(campaign, data["rules"], clauses)
    add_plain(Inheritance, campaign, data["inherits"], clauses, ("what", "reference"))
    add_plain(Funding, campaign, data["funding"], clauses, ("what", "text"))
    add_objectives(campaign, data["objectives"], clauses)


def rows(model, campaign: Campaign, entries: list[dict], clauses: dict[str, Clause]):
    """Unsaved rows with campaign, clause and place filled in, each beside its entry."""
    for order, entry in enumerate(entries, start=1):
        yield entry, model(campaign=campaign, clause=clause_of(clauses, entry["clause"]), order=order)


def add_plain(model, campaign, entries, clauses, names: tuple[str, ...]) -> None:
    for entry, row in rows(model, campaign, entries, clauses):
        for name in names:
            setattr(row, name, entry[name])
        row.save()


def add_bases(campaign, entries, clauses) -> None:
    for entry, row in rows(LegalBasis, campaign, entries, clauses):
        row.reference, row.dated = entry["reference"] or "", entry["dated"]
        row.text, row.relation, row.paragraph = entry["text"], entry["relation"], entry["paragraph"]
        row.save()


def add_targets(campaign, entries, clauses) -> None:
    """As written, and as understood by the set phrases of the genre."""
    for entry, row in rows(TargetGroup, campaign, entries, clauses):
        meant = understand_target(entry["text"])
        row.group, row.text = entry["group"], entry["text"]
        row.unit_kinds, row.categories = sorted(meant.unit_kinds), sorted(meant.categories)
        row.outsiders = meant.outsiders
        row.save()


def add_criteria(campaign, entries, clauses) -> None:
    for order, entry in enumerate(entries, start=1):
        criterion = Criterion.objects.create(
            checklist=campaign.checklist,
            group=entry["group"],
            order=order,
            text=entry["text"],
            measures=entry["measures"],
            disqualifiers=entry["disqualifiers"],
        )
        ClauseCriterion.objects.create(clause=clause_of(clauses, entry["clause"]), criterion=criterion)


def award_type(code: str | None) -> AwardType | None:
    return AwardType.objects.filter(code=FORM_CODES.get(code, code)).first() if code else None


def add_awards(campaign, entries, clauses) -> None:
    for entry, row in rows(CampaignAward, campaign, entries, clauses):
        row.form, row.authority = entry["form"], entry["authority"] or ""
        row.award_type = award_type(entry["type"])
        row.save()


def add_quotas(campaign, entries, awards, clauses) -> None:
    """One pool for all the forms that a number is not divided between."""
    types = {award["form"]: award["type"] for award in awards}
    for entry, row in rows(Quota, campaign, entries, clauses):
        row.group, row.limit, row.kind = entry["group"], entry["limit"], QuotaKind(entry["kind"])
        row.save()
        row.awards.set([found for form in entry["forms"] if (found := award_type(types.get(form, form)))])


def add_parts(campaign, entries, clauses) -> None:
    for entry, row in rows(PartRequirement, campaign, entries, clauses):
        row.name, row.per, row.paper = entry["name"], entry["per"], paper_kind(entry["name"])
        row.save()


def add_deadlines(campaign, entries, clauses) -> None:
    for entry, row in rows(Deadline, campaign, entries, clauses):
        row.what, row.on, row.time = entry["what"], entry["on"], entry["time"]
        row.inclusive, row.recurring = entry["inclusive"] is not False, entry["recurring"]
        row.to, row.text = entry["to"] or "", entry["text"]
        row.save()


def add_tasks(campaign, entries, clauses) -> None:
    for entry, row in rows(Task, campaign, entries, clauses):
        row.number, row.text, row.owners = entry["number"], entry["text"], entry["owners"]
        row.owners_text, row.due_text = entry["owners_text"] or "", entry["due_text"] or ""
        row.due, row.due_inclusive = entry["due"] or "", entry["due_inclusive"]
        row.quarter = entry["quarter"]
        row.save()


def add_campaign_rules(campaign, entries, clauses) -> None:
    for entry, row in rows(CampaignRule, campaign, entries, clauses):
        row.kind, row.text = entry["kind"], entry["text"]
        row.award_type = award_type(entry.get("award"))
        row.save()


def add_objectives(campaign, entries, clauses) -> None:
    for entry, row in rows(Objective, campaign, entries, clauses):
        row.indicator, row.change, row.measure_unit = entry["indicator"], entry["change"], entry["unit"]
        row.baseline, row.text = entry["baseline"], entry["text"]
        row.save()
