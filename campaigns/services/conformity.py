"""Kiểm tra thể thức of one plan: its rows as plain values, judged by the pure rules."""

import datetime as dt

from campaigns.conformity import BLOCKS, Check, Dated, Line, PlanForm, form_checks
from campaigns.dates import Limit, last_day
from campaigns.enums import CampaignKind, NoteKind, RegistrationMode
from campaigns.facts.clauses import by_pk, clause_of, rows
from campaigns.facts.inheritance import unresolved
from campaigns.facts.page import INHERITED
from campaigns.models import Campaign
from thiduakt.errors import Refused
from units.facts import COLLECTIVE_BODIES, signature_lines
from units.models import Person

# What the flow asks by guards of its own: said once.
ASKED_ELSEWHERE = frozenset({"issuer", "text", "signer", "doubts"})


def checks_of(campaign: Campaign, on: dt.date) -> list[Check]:
    """The lines of the check as of a day; `on` is the day on which it would be issued."""
    return form_checks(plan_form(campaign, on))


def blocking(campaign: Campaign, on: dt.date) -> list[str]:
    """Sentences for what keeps the plan from going on and no other guard asks."""
    found = checks_of(campaign, on)
    return [row.say for row in found if row.outcome == BLOCKS and row.key not in ASKED_ELSEWHERE]


def plan_form(campaign: Campaign, on: dt.date) -> PlanForm:
    issuer = campaign.issuer
    return PlanForm(
        on=on,
        title=campaign.title,
        year=campaign.year,
        work_plan=campaign.kind == CampaignKind.ANNUAL_PLAN,
        issuer=issuer.name if issuer else "",
        symbol=issuer.symbol if issuer else "",
        place=(issuer.place_name if issuer else "") or campaign.document.get("place") or "",
        grounds=grounds(campaign),
        bases=[Dated(row.reference, row.dated, path(row)) for row in rows(campaign, "legalbasis_set")],
        clauses=lines(campaign),
        recipients=[row.text for row in campaign.recipients.all()],
        open_doubts=sum(note.kind == NoteKind.DOUBT and not note.accepted for note in campaign.notes.all()),
        unresolved=[(INHERITED.get(r.what, r.what), r.reference, path(r)) for r in unresolved(campaign)],
        **signing(campaign, on),
        **dates(campaign),
        **numbers(campaign),
    )


def path(row) -> str:
    return row.clause.path if row.clause_id else ""


def lines(campaign: Campaign) -> list[Line]:
    found = list(by_pk(campaign).values())
    paths = {clause.pk: clause.path for clause in found}
    return [Line(row.path, row.label, row.words, paths.get(row.parent_id, "")) for row in found]


def grounds(campaign: Campaign) -> list[str]:
    """The paragraphs of the preamble that give a ground."""
    named = {row.paragraph for row in campaign.legalbasis_set.all() if row.paragraph is not None}
    return [text for text in campaign.preamble if text.strip().startswith("Căn cứ")] or [
        text for place, text in enumerate(campaign.preamble) if place in named
    ]


def signing(campaign: Campaign, on: dt.date) -> dict:
    name = campaign.signatory.get("name") or ""
    said = {"signer": name, "lines": list(campaign.signatory.get("lines") or [])}
    people = Person.objects.filter(appointments__unit=campaign.issuer_id, full_name=name).distinct()
    known = name and campaign.issuer_id and getattr(campaign, "has_signer", True)
    person = people.first() if known else None
    if person is None:
        return said
    try:
        collective = campaign.issuer.kind in COLLECTIVE_BODIES
        return said | {"expected_lines": signature_lines(campaign.issuer, person, on, collective=collective)}
    except Refused as refused:
        return said | {"signer_refusal": refused.reasons[0]}


def dates(campaign: Campaign) -> dict:
    until = Limit(on=campaign.period_until, inclusive=campaign.period_until_inclusive)
    clause = clause_of(campaign, campaign.period_clause_id)
    ended = Dated("thi đua đến", last_day(until), clause.path if clause else "")
    return {
        "period": ended if campaign.period_until else None,
        "deadlines": [
            Dated(row.get_what_display().lower(), last_day(row.limit()), path(row), row.what)
            for row in rows(campaign, "deadline_set")
        ],
        "tasks": [
            Dated(f"nhiệm vụ {row.number}", last_day(row.limit()), path(row))
            for row in rows(campaign, "task_set")
        ],
    }


def numbers(campaign: Campaign) -> dict:
    return {
        "registration_demanded": campaign.registration_mode != RegistrationMode.NONE,
        "awards": len(campaign.campaignaward_set.all()),
        "quotas": len(campaign.quota_set.all()),
        "parts": len(campaign.partrequirement_set.all())
        or len([r for r in campaign.inheritance_set.all() if r.what == "dossier_parts"]),
    }
