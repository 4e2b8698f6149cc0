"""Registrations as they climb: what a unit may send, what a level answers for, what goes on above it."""

import datetime as dt

from django.db.models import QuerySet

from campaigns.models import Campaign
from nominations.enums import RegistrationState, SubmissionState
from nominations.models import Registration, Submission
from units.models import Unit

from .authority import Authority

OPEN = (RegistrationState.DRAFT, RegistrationState.SUBMITTED, RegistrationState.CHANGES_REQUESTED)
# A list that was sent and not sent back.
UNDER_WAY = (SubmissionState.SENT, SubmissionState.RECEIVED)
RELATED = ("campaign", "award_type", "person", "collective", "unit")


def in_order(rows: QuerySet) -> QuerySet:
    """Collectives, then individuals by given name, as a list names them."""
    ordered = rows.order_by("group", "collective__sort_key", "person__sort_key", "pk")
    return ordered.select_related(*RELATED).prefetch_related("person__appointments__unit")


def to_send(campaign: Campaign, unit: Unit) -> QuerySet:
    """What a unit's next list may name: everything of it that no list has on its way and nobody accepted."""
    on_their_way = Submission.objects.of_registrations().filter(
        campaign=campaign, unit=unit, level=0, state=SubmissionState.SENT
    )
    rows = Registration.objects.filter(campaign=campaign, unit=unit, state__in=OPEN)
    return in_order(rows.exclude(lists__in=on_their_way))


def held_by(campaign: Campaign, unit: Unit) -> QuerySet:
    """What a level answers for: the organising unit what it accepted, above it what came in lists it took."""
    rows = Registration.objects.filter(campaign=campaign, state=RegistrationState.ACCEPTED)
    if campaign.issuer_id != unit.pk:
        taken = received_lists(campaign, unit).filter(state=SubmissionState.RECEIVED)
        rows = rows.filter(lists__in=taken).distinct()
    return in_order(rows)


def received_lists(campaign: Campaign, unit: Unit) -> QuerySet:
    """Every list of registrations that reached a unit under a plan."""
    rows = Submission.objects.of_registrations().filter(campaign=campaign, to_unit=unit)
    return rows.exclude(state=SubmissionState.DRAFT)


def to_send_up(campaign: Campaign, unit: Unit, on: dt.date) -> list[Registration]:
    """Of what a level answers for: awards above its authority, in no list to the level above yet."""
    sent = Submission.objects.of_registrations().filter(
        campaign=campaign, unit=unit, level__gte=1, state__in=UNDER_WAY
    )
    authority = Authority([unit], on)
    rows = held_by(campaign, unit).exclude(lists__in=sent)
    return [row for row in rows if not authority.confers(row, unit.pk)]


def level_of(campaign: Campaign, unit: Unit) -> int:
    """The level at which a unit sends on: 1 for the organising unit, above it one more than what it took."""
    if campaign.issuer_id == unit.pk:
        return 1
    levels = received_lists(campaign, unit).values_list("level", flat=True)
    return max(levels, default=0) + 1
