"""Signed decisions that were scanned, beside the acts they rest under."""

from django.db import models

from thiduakt.visible import Through
from units.models import UnitAct

from .files import StoredFile


class ActScan(models.Model):
    """The signed decision of an act of organisation, as it was scanned."""

    act = models.OneToOneField(UnitAct, models.PROTECT, related_name="scan")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")

    THROUGH = "act"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "bản chụp quyết định tổ chức"
        verbose_name_plural = "bản chụp quyết định tổ chức"

    def __str__(self):
        return f"{self.act}: {self.file}"
