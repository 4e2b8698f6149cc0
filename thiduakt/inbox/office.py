"""What waits at a reviewing level: one line for each plan and state, with the number behind it."""

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse

from campaigns.enums import CampaignState
from campaigns.models import Campaign
from nominations.enums import RegistrationState, SubmissionState
from nominations.enums import StageState as S
from nominations.facts.authority import Authority
from nominations.models import DossierEvent, DossierStage, Registration
from nominations.permissions import OWN_ACTS, interests
from units.enums import Role
from units.models import Appointment, Membership

from .items import TaskItem, review_due, task
from .many import with_campaign
from .running import running

OFFICER = {
    S.ARRIVED: ("receive", "Tiếp nhận {} hồ sơ mới đến"),
    S.RESUBMITTED: ("receive", "Kiểm tra {} hồ sơ đã bổ sung"),
    S.RECEIVED: ("appraise", "Thẩm định {} hồ sơ"),
    S.ELIGIBLE: ("agenda", "Đưa {} hồ sơ đủ điều kiện ra Hội đồng"),
    S.ON_HOLD: ("resume", "Xem lại {} hồ sơ đang tạm dừng xét"),
}
NAMED = {S.ARRIVED: "Tiếp nhận", S.RESUBMITTED: "Kiểm tra", S.RECEIVED: "Thẩm định"}
HEAD = {S.COUNCIL_APPROVED: ("propose", "Trình ký {} hồ sơ Hội đồng đã đề nghị")}
UPWARD = {S.COUNCIL_APPROVED: ("forward", "Lập tờ trình, trình cấp trên {} hồ sơ")}
# Of what one's level has sent up: what the level above waits for, or answers on paper.
ABOVE = {
    S.CHANGES_REQUESTED: ("supplement", "Cấp trên yêu cầu bổ sung {} hồ sơ đã trình"),
    S.AWAITED: ("answer", "Ghi kết quả của cấp trên cho {} hồ sơ"),
}


def stage_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Dossiers at the levels one works for; one's own cases are left to colleagues."""
    officer, head = office_units(user, on), user.acting_unit_ids(on, [Role.OFFICE_HEAD])
    if officer:
        waiting = DossierStage.objects.filter(level__gte=1, unit__in=officer, state__in=OFFICER)
        yield from lines(not_own(waiting, user, on), OFFICER, on)
    if head:
        waiting = DossierStage.objects.filter(level__gte=1, unit__in=head, state__in=HEAD)
        yield from head_tasks(not_own(waiting, user, on), on)


def head_tasks(stages, on: dt.date) -> Iterator[TaskItem]:
    """What the council approved: to be signed here, or sent up when the award is not this level's to give."""
    rows = list(stages.select_related("unit", "dossier").only("unit", *AWARD_OF))
    authority = Authority({stage.unit for stage in rows}, on) if rows else None
    up = [stage.pk for stage in rows if not authority.confers(stage.dossier, stage.unit_id)]
    if len(up) < len(rows):
        yield from lines(stages.exclude(pk__in=up), HEAD, on)
    if up:
        yield from lines(stages.filter(pk__in=up), UPWARD, on)


def sent_up_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """What was sent up by the offices one appraises for, and comes back to them."""
    units = office_units(user, on)
    if not units:
        return
    stages = DossierStage.objects.filter(
        level__gte=2, submission__unit__in=units, state__in=ABOVE
    ).values_list("submission", "state", "dossier__campaign")
    counted = stages.annotate(n=Count("pk")).order_by("submission", "state")
    rows = list(counted)
    campaigns = running({campaign for _, _, campaign, _ in rows})
    for submission, state, campaign, number in rows:
        if campaign in campaigns:
            url = reverse("nominations:submission", args=[submission])
            yield line(ABOVE[S(state)], campaigns[campaign], number, url, on)


AWARD_OF = ("dossier__award_type", "dossier__group")


def named_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Dossiers of a level where one does not appraise, given to oneself by its council's chair."""
    waiting = DossierStage.objects.filter(appraiser=user, level__gte=1, state__in=NAMED)
    if not waiting.exists():
        return
    for stage in with_campaign(not_own(waiting, user, on), "dossier__").order_by("pk"):
        dossier = stage.dossier
        yield task(
            "named",
            f"{NAMED[S(stage.state)]} hồ sơ của {dossier.nominee_name}",
            reverse("admin:nominations_dossierstage_change", args=[stage.pk]),
            f"{dossier.campaign.title}. Chủ tịch Hội đồng cử anh/chị thẩm định.",
            on=on,
            due=review_due(dossier.campaign),
            campaign=dossier.campaign,
        )


def office_units(user, on: dt.date) -> list[int]:
    """Where one appraises: as an officer, or as the head of an office that has none."""
    held = set(user.acting_unit_ids(on, [Role.OFFICER]))
    headed = set(user.acting_unit_ids(on, [Role.OFFICE_HEAD])) - held
    officers = Membership.objects.on(on).filter(unit__in=headed, role=Role.OFFICER, user__is_active=True)
    return sorted(held | (headed - set(officers.values_list("unit", flat=True))))


def not_own(stages, user, on: dt.date):
    """The same as `nominations.permissions.is_own_case`, for many rows in one query."""
    people, users = interests(user, on).values()
    acted = DossierEvent.objects.filter(by__in=users, action__in=OWN_ACTS)
    own = Q(dossier__created_by__in=users) | Q(dossier__in=acted.values("dossier"))
    if people:
        headed = Appointment.objects.on(on).filter(person__in=people, is_head=True)
        own |= Q(dossier__collective__isnull=False, dossier__collective__in=headed.values("unit"))
        own |= Q(dossier__person__isnull=False, dossier__person__in=people)
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
    # Those in a list wait for the list's answer.
    sent = sent.exclude(lists__state=SubmissionState.SENT)
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
