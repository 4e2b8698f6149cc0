"""A campaign back to the plan JSON: what was loaded comes out equal, and a clone starts from it."""

from campaigns.enums import CampaignKind, RuleKind
from campaigns.models import Campaign

KINDS = {CampaignKind.ANNUAL_PLAN: "annual_plan"}


def export_campaign(campaign: Campaign) -> dict:
    """The object of the plan JSON, all keys, in reading order."""
    return {
        "kind": KINDS.get(campaign.kind, "campaign"),
        "document": campaign.document,
        "issuer": campaign.issuer_as_written or None,
        "title": campaign.title,
        "year": campaign.year,
        "preamble": campaign.preamble,
        "legal_bases": [basis(row) for row in ruled(campaign.legalbasis_set)],
        "clauses": [clause(row) for row in campaign.clauses.order_by("order")],
        "targets": [target(row) for row in ruled(campaign.targetgroup_set)],
        "criteria": criteria(campaign),
        "period": period(campaign),
        "registration": registration(campaign),
        "awards": [award(row) for row in ruled(campaign.campaignaward_set)],
        "quotas": quotas(campaign),
        "dossier_parts": [plain(row, "name", "per") for row in ruled(campaign.partrequirement_set)],
        "deadlines": [deadline(row) for row in ruled(campaign.deadline_set)],
        "tasks": [task(row) for row in ruled(campaign.task_set)],
        "rules": [rule(row) for row in ruled(campaign.campaignrule_set)],
        "inherits": [plain(row, "what", "reference") for row in ruled(campaign.inheritance_set)],
        "objectives": [objective(row) for row in ruled(campaign.objective_set)],
        "funding": [plain(row, "what", "text") for row in ruled(campaign.funding_set)],
        "recipients": [row.text for row in campaign.recipients.all()],
        "signatory": campaign.signatory,
        "notes": [
            {"kind": note.kind, "text": note.text, "clause": path(note), "why": note.why}
            for note in campaign.notes.select_related("clause")
        ],
    }


def ruled(rows):
    return rows.select_related("clause").order_by("order", "pk")


def path(row) -> str | None:
    return row.clause.path if row.clause_id else None


def plain(row, *names: str) -> dict:
    return {**{name: getattr(row, name) for name in names}, "clause": path(row)}


def iso(day) -> str | None:
    return day.isoformat() if day else None


def clause(row) -> dict:
    return {
        "path": row.path,
        "label": row.label or None,
        "heading": row.heading or None,
        "text": row.text or None,
    }


def basis(row) -> dict:
    return {
        "reference": row.reference or None,
        "dated": iso(row.dated),
        "text": row.text,
        "relation": row.relation,
        "clause": path(row),
        "paragraph": row.paragraph,
    }


def target(row) -> dict:
    return plain(row, "group", "text")


def criteria(campaign: Campaign) -> list[dict]:
    if not campaign.checklist_id:
        return []
    found = campaign.checklist.criteria.select_related("clause_link__clause")
    return [
        {
            "group": row.group,
            "text": row.text,
            "clause": row.clause_link.clause.path,
            "measures": row.measures,
            "disqualifiers": row.disqualifiers,
        }
        for row in found
    ]


def period(campaign: Campaign) -> dict:
    return {
        "from": iso(campaign.period_from),
        "from_issue": campaign.period_from_issue,
        "until": iso(campaign.period_until),
        "until_inclusive": campaign.period_until_inclusive if campaign.period_until else None,
        "clause": campaign.period_clause.path if campaign.period_clause_id else None,
    }


def registration(campaign: Campaign) -> dict:
    """The demand, with its date when the plan names one."""
    due = campaign.deadline_set.filter(what="registration").first()
    demanded = campaign.registration_mode != "none"
    return {
        "required": demanded,
        "to": campaign.registration_to or None,
        "deadline": due.on if due else None,
        "inclusive": due.inclusive if due else None,
        "clause": campaign.registration_clause.path if campaign.registration_clause_id else None,
    }


def award(row) -> dict:
    return {
        "form": row.form,
        "type": row.award_type.code if row.award_type_id else None,
        "authority": row.authority or None,
        "clause": path(row),
    }


def quotas(campaign: Campaign) -> list[dict]:
    """Pools name the plan's own forms, which the awards tie to the catalogue."""
    forms = {row.award_type_id: row.form for row in campaign.campaignaward_set.all()}
    return [
        {
            "forms": [forms.get(award.pk, award.code) for award in sorted_by_plan(row, forms)],
            "group": row.group,
            "limit": row.limit,
            "kind": row.kind,
            "clause": path(row),
        }
        for row in ruled(campaign.quota_set)
    ]


def sorted_by_plan(quota, forms: dict) -> list:
    order = list(forms)
    return sorted(quota.awards.all(), key=lambda award: order.index(award.pk) if award.pk in order else 99)


def deadline(row) -> dict:
    return {
        "what": row.what,
        "on": row.on,
        "time": row.time.strftime("%H:%M") if row.time else None,
        "inclusive": row.inclusive,
        "recurring": row.recurring,
        "to": row.to or None,
        "text": row.text,
        "clause": path(row),
    }


def task(row) -> dict:
    return {
        "number": row.number,
        "clause": path(row),
        "text": row.text,
        "owners_text": row.owners_text or None,
        "owners": row.owners,
        "due": row.due or None,
        "due_inclusive": row.due_inclusive,
        "due_text": row.due_text or None,
        "quarter": row.quarter,
    }


def rule(row) -> dict:
    found = {"kind": row.kind, "text": row.text, "clause": path(row)}
    if row.kind == RuleKind.INITIATIVE:
        found["award"] = row.award_type.code if row.award_type_id else None
    return found


def objective(row) -> dict:
    return {
        "indicator": row.indicator,
        "change": row.change,
        "unit": row.measure_unit,
        "baseline": row.baseline,
        "text": row.text,
        "clause": path(row),
    }
