"""What the pages of a list of registrations show: whom it names, its paper, who does what next."""

import datetime as dt
from dataclasses import dataclass

from campaigns.enums import DeadlineKind
from campaigns.facts.late import too_late
from campaigns.models import Campaign
from documents.enums import DocumentState
from nominations.enums import SubmissionState
from nominations.facts.place_requests import asked_in_letter, asked_words, pool_words, pools_to_ask
from nominations.facts.registration_lists import held_by, in_order, received_lists, to_send_up
from nominations.facts.words import submission_story
from nominations.flow import LIST_FLOW
from nominations.models import Registration, Submission
from nominations.permissions import APPRAISERS
from nominations.services.letters import list_in_letter, too_late_above, written_letter
from nominations.services.place_requests import why_not_answer
from nominations.services.registration_lists import may_name
from thiduakt.clock import database_now
from units.enums import REVIEW_ROLES, UNIT_ROLES, Role
from units.models import Unit

from .forwarding_page import head_first


@dataclass(frozen=True)
class Part:
    """Collectives or individuals of a list."""

    words: str
    rows: list[Registration]


def parts_of(rows: list[Registration]) -> list[Part]:
    groups = {row.group: row.get_group_display() for row in rows}
    return [Part(words, [row for row in rows if row.group == group]) for group, words in groups.items()]


def list_page(submission: Submission, user, on: dt.date) -> dict:
    """The context of the page of one list."""
    draft = submission.state == SubmissionState.DRAFT
    rows = may_name(submission, on) if draft else list(in_order(submission.registrations.all()))
    return {
        "submission": submission,
        "draft": draft,
        "parts": parts_of(rows),
        "count": len(rows),
        "named": set(list_in_letter(submission) or []),
        "story": submission_story(submission),
        **places(submission, draft),
        "readable": readable(rows, user, on),
        **offers(submission, draft, user, on),
    }


def places(submission: Submission, draft: bool) -> dict:
    """The places asked of the level above: those that may be asked with a draft, those asked and granted."""
    free = pools_to_ask(submission.campaign, submission.unit) if draft and submission.level else []
    said = asked_in_letter(submission)
    sent = submission.requests.select_related("quota__clause__campaign").prefetch_related("quota__awards")
    return {
        "pools": [(pool, pool_words(pool), said.get(pool.pk, "" if said else pool.limit)) for pool in free],
        "requests": [] if draft else [(row, pool_words(row.quota)) for row in sent],
    }


def offers(submission: Submission, draft: bool, user, on: dt.date) -> dict:
    """The paper, and what the reader may do next with the list, at the unit that sends or that receives."""
    held = user.roles_at(submission.unit_id, on)
    writers = APPRAISERS if submission.level else set(UNIT_ROLES)
    senders = {Role.RECORDS} if submission.level else set(UNIT_ROLES)
    paper = written_letter(submission)
    approved = bool(paper) and paper.state == DocumentState.APPROVED
    return {
        "paper": paper,
        "late": lateness(submission) if draft else "",
        "steps": LIST_FLOW.available(submission.state, user.roles_at(submission.to_unit_id, on)),
        "signers": head_first(submission.unit, on) if draft and submission.level else [],
        "writes": draft and bool(held & writers),
        "answers": not draft and not why_not_answer(submission, user, on),
        "sends": draft and approved and bool(held & senders),
    }


def readable(rows: list[Registration], user, on: dt.date) -> set[int]:
    """Those whose own page the reader may open."""
    found = Registration.objects.visible_to(user, on).filter(pk__in=[row.pk for row in rows])
    return set(found.values_list("pk", flat=True))


def lateness(submission: Submission) -> str:
    """The deadline that stands against sending; empty in time or where the unit was let send late."""
    what = DeadlineKind.REGISTRATION
    if submission.level:
        return too_late_above(submission, what, database_now())
    said = too_late(submission.campaign, what, submission.unit_id, database_now(), "hết hạn đăng ký")
    return said or ""


def summary_page(campaign: Campaign, unit: Unit, user, on: dt.date) -> dict:
    """What a level holds of all units: lists that came, registrations it answers for, what waits to go up."""
    rows, upward = list(held_by(campaign, unit)), to_send_up(campaign, unit, on)
    lists = received_lists(campaign, unit).select_related("unit", "paper").order_by("unit__sort_key", "pk")
    return {
        "campaign": campaign,
        "unit": unit,
        "lists": lists,
        "parts": parts_of(rows),
        "count": len(rows),
        "missing": missing(campaign, unit, {row.unit_id for row in lists}),
        "upward": upward,
        "to_ask": [asked_words(pool, pool.limit) for pool in pools_to_ask(campaign, unit)],
        "above": sent_on(campaign, unit),
        "forwards": bool(user.roles_at(unit.pk, on) & APPRAISERS),
    }


def sent_on(campaign: Campaign, unit: Unit):
    """The level's own lists to the level above it."""
    rows = Submission.objects.of_registrations().filter(campaign=campaign, unit=unit, level__gte=1)
    return rows.select_related("to_unit", "paper").order_by("pk")


def missing(campaign: Campaign, unit: Unit, sent: set[int]) -> list[Unit]:
    """Units that take part in the plan and have sent this level no list."""
    if campaign.issuer_id != unit.pk:
        return []
    taking = Unit.objects.filter(pk__in=campaign.participations.values("unit")).exclude(pk__in=sent)
    return list(taking.order_by("sort_key"))


def summaries(user, on: dt.date) -> list[tuple[Campaign, Unit]]:
    """The plans of which a level that the reader works for holds registrations, newest first."""
    offices = user.reading_unit_ids(on, REVIEW_ROLES)
    lists = Submission.objects.of_registrations().filter(to_unit__in=offices)
    pairs = lists.exclude(state=SubmissionState.DRAFT).values_list("campaign", "to_unit")
    own = Registration.objects.filter(campaign__issuer__in=offices, state="accepted")
    keys = {*pairs, *own.order_by().values_list("campaign", "campaign__issuer").distinct()}
    campaigns = Campaign.objects.in_bulk({campaign for campaign, _ in keys})
    units = Unit.objects.in_bulk({unit for _, unit in keys})
    return [(campaigns[campaign], units[unit]) for campaign, unit in sorted(keys, reverse=True)]
