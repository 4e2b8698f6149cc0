"""What the office keeps for its own work on dossiers; never shown to a unit."""

import datetime as dt

from django.conf import settings
from django.db import models

from thiduakt.vietnamese.fields import TextLine


class OwnRows(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """Only its owner; what he shares is the address of the list."""
        return self.filter(owner=user)


class SavedFilter(models.Model):
    """A list of the office under a name: `query` is what stands behind `?` in its address."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    name = TextLine("tên danh sách", max_length=60)
    query = models.TextField()

    objects = OwnRows.as_manager()

    class Meta:
        verbose_name = "danh sách riêng"
        verbose_name_plural = "danh sách riêng"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="one_saved_filter_of_a_name")]

    def __str__(self):
        return self.name
