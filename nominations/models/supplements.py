"""What a level asked to be supplemented, point by point."""

import datetime as dt

from django.conf import settings
from django.db import models

from campaigns.models import PartRequirement
from criteria.models import Criterion
from nominations.enums import PointState
from thiduakt.vietnamese.fields import TextBlock

from .dossiers import Dossier, DossierStage


class SupplementPointQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """Who was asked and who asked: whoever reads the dossier."""
        seen = Dossier.objects.visible_to(user, on)
        return self.filter(stage__dossier__in=seen.values("pk"))


class SupplementPoint(models.Model):
    """One point of one request: about a paper, about a criterion, or about neither.

    Points of one request share `asked_at`. What the unit handed in before and after is read from the sealed
    versions of its papers; nothing of it is kept here.
    """

    stage = models.ForeignKey(DossierStage, models.PROTECT, related_name="points")
    asked_at = models.DateTimeField("yêu cầu lúc")
    number = models.PositiveSmallIntegerField("điểm")
    requirement = models.ForeignKey(PartRequirement, models.PROTECT, null=True, related_name="+")
    criterion = models.ForeignKey(Criterion, models.PROTECT, null=True, related_name="+")
    text = TextBlock("cần bổ sung")
    due_on = models.DateField("chậm nhất")
    state = models.CharField("kết quả", max_length=10, choices=PointState, default=PointState.OPEN)
    note = TextBlock("nhận xét", blank=True)
    ticked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = SupplementPointQuerySet.as_manager()

    class Meta:
        verbose_name = "điểm yêu cầu bổ sung"
        verbose_name_plural = "điểm yêu cầu bổ sung"
        ordering = ["asked_at", "number"]
        constraints = [
            models.UniqueConstraint(fields=["stage", "asked_at", "number"], name="one_point_of_a_number"),
            models.CheckConstraint(
                condition=models.Q(requirement__isnull=True) | models.Q(criterion__isnull=True),
                name="point_of_one_thing",
                violation_error_message="Mỗi điểm chỉ về một giấy tờ hoặc một tiêu chí.",
            ),
        ]

    def __str__(self):
        return f"Điểm {self.number}: {self.text[:60]}"
