"""What a later paper does to an earlier one."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from documents.enums import LinkKind
from thiduakt.visible import Through

from .register import IssuedDocument


class DocumentLink(models.Model):
    """`document` corrects, replaces or withdraws `target`; both stay as they were issued (NĐ 30, Điều 18)."""

    document = models.ForeignKey(
        IssuedDocument, models.PROTECT, related_name="does", verbose_name="văn bản sau"
    )
    target = models.ForeignKey(
        IssuedDocument, models.PROTECT, related_name="answers", verbose_name="văn bản trước"
    )
    kind = models.CharField("làm gì", max_length=10, choices=LinkKind)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    THROUGH = "document"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "liên kết văn bản"
        verbose_name_plural = "liên kết văn bản"
        ordering = ["document__issued_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "target"],
                name="one_link_of_two_papers",
                violation_error_message="Hai văn bản này đã được liên kết.",
            ),
            models.CheckConstraint(
                condition=~Q(document=F("target")),
                name="paper_does_not_link_to_itself",
                violation_error_message="Một văn bản không tự đính chính, thay thế hay thu hồi chính nó.",
            ),
        ]

    def __str__(self):
        return f"{self.document} {self.get_kind_display()} {self.target}"
