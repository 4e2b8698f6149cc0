"""What was tried out before a session and kept under a name: never more than something to talk about."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.urls import reverse

from campaigns.models import Campaign
from criteria.enums import Group
from thiduakt.vietnamese.fields import TextLine
from units.enums import REVIEW_ROLES
from units.models import Unit


class ScenarioQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """Those of the offices one works in."""
        return self.filter(unit__in=user.reading_unit_ids(on, REVIEW_ROLES))


class Scenario(models.Model):
    """`asked` is the query that was tried; `listed` [{"dossier", "name", "rank", "tied"}] what came of it.

    `basis` is a hash over what it was computed from: another one now means that something changed since.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="scenarios")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    group = models.CharField("đối tượng", max_length=20, choices=Group)
    name = TextLine("tên phương án", max_length=100)
    asked = models.TextField()
    listed = models.JSONField(default=list)
    basis = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ScenarioQuerySet.as_manager()

    class Meta:
        verbose_name = "phương án"
        verbose_name_plural = "phương án"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "unit", "group", "name"],
                name="one_scenario_of_a_name",
                violation_error_message="Đã có phương án tên này.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("nominations:scenario", args=[self.pk])
