"""What waits at a nominating unit: to decide, to put into a tờ trình, to begin."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from django.urls import reverse

from campaigns.enums import CampaignState, RegistrationMode, TargetKind
from campaigns.models import Campaign
from campaigns.models.campaign import under_way
from nominations.enums import RegistrationState, SubmissionState
from nominations.enums import StageState as S
from nominations.models import Dossier, DossierStage, Registration, Submission
from units.enums import Role
from units.models import Membership, Unit, UnitAncestor

from .items import TaskItem, dossier_due, registration_due, task
from .many import each_or_all
from .running import running

DECIDE = {
    S.SUBMITTED: (
        "decide",
        "Quyết định việc đề nghị {}",
        "Quyết định việc đề nghị {} hồ sơ đã nộp",
    )
}


def head_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Handed in, waiting for the head's word; not one's own nomination, nor of whom one stands in for."""
    units = user.acting_unit_ids(on, [Role.UNIT_HEAD])
    if not units:
        return
    stages = DossierStage.objects.filter(level=0, state=S.SUBMITTED, unit__in=units)
    # Not without the first: a collective has no person, and NULL is neither equal nor different.
    people = {user.person_id, *(giver.person_id for giver in user.stands_in_for(on, units))} - {None}
    stages = stages.exclude(dossier__person__isnull=False, dossier__person__in=people)
    yield from each_or_all(stages, DECIDE, to_decide, on)


def to_decide(stage: DossierStage, on: dt.date) -> TaskItem:
    kind, words, _ = DECIDE[S.SUBMITTED]
    dossier = stage.dossier
    return task(
        kind,
        words.format(dossier.nominee_name),
        dossier.get_absolute_url(),
        dossier.campaign.title,
        on=on,
        due=dossier_due(dossier.campaign),
        campaign=dossier.campaign,
    )


def submission_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Proposed by the unit, or a tờ trình begun: to draw up and send before the plan's day."""
    units = sending_units(user, on)
    if not units:
        return
    counts = Counter(
        DossierStage.objects.filter(
            under_way("dossier__campaign__"), level=0, state=S.UNIT_PROPOSED, unit__in=units
        ).values_list("dossier__campaign", "unit")
    )
    open_lists = {
        (row.campaign_id, row.unit_id): row
        for row in Submission.objects.of_dossiers().filter(state=SubmissionState.DRAFT, unit__in=units)
    }
    keys = sorted({*counts, *open_lists})
    campaigns = running({campaign for campaign, _ in keys})
    names = Unit.objects.in_bulk([unit for _, unit in keys])
    for key in keys:
        if key[0] in campaigns:
            yield sending(campaigns[key[0]], names[key[1]], counts[key], open_lists.get(key), on)


def sending(campaign: Campaign, unit: Unit, count: int, submission: Submission | None, on) -> TaskItem:
    url = submission.get_absolute_url() if submission else reverse("nominations:submissions")
    said = f"{count} đề nghị đã được đơn vị thông qua" if count else "chưa có đề nghị nào được thông qua"
    return task(
        "send",
        "Hoàn thiện và gửi tờ trình" if submission else "Lập tờ trình gửi hồ sơ",
        url,
        f"{campaign.title}: tờ trình của {unit}, {said}",
        on=on,
        due=dossier_due(campaign),
        campaign=campaign,
    )


def sending_units(user, on: dt.date) -> list[int]:
    """Units whose lists this account sends: the clerk's, and the head's where there is no clerk."""
    held = set(user.acting_unit_ids(on, [Role.UNIT_CLERK]))
    headed = set(user.acting_unit_ids(on, [Role.UNIT_HEAD])) - held
    clerks = Membership.objects.on(on).filter(unit__in=headed, role=Role.UNIT_CLERK, user__is_active=True)
    return sorted(held | (headed - set(clerks.values_list("unit", flat=True))))


def start_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Plans of a body above that still take registrations or dossiers, and the unit has neither."""
    units = Unit.objects.on(on).in_bulk(user.acting_unit_ids(on, [Role.UNIT_CLERK]))
    if not units:
        return
    above = UnitAncestor.objects.on(on).filter(unit__in=units)
    pairs = set(above.values_list("unit", "ancestor"))
    begun = begun_in(units)
    for campaign in open_above({ancestor for _, ancestor in pairs}):
        due = next_day(campaign, on)
        if due is None:
            continue
        for pk, unit in units.items():
            wanted = (pk, campaign.issuer_id) in pairs and (pk, campaign.pk) not in begun
            if wanted and takes_in(campaign, unit):
                yield starting(campaign, unit, due, on)


def open_above(issuers) -> list[Campaign]:
    plans = Campaign.objects.filter(state=CampaignState.LAUNCHED, issuer__in=issuers).order_by("pk")
    return list(plans.select_related("issuer").prefetch_related("deadline_set__campaign", "targetgroup_set"))


def begun_in(units) -> set[tuple[int, int]]:
    """(unit, campaign) where something of the unit is there; a withdrawn one does not count."""
    dossiers = Dossier.objects.filter(unit__in=units, is_live=True)
    registrations = Registration.objects.filter(unit__in=units).exclude(state=RegistrationState.WITHDRAWN)
    return {*pairs_of(dossiers), *pairs_of(registrations)}


def pairs_of(rows):
    """Distinct in the database: a unit may have hundreds."""
    return rows.order_by().values_list("unit", "campaign").distinct()


def next_day(campaign: Campaign, on: dt.date) -> dt.date | None:
    """The registration's last day while it lies ahead and the plan asks for one, else the dossier's."""
    days = [dossier_due(campaign)]
    if campaign.registration_mode != RegistrationMode.NONE:
        days.insert(0, registration_due(campaign))
    return next((day for day in days if day and day >= on), None)


def takes_in(campaign: Campaign, unit: Unit) -> bool:
    """Whether the unit, or anybody in it, can be nominated at all."""
    groups = campaign.targetgroup_set.all()
    fits = (
        group.group != TargetKind.COLLECTIVE or not group.unit_kinds or unit.kind in group.unit_kinds
        for group in groups
    )
    return not groups or any(fits)


def starting(campaign: Campaign, unit: Unit, due: dt.date, on: dt.date) -> TaskItem:
    return task(
        "start",
        f"Tham gia: {campaign.title}",
        campaign.get_absolute_url(),
        f"{unit} chưa có đăng ký hoặc hồ sơ nào",
        on=on,
        due=due,
        campaign=campaign,
    )
