"""Places asked of the level above: how many with which list, how many it granted."""

from django.db import models

from campaigns.models import Quota
from thiduakt.visible import Through

from .submissions import Submission


class PlaceRequest(models.Model):
    """A pool that a plan asks of the level above, as a list sent up asked for it.

    `granted` stays empty until the answer is recorded; its paper is the list's `answer`.
    """

    quota = models.ForeignKey(
        Quota, models.PROTECT, related_name="requests", verbose_name="số lượng khen thưởng"
    )
    submission = models.ForeignKey(
        Submission, models.PROTECT, related_name="requests", verbose_name="danh sách"
    )
    asked = models.PositiveIntegerField("số đề nghị")
    granted = models.PositiveIntegerField("số được cho", null=True, blank=True)

    THROUGH = "submission"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "đề nghị số lượng"
        verbose_name_plural = "đề nghị số lượng"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["quota", "submission"], name="pool_asked_once_in_a_list")
        ]

    def __str__(self):
        return f"{self.quota.get_group_display()}: đề nghị {self.asked:02d}"
