"""Lists of registrations: to finish and send, to receive, to send on to the level above."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from django.urls import reverse

from campaigns.enums import CampaignState
from nominations.enums import RegistrationState, SubmissionState
from nominations.facts.authority import Authority
from nominations.facts.place_requests import awaited, unasked
from nominations.facts.registration_lists import UNDER_WAY
from nominations.models import Registration, Submission
from nominations.services.effects import has_office
from units.models import Unit

from .items import TaskItem, registration_due, task
from .office import office_units
from .running import running
from .unit import sending_units

Named = Registration.lists.through


def writing_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """A unit's list that was begun and not sent."""
    units = sending_units(user, on)
    if not units:
        return
    rows = Submission.objects.of_registrations().filter(
        state=SubmissionState.DRAFT, level=0, unit__in=units, campaign__state=CampaignState.LAUNCHED
    )
    rows = list(rows.select_related("unit").order_by("pk"))
    campaigns = running({row.campaign_id for row in rows})
    for row in rows:
        campaign = campaigns.get(row.campaign_id)
        if campaign:
            yield task(
                "register",
                "Hoàn thiện và gửi danh sách đăng ký thi đua",
                row.get_absolute_url(),
                f"{campaign.title}: danh sách của {row.unit}",
                on=on,
                due=registration_due(campaign),
                campaign=campaign,
            )


def receiving_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Lists that wait for an answer at the offices one works for, those of one plan in one line."""
    units = office_units(user, on)
    if not units:
        return
    rows = Submission.objects.of_registrations().filter(state=SubmissionState.SENT, to_unit__in=units)
    keys = Counter(rows.values_list("campaign", "to_unit"))
    yield from lines("accept", "Tiếp nhận {} danh sách đăng ký thi đua", keys, on)


def upward_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Registrations that one's level holds and may not decide on: their list goes to the level above."""
    units = office_units(user, on)
    if not units:
        return
    held = set(held_by(units))
    sent = Named.objects.filter(
        submission__unit__in=units, submission__level__gte=1, submission__state__in=UNDER_WAY
    )
    waiting = held - set(sent.values_list("registration", "submission__unit")) if held else set()
    rows = Registration.objects.in_bulk({pk for pk, _ in waiting})
    authority = Authority(Unit.objects.filter(pk__in={unit for _, unit in waiting}), on)
    up = [(rows[pk].campaign_id, unit) for pk, unit in waiting if not authority.confers(rows[pk], unit)]
    yield from lines("forward", "Trình cấp trên {} đăng ký thi đua", Counter(up), on)


def answer_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Places to be asked of the level above; its answer, once it has the list, is to be recorded."""
    units = office_units(user, on)
    if not units:
        return
    wanted = Counter(unasked(units).values_list("campaign", "campaign__issuer"))
    yield from lines("forward", "Đăng ký với cấp trên {} số lượng của kế hoạch", wanted, on)
    lists = [row.submission for row in awaited(units).select_related("submission__to_unit")]
    keys = Counter((one.campaign_id, one.unit_id) for one in lists if not with_them(one, on))
    yield from lines("answer", "Ghi trả lời của cấp trên cho {} số lượng đã đăng ký", keys, on)


def with_them(submission: Submission, on: dt.date) -> bool:
    """Whether the list waits at an office that has not received it yet."""
    return submission.state == SubmissionState.SENT and has_office(submission.to_unit, on)


def held_by(units: list[int]) -> Iterator[tuple[int, int]]:
    """(registration, unit) of what each of some levels accepted, or took with a list."""
    rows = Registration.objects.filter(
        state=RegistrationState.ACCEPTED, campaign__state=CampaignState.LAUNCHED
    )
    yield from rows.filter(campaign__issuer__in=units).order_by().values_list("pk", "campaign__issuer")
    taken = Named.objects.filter(
        submission__to_unit__in=units,
        submission__level__gte=1,
        submission__state=SubmissionState.RECEIVED,
        registration__in=rows,
    )
    yield from taken.values_list("registration", "submission__to_unit")


def lines(kind: str, words: str, keys: Counter, on: dt.date) -> Iterator[TaskItem]:
    campaigns = running({campaign for campaign, _ in keys})
    for (pk, unit), count in sorted(keys.items()):
        if campaign := campaigns.get(pk):
            url = reverse("nominations:registration-summary", args=[pk, unit])
            yield task(kind, words.format(count), url, campaign.title, on=on, campaign=campaign)
