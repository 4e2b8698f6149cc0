"""The criteria of a plan, as written and as far as a machine can measure them."""

from django.db import models

from criteria.enums import CriterionGroup
from thiduakt.vietnamese.fields import TextBlock, TextLine
from thiduakt.visible import Through


class Checklist(models.Model):
    """The criteria of one plan, or of one rule."""

    title = TextLine("tên", max_length=500)
    year = models.PositiveSmallIntegerField("năm", null=True, blank=True)

    THROUGH = "campaign"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "bộ tiêu chí"
        verbose_name_plural = "bộ tiêu chí"

    def __str__(self):
        return self.title


class Criterion(models.Model):
    """One criterion as written, with what a machine can measure of it (plan JSON: measures)."""

    checklist = models.ForeignKey(Checklist, models.CASCADE, related_name="criteria")
    group = models.CharField("nhóm", max_length=20, choices=CriterionGroup)
    order = models.PositiveSmallIntegerField("thứ tự")
    text = TextBlock("nội dung")
    measures = models.JSONField("phép đo", default=list, blank=True)
    disqualifiers = models.JSONField("không xét nếu", default=list, blank=True)

    THROUGH = "checklist"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "tiêu chí"
        verbose_name_plural = "tiêu chí"
        ordering = ["order"]

    def __str__(self):
        return self.text[:80]
