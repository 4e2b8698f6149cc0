"""What waits at a reviewing level: one line for each plan and state, with the number behind it."""

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse

from campaigns.enums import CampaignState
from campaigns.models import Campaign
from nominations.enums import RegistrationState
from nominations.enums import StageState as S
from nominations.models import DossierEvent, DossierStage, Registration
from nominations.permissions import OWN_ACTS, interests
from units.enums import Role
from units.models import Appointment, Membership

from .items import TaskItem, review_due, task
from .running import running

OFFICER = {
    S.ARRIVED: ("receive", "Tiếp nhận {} hồ sơ mới đến"),
    S.RESUBMITTED: ("receive", "Kiểm tra {} hồ sơ đã bổ sung"),
    S.RECEIVED: ("appraise", "Thẩm định {} hồ sơ"),
    S.ELIGIBLE: ("agenda", "Đưa {} hồ sơ đủ điều kiện ra Hội đồng"),
    S.ON_HOLD: ("resume", "Xem lại {} hồ sơ đang tạm dừng xét"),
}
HEAD = {S.COUNCIL_APPROVED: ("propose", "Trình ký {} hồ sơ Hội đồng đã đề nghị")}


def stage_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Dossiers at the levels one works for; one's own cases are left to colleagues."""
    for units, words in (
        (office_units(user, on), OFFICER),
        (user.acting_unit_ids(on, [Role.OFFICE_HEAD]), HEAD),
    ):
        if not units:
            continue
        waiting = DossierStage.objects.filter(level__gte=1, unit__in=units, state__in=words)
        yield from lines(not_own(waiting, user, on), words, on)


def office_units(user, on: dt.date) -> list[int]:
    """Where one appraises: as an officer, or as the head of an office that has none."""
    held = set(user.acting_unit_ids(on, [Role.OFFICER]))
    headed = set(user.acting_unit_ids(on, [Role.OFFICE_HEAD])) - held
    officers = Membership.objects.on(on).filter(unit__in=headed, role=Role.OFFICER, user__is_active=True)
    return sorted(held | (headed - set(officers.values_list("unit", flat=True))))


def not_own(stages, user, on: dt.date):
    """The same as `nominations.permissions.is_own_case`, for many rows in one query."""
    people, users = interests(user, on).values()
    acted = DossierEvent.objects.filter(dossier=OuterRef("dossier"), by__in=users, action__in=OWN_ACTS)
    headed = Appointment.objects.on(on).filter(
        person__in=people, is_head=True, unit=OuterRef("dossier__collective")
    )
    own = Q(dossier__created_by__in=users) | Exists(acted) | Exists(headed)
    if people:
        own |= Q(dossier__person__in=people, dossier__person__isnull=False)
    return stages.exclude(own)


def lines(stages, words: dict, on: dt.date) -> Iterator[TaskItem]:
    """One task for each state, plan and level, in the order of the work."""
    counted = stages.values_list("state", "dossier__campaign", "unit").annotate(n=Count("pk")).order_by()
    order = list(words)
    found = sorted(
        ((S(state), *rest) for state, *rest in counted), key=lambda row: (order.index(row[0]), row)
    )
    campaigns = running({campaign for _, campaign, *_ in found})
    for state, pk, unit, number in found:
        if pk in campaigns:
            yield line(words[state], campaigns[pk], number, where_to(state, pk, unit), on)


def line(words: tuple[str, str], campaign: Campaign, number: int, url: str, on: dt.date) -> TaskItem:
    kind, title = words
    due = review_due(campaign)
    return task(kind, title.format(number), url, campaign.title, on=on, due=due, campaign=campaign)


def where_to(state: S, campaign: int, unit: int) -> str:
    """The page for the step; for the officer's own work the back office's list, filtered."""
    if state == S.COUNCIL_APPROVED:
        return reverse("nominations:propose", args=[campaign])
    if state == S.PROPOSED:
        return reverse("nominations:decision-new", args=[campaign, unit])
    return back_office("dossierstage", state=state.value, campaign=campaign)


def back_office(model: str, **filters) -> str:
    return f"{reverse(f'admin:nominations_{model}_changelist')}?{urlencode(filters)}"


def decision_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Proposed for signing and in no decision: the decision is to be drawn up."""
    units = user.acting_unit_ids(on, [Role.OFFICE_HEAD])
    if not units:
        return
    waiting = DossierStage.objects.filter(state=S.PROPOSED, unit__in=units, decision__isnull=True)
    yield from lines(waiting, {S.PROPOSED: ("prepare", "Lập quyết định khen thưởng cho {} hồ sơ")}, on)


def registration_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Registrations sent to the office that launched the plan."""
    units = office_units(user, on)
    if not units:
        return
    sent = Registration.objects.filter(
        state=RegistrationState.SUBMITTED,
        campaign__issuer__in=units,
        campaign__state=CampaignState.LAUNCHED,
    )
    people, users = interests(user, on).values()
    sent = sent.exclude(created_by__in=users).exclude(person__isnull=False, person__in=people)
    counts = dict(sent.values_list("campaign").annotate(n=Count("pk")).order_by())
    for campaign in running(counts).values():
        yield task(
            "accept",
            f"Tiếp nhận {counts[campaign.pk]} đăng ký thi đua",
            back_office("registration", state=RegistrationState.SUBMITTED.value, campaign=campaign.pk),
            campaign.title,
            on=on,
            campaign=campaign,
        )
