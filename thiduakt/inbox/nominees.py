"""What waits for whoever writes a dossier or a registration, and for the clerk beside them."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse

from campaigns.enums import CampaignState
from campaigns.models.campaign import under_way
from nominations.enums import RegistrationState as G
from nominations.enums import StageState as S
from nominations.models import DossierStage, Registration
from units.enums import Role

from .items import TaskItem, dossier_due, registration_due, task
from .many import each_or_all, with_campaign

WRITE = {
    S.DRAFT: ("write", "Viết tiếp hồ sơ của {}", "Viết tiếp {} hồ sơ đang soạn"),
    S.UNIT_CHANGES: (
        "supplement",
        "Bổ sung hồ sơ của {} theo yêu cầu của đơn vị",
        "Bổ sung {} hồ sơ theo yêu cầu của đơn vị",
    ),
    S.CHANGES_REQUESTED: (
        "supplement",
        "Bổ sung hồ sơ của {} theo yêu cầu thẩm định",
        "Bổ sung {} hồ sơ theo yêu cầu thẩm định",
    ),
}


def owned(user, prefix: str = "") -> Q:
    """What one wrote, and what is about oneself."""
    mine = Q(**{f"{prefix}created_by": user})
    return mine | Q(**{f"{prefix}person": user.person_id}) if user.person_id else mine


def dossier_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Own drafts and supplements; the clerk also answers what a reviewing level asked of the unit."""
    clerk = user.acting_unit_ids(on, [Role.UNIT_CLERK])
    asked = Q(state=S.CHANGES_REQUESTED, dossier__unit__in=clerk)
    stages = DossierStage.objects.filter(
        owned(user, "dossier__") | asked, under_way("dossier__campaign__"), state__in=WRITE
    )
    yield from each_or_all(stages, WRITE, dossier_task, on)


def dossier_task(stage: DossierStage, on: dt.date) -> TaskItem:
    dossier = stage.dossier
    kind, words, _ = WRITE[S(stage.state)]
    return task(
        kind,
        words.format(dossier.nominee_name),
        dossier.get_absolute_url(),
        dossier.campaign.title,
        on=on,
        due=stage.due_on or (dossier_due(dossier.campaign) if stage.level == 0 else None),
        campaign=dossier.campaign,
    )


def registration_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Registrations to send, several of one plan in one line; those sent back, each with its own."""
    clerk = user.acting_unit_ids(on, [Role.UNIT_CLERK])
    rows = Registration.objects.filter(
        owned(user) | Q(unit__in=clerk),
        state__in=[G.DRAFT, G.CHANGES_REQUESTED],
        campaign__state=CampaignState.LAUNCHED,
    )
    drafts: dict[int, list[Registration]] = {}
    for row in with_campaign(rows).order_by("pk"):
        if row.state == G.DRAFT:
            drafts.setdefault(row.campaign_id, []).append(row)
        else:
            yield one_registration("supplement", "Bổ sung đăng ký thi đua của {}", row, on)
    for found in drafts.values():
        yield sending(found, on)


def sending(rows: list[Registration], on: dt.date) -> TaskItem:
    if len(rows) == 1:
        return one_registration("register", "Gửi đăng ký thi đua của {}", rows[0], on)
    campaign = rows[0].campaign
    return task(
        "register",
        f"Gửi {len(rows)} đăng ký thi đua",
        reverse("nominations:registrations"),
        campaign.title,
        on=on,
        due=registration_due(campaign),
        campaign=campaign,
    )


def one_registration(kind: str, words: str, row: Registration, on: dt.date) -> TaskItem:
    return task(
        kind,
        words.format(row.nominee_name),
        row.get_absolute_url(),
        row.campaign.title,
        on=on,
        due=registration_due(row.campaign),
        campaign=row.campaign,
    )
