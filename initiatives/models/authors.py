"""Who made an initiative with which share, and the files that prove it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from documents.models import StoredFile
from initiatives.enums import FileKind
from initiatives.scoring import plain
from thiduakt.vietnamese.fields import TextLine
from thiduakt.visible import Through
from units.models import Person

from .initiative import Initiative


class Author(models.Model):
    """An author. `share` in per cent; `position` as it was when the description was handed in."""

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="authors")
    person = models.ForeignKey(Person, models.PROTECT, related_name="authorships", verbose_name="tác giả")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    share = models.DecimalField("tỷ lệ đóng góp (%)", max_digits=5, decimal_places=2)
    position = TextLine("chức vụ, nơi công tác", max_length=300, blank=True)
    qualification = TextLine("trình độ chuyên môn", max_length=100, blank=True)
    signed_at = models.DateTimeField("ký lúc", null=True, blank=True)

    THROUGH = "initiative"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "tác giả sáng kiến"
        verbose_name_plural = "tác giả sáng kiến"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "person"],
                name="one_authorship_each",
                violation_error_message="Người này đã là tác giả của sáng kiến.",
            ),
            models.CheckConstraint(
                condition=Q(share__gt=0) & Q(share__lte=100),
                name="share_is_a_percentage",
                violation_error_message="Tỷ lệ đóng góp phải lớn hơn 0% và không quá 100%.",
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.share_words}%"

    @property
    def share_words(self) -> str:
        return plain(self.share)


class InitiativeFile(models.Model):
    """An uploaded file. Taken out it stays in the trail: the row is closed, never removed."""

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    what = models.CharField("là gì", max_length=20, choices=FileKind, default=FileKind.EVIDENCE)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField("thêm lúc")
    removed_at = models.DateTimeField("bỏ lúc", null=True, blank=True)

    THROUGH = "initiative"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "tệp của sáng kiến"
        verbose_name_plural = "tệp của sáng kiến"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.get_what_display()}: {self.file}"
