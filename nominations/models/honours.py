"""Whose results of a plan are shown to everybody, by the word of the office."""

from django.db import models

from campaigns.models import Campaign
from thiduakt.visible import Through
from units.models import Unit


class HonourPage(models.Model):
    """Awards that passed a unit, on the public page of a plan while `is_open`.

    Each opening and closing is an event of the plan.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="honour_pages")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    is_open = models.BooleanField("đang công khai", default=False)

    THROUGH = "campaign"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "trang vinh danh"
        verbose_name_plural = "trang vinh danh"
        constraints = [models.UniqueConstraint(fields=["campaign", "unit"], name="one_honour_page_each")]

    def __str__(self):
        return f"{self.campaign}, {self.unit}"
