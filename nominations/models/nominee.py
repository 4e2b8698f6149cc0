"""What a registration and a dossier share: one nominee, one award, one campaign, one unit."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from campaigns.models import Campaign
from criteria.enums import Group
from criteria.models import AwardType
from units.enums import UNIT_ROLES
from units.models import Person, Unit


def own_or_of_my_units(user, on: dt.date) -> Q:
    """One's own case, what one wrote, and what belongs to the units one acts for."""
    here = Unit.objects.within(user.reading_unit_ids(on, UNIT_ROLES), on)
    wrote = Q(created_by=user, unit__in=user.unit_ids(on))
    mine = wrote | Q(unit__in=here)
    return mine | Q(person=user.person_id) if user.person_id else mine


class Nominee(models.Model):
    """Exactly one person or one unit, named for one award of one campaign by one unit."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="%(class)ss", verbose_name="kế hoạch")
    award_type = models.ForeignKey(
        AwardType, models.PROTECT, related_name="%(class)ss", verbose_name="hình thức, danh hiệu"
    )
    group = models.CharField("đối tượng", max_length=20, choices=Group)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="%(class)ss", verbose_name="cá nhân"
    )
    collective = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="%(class)ss_for_it", verbose_name="tập thể"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="%(class)ss", verbose_name="đơn vị đề nghị")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField("lập lúc", default=timezone.now, editable=False)

    class Meta:
        abstract = True

    @property
    def nominee(self) -> Person | Unit:
        return self.person if self.person_id else self.collective

    @property
    def nominee_name(self) -> str:
        return self.person.full_name if self.person_id else self.collective.name


def one_nominee(name: str) -> models.CheckConstraint:
    """Exactly one of the two foreign keys, and the group says which."""
    individual = Q(person__isnull=False, collective__isnull=True, group=Group.INDIVIDUAL)
    collective = Q(person__isnull=True, collective__isnull=False, group=Group.COLLECTIVE)
    return models.CheckConstraint(
        condition=individual | collective,
        name=name,
        violation_error_message="Chọn một cá nhân hoặc một tập thể.",
    )
