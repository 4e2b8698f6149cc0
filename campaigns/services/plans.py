"""A draft campaign from the object that describes a plan, every rule tied to its clause."""

from django.db import transaction

from campaigns.enums import CampaignKind, CampaignState, HeadFact, RegistrationMode, RuleKind
from campaigns.models import Campaign, CampaignEvent, Clause
from campaigns.permissions import OFFICE, may_edit
from campaigns.plan_text.reading.dates import first_day, last_day
from criteria.models import Checklist
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.events.base import append
from units.models import Person, Unit

from .locking import lock_campaign
from .rules import add_rules
from .text import add_clauses, add_notes, add_recipients, clause_of

# What a person decides by choosing who issues and who signs.
CHOSEN = {HeadFact.ISSUER, HeadFact.SIGNATORY}
KINDS = {"campaign": CampaignKind.THEMATIC, "annual_plan": CampaignKind.ANNUAL_PLAN}


@transaction.atomic
def create_campaign(data: dict, *, issuer: Unit | None, by) -> Campaign:
    """The draft of a plan. `data` is the plan JSON; blanks stay blank, words stay as written.

    `issuer` is the unit that the name means, None when it is unknown or not chosen yet. Raises
    Refused when the object names a clause that it does not hold.
    """
    checklist = Checklist.objects.create(title=data["title"], year=data["year"]) if data["criteria"] else None
    campaign = Campaign.objects.create(checklist=checklist, issuer=issuer, created_by=by, **head(data))
    clauses = add_clauses(campaign, data["clauses"])
    add_rules(campaign, data, clauses)
    add_recipients(campaign, data["recipients"])
    add_notes(campaign, data["notes"], clauses)
    campaign.period_clause = clause_of(clauses, data["period"]["clause"])
    campaign.registration_clause = registration_clause(data, clauses)
    campaign.save(update_fields=["period_clause", "registration_clause"])
    # The JSON's dates are text: what is handed on holds days.
    campaign.refresh_from_db()
    return campaign


def head(data: dict) -> dict:
    """The columns of the campaign itself."""
    period = data["period"]
    return {
        "kind": KINDS[data["kind"]],
        "title": data["title"],
        "year": data["year"],
        "issuer_as_written": data["issuer"] or "",
        "document": data["document"],
        "preamble": data["preamble"],
        "signatory": data["signatory"],
        "parent_reference": parent_reference(data["legal_bases"]),
        "period_from": first_day(period["from"]),
        "period_from_issue": period["from_issue"],
        "period_until": last_day(period["until"]),
        "period_until_inclusive": period["until_inclusive"] is not False,
        "registration_mode": registration_mode(data),
        "registration_to": data["registration"]["to"] or "",
    }


def parent_reference(bases: list[dict]) -> str:
    return next((base["reference"] for base in bases if base["relation"] == "parent_plan"), None) or ""


def registration_mode(data: dict) -> str:
    """A rule with a consequence blocks; a demand without one reminds; otherwise it is only possible."""
    if any(rule["kind"] == RuleKind.REGISTRATION for rule in data["rules"]):
        return RegistrationMode.BLOCK
    return RegistrationMode.WARN if data["registration"]["required"] else RegistrationMode.NONE


def registration_clause(data: dict, clauses: dict[str, Clause]) -> Clause | None:
    rule = next((rule for rule in data["rules"] if rule["kind"] == RuleKind.REGISTRATION), None)
    return clause_of(clauses, data["registration"]["clause"] or (rule and rule["clause"]))


def locked_draft(pk: int, by) -> Campaign:
    """The draft, locked, for its office. Raises Refused for others and once the plan is no draft."""
    campaign = lock_campaign(pk)
    if not may_edit(campaign, by, vietnam_day(database_now())):
        raise Refused("Chỉ cơ quan soạn thảo kế hoạch được sửa bản soạn thảo.")
    if campaign.state != CampaignState.DRAFT:
        raise Refused("Kế hoạch không còn là bản soạn thảo nên không sửa được.")
    return campaign


@change
def start_plan(*, title: str, year: int, kind: str, issuer: Unit, by) -> Campaign:
    """The draft of a plan that is written here: a head, nothing else yet."""
    if not by.roles_at(issuer.pk, vietnam_day(database_now())) & OFFICE:
        raise Refused(f"Anh/chị không soạn thảo kế hoạch cho {issuer.name}.")
    names = ("number", "symbol", "place", "day", "month")
    written = {"type": "KH", **dict.fromkeys(names), "year": year}
    signatory = {"lines": [], **dict.fromkeys(("capacity", "on_behalf_of", "position", "name"))}
    head = {"title": title, "year": year, "kind": kind, "issuer": issuer, "issuer_as_written": issuer.name}
    return Campaign.objects.create(**head, document=written, signatory=signatory, created_by=by)


@change
def set_head(campaign: Campaign, *, issuer: Unit, signer: Person, lines: list[str], by) -> Campaign:
    """Who issues a draft and who signs it; `lines` stand above the name as they will be printed."""
    campaign = locked_draft(campaign.pk, by)
    if not by.roles_at(issuer.pk, vietnam_day(database_now())) & OFFICE:
        raise Refused(f"Anh/chị không soạn thảo kế hoạch cho {issuer.name}.")
    blank = dict.fromkeys(("capacity", "on_behalf_of"))
    campaign.issuer = issuer
    campaign.signatory = {"lines": lines, "position": lines[-1], "name": signer.full_name} | blank
    campaign.unchecked_head = [fact for fact in campaign.unchecked_head if fact not in CHOSEN]
    campaign.save(update_fields=["issuer", "signatory", "unchecked_head"])
    log(campaign, "set_head", by=by, note=f"{issuer.name}: {', '.join(lines)} {signer.full_name}")
    return campaign


def log(
    campaign: Campaign,
    action: str,
    *,
    by,
    at=None,
    was: str = "",
    note: str = "",
    data=None,
    roles=OFFICE,
    unit: int | None = None,
) -> None:
    """One row of the campaign's trail; `roles` are those that allow the act at the issuing body.

    `unit`: another body for which it is done; its own membership then comes first.
    """
    at = at or database_now()
    on = vietnam_day(at)
    places = [unit, campaign.issuer_id] if unit else [campaign.issuer_id]
    found = (by.membership_for(place, roles, on) for place in places) if by else ()
    membership = next((held for held in found if held), None)
    append(
        CampaignEvent,
        campaign,
        action=action,
        by=by,
        membership=membership,
        at=at,
        from_state=was or campaign.state,
        to_state=campaign.state,
        note=note,
        data=data or {},
    )
