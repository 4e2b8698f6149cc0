"""What the office keeps for its own work on dossiers; never shown to a unit."""

import datetime as dt

from django.conf import settings
from django.db import models

from thiduakt.vietnamese.fields import TextBlock, TextLine
from thiduakt.visible import Through

from .dossiers import DossierEvent, DossierStage


class OwnRows(models.QuerySet):
    """Seen by nobody but whose they are; `OWNER` of the model names him."""

    def visible_to(self, user, on: dt.date):
        return self.filter(**{self.model.OWNER: user})


class SavedFilter(models.Model):
    """A list of the office under a name: `query` is what stands behind `?` in its address."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    name = TextLine("tên danh sách", max_length=60)
    query = models.TextField()

    OWNER = "owner"
    objects = OwnRows.as_manager()

    class Meta:
        verbose_name = "danh sách riêng"
        verbose_name_plural = "danh sách riêng"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="one_saved_filter_of_a_name")]

    def __str__(self):
        return self.name


class Lease(models.Model):
    """Who appraises a dossier now: the office sees it, and two do not write over each other.

    In force while `until` lies ahead. It begins when the page is opened and goes on with each act; it
    gives no right, and somebody else may take it over, which stands in the trail.
    """

    stage = models.OneToOneField(DossierStage, models.CASCADE, related_name="lease")
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    since = models.DateTimeField("từ lúc")
    until = models.DateTimeField("đến lúc")

    THROUGH = "stage"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "lượt giữ hồ sơ"
        verbose_name_plural = "lượt giữ hồ sơ"

    def __str__(self):
        return f"{self.holder}, từ {self.since:%H:%M}"


class OfficeComment(models.Model):
    """What the people of one office say to each other of a dossier; nobody else ever reads it."""

    APPEND_ONLY = True

    stage = models.ForeignKey(DossierStage, models.PROTECT, related_name="comments")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")
    text = TextBlock("nội dung")

    THROUGH = "stage"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "trao đổi nội bộ"
        verbose_name_plural = "trao đổi nội bộ"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.by}: {self.text[:40]}"


class BulkStep(models.Model):
    """A step that somebody took for many at once, so that he may take it back whole."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")
    action = models.CharField("việc", max_length=40)
    undone_at = models.DateTimeField("hoàn tác lúc", null=True)

    OWNER = "by"
    objects = OwnRows.as_manager()

    class Meta:
        verbose_name = "lượt làm hàng loạt"
        verbose_name_plural = "lượt làm hàng loạt"
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.action}, {self.at:%d/%m/%Y}"


class BulkMove(models.Model):
    """One dossier of such a step: the row of its trail, and `before`, what the stage was by field."""

    bulk = models.ForeignKey(BulkStep, models.PROTECT, related_name="moves")
    event = models.OneToOneField(DossierEvent, models.PROTECT, related_name="+")
    before = models.JSONField(default=dict)

    THROUGH = "bulk"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "hồ sơ của lượt"
        verbose_name_plural = "hồ sơ của lượt"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.bulk}: {self.event}"
