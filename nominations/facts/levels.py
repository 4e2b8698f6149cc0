"""What the levels of a dossier see of it: their own stage and the trail below; the nominee sees all."""

import datetime as dt

from django.db.models import Q

from campaigns.models import Campaign
from nominations.enums import SubmissionState
from nominations.models import Dossier, DossierStage, Submission
from nominations.permissions import council_roles, is_owner
from units.enums import REVIEW_ROLES, UNIT_ROLES
from units.models import Unit

from .pools import plans_above


def seen_up_to(dossier: Dossier, user, on: dt.date) -> int | None:
    """The highest level whose trail someone reads; None for the nominee, the writer and their unit."""
    if is_owner(dossier, user, on) or user.roles_at(dossier.unit_id, on) & set(UNIT_ROLES):
        return None
    stages = dossier.stages.select_related("item__session")
    own = [stage.level for stage in stages if acts_at(stage, user, on)]
    return max(own, default=1)


def acts_at(stage: DossierStage, user, on: dt.date) -> bool:
    """Whether somebody works at the level of a stage, or sits in its council."""
    here = stage.level >= 1 and user.roles_at(stage.unit_id, on) & set(REVIEW_ROLES)
    return bool(here or stage.appraiser_id == user.pk or council_roles(stage, user, on))


def plan_above(campaign: Campaign, unit: Unit) -> Campaign | None:
    """The plan of a higher body under which a level sends on; its days bind that level's lists."""
    above, key, issuer, reached = plans_above([campaign.pk]), campaign.pk, campaign.issuer_id, False
    while key is not None:
        reached = reached or issuer == unit.pk
        if reached and issuer != unit.pk:
            return Campaign.objects.select_related("issuer").get(pk=key)
        key, issuer = above.get(key, (None, None))
    return None


def sent_up_to(user, on: dt.date):
    """Keys of the plans of which a dossier was sent up to an office one works for."""
    stages = DossierStage.objects.filter(level__gte=2, unit__in=user.reading_unit_ids(on, REVIEW_ROLES))
    return stages.values("dossier__campaign")


def plans_sent_up(user, on: dt.date) -> Q:
    """Such plans are seen by whoever considers what was sent up under them: dossiers, registrations."""
    offices = user.reading_unit_ids(on, REVIEW_ROLES)
    lists = Submission.objects.of_registrations().filter(level__gte=1, to_unit__in=offices)
    registered = lists.exclude(state=SubmissionState.DRAFT)
    return Q(pk__in=sent_up_to(user, on)) | Q(pk__in=registered.values("campaign"))
