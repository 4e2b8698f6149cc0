"""Which recognised initiative a nominee puts forward for which award: each author uses it once."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from initiatives.models import Initiative
from thiduakt.vietnamese.fields import TextBlock
from thiduakt.visible import Through
from units.models import Person

from .dossiers import Dossier


class InitiativeUse(models.Model):
    """One use, over when `ended_at` is set: taken back, or the dossier came to nothing.

    `again`: a second use, which the rule of the award lets pass with a reason.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="initiative_uses")
    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="uses", verbose_name="sáng kiến")
    person = models.ForeignKey(Person, models.PROTECT, related_name="initiative_uses", verbose_name="tác giả")
    again = models.BooleanField("dùng lần nữa", default=False)
    note = TextBlock("lý do", blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField("lúc")
    ended_at = models.DateTimeField("thôi dùng lúc", null=True, blank=True)

    THROUGH = "dossier"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "sáng kiến dùng trong hồ sơ"
        verbose_name_plural = "sáng kiến dùng trong hồ sơ"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "person"],
                condition=Q(ended_at__isnull=True, again=False),
                name="initiative_is_used_once",
                violation_error_message="Sáng kiến này đã được dùng để xét khen thưởng.",
            ),
            models.UniqueConstraint(
                fields=["initiative", "dossier"],
                condition=Q(ended_at__isnull=True),
                name="initiative_once_in_a_dossier",
                violation_error_message="Sáng kiến này đã có trong hồ sơ.",
            ),
            models.CheckConstraint(
                condition=Q(again=False) | ~Q(note=""),
                name="second_use_says_why",
                violation_error_message="Ghi lý do dùng lại sáng kiến.",
            ),
        ]

    def __str__(self):
        return f"{self.initiative}: {self.dossier}"
