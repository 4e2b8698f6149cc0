"""Which of a plan's pools are asked of the level above, and which wait for its answer."""

from campaigns.enums import CampaignState, QuotaKind
from campaigns.models import Campaign, Quota
from nominations.enums import SubmissionState
from nominations.models import PlaceRequest, Submission
from units.models import Unit

from .registration_lists import UNDER_WAY


def pools_to_ask(campaign: Campaign, unit: Unit) -> list[Quota]:
    """What the plan asks upward and no list has asked yet; only the organising unit asks."""
    rows = unasked([unit.pk]).filter(campaign=campaign)
    return list(rows.select_related("clause__campaign").prefetch_related("awards"))


def pool_words(quota: Quota) -> str:
    """`Cá nhân, Bằng khen`."""
    names = " và ".join(award.name for award in quota.awards.all())
    return f"{quota.get_group_display()}{f', {names}' if names else ''}"


def asked_words(quota: Quota, number: int) -> str:
    """`02 cá nhân, Bằng khen (Mục III.1)`."""
    words, clause = pool_words(quota), f" ({quota.clause.citation})" if quota.clause else ""
    return f"{number:02d} {words[0].lower()}{words[1:]}{clause}"


def asked_in_letter(submission: Submission) -> dict[int, int]:
    """The number asked for by the key of the pool, as the list's letter has it."""
    snapshot = submission.paper.snapshot if submission.paper else {}
    return {int(key): number for key, number in snapshot.get("asked", {}).items()}


def unasked(units):
    """What running plans of some offices ask of the level above, and no list has asked for yet."""
    asked = PlaceRequest.objects.filter(submission__state__in=UNDER_WAY).values("quota")
    running = {"campaign__issuer__in": units, "campaign__state": CampaignState.LAUNCHED}
    return Quota.objects.filter(kind=QuotaKind.REQUESTED, **running).exclude(pk__in=asked)


def awaited(units):
    """Asked by some offices, sent up, not answered yet."""
    rows = PlaceRequest.objects.filter(submission__unit__in=units, granted__isnull=True)
    return rows.exclude(submission__state__in=[SubmissionState.DRAFT, SubmissionState.RETURNED])
