"""What every record has: where it is from, its paper, who entered it.

A record is corrected or cancelled, never removed.
"""

import datetime as dt

from django.conf import settings
from django.db import models

from documents.models import StoredFile
from thiduakt.vietnamese.fields import TextLine
from units.models import Unit


class OfUnitsQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """What is kept of one's units and of those below."""
        return self.filter(unit__in=Unit.objects.within(user.reading_unit_ids(on), on))

    def live(self):
        """Without what was entered wrongly and cancelled."""
        return self.filter(is_live=True)


class Recorded(models.Model):
    """`is_live`: false once it was cancelled as entered wrongly; then it counts nowhere."""

    source = TextLine("nguồn", max_length=300, help_text="Văn bản, sổ theo dõi làm căn cứ.")
    evidence = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tệp minh chứng"
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name="người nhập",
    )
    entered_at = models.DateTimeField("nhập lúc", null=True, editable=False)
    is_live = models.BooleanField("còn hiệu lực", default=True, editable=False)

    class Meta:
        abstract = True
