"""What was recognised, how far it reaches, and by which paper."""

from django.db import models

from documents.models import IssuedDocument
from initiatives.enums import Scope
from thiduakt.visible import Through

from .initiative import Initiative


class Recognition(models.Model):
    """One recognition: at the base by our own decision, of a wider reach by a paper of the level above.

    `number` is the place in the decision's list; the certificates carry it.
    """

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="recognitions")
    scope = models.CharField("phạm vi ảnh hưởng", max_length=20, choices=Scope)
    document = models.ForeignKey(
        IssuedDocument, models.PROTECT, related_name="recognitions", verbose_name="văn bản"
    )
    number = models.PositiveIntegerField("số thứ tự", null=True, blank=True)

    THROUGH = "initiative"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "công nhận sáng kiến"
        verbose_name_plural = "công nhận sáng kiến"
        ordering = ["initiative", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "scope"],
                name="one_recognition_of_a_scope",
                violation_error_message="Phạm vi này đã được ghi công nhận.",
            )
        ]

    def __str__(self):
        return f"{self.initiative}: {self.get_scope_display()}"
