"""Uploads, and papers that wait to be printed."""

from django.conf import settings
from django.db import models

from documents.enums import JobState
from thiduakt.visible import Through

from .register import IssuedDocument


class StoredFile(models.Model):
    """An upload that passed the one check; its name on disk is random and tells nothing."""

    file = models.FileField(upload_to="tep/")
    original_name = models.CharField("tên tệp", max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField("số byte")
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveIntegerField(null=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "tệp"
        verbose_name_plural = "tệp"

    def __str__(self):
        return self.original_name


class RenderJob(models.Model):
    """A paper waiting to be printed; the worker claims rows and may repeat one without harm."""

    document = models.OneToOneField(IssuedDocument, models.CASCADE, related_name="job")
    state = models.CharField(max_length=10, choices=JobState, default=JobState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    THROUGH = "document"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "việc in"
        verbose_name_plural = "việc in"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.document}: {self.get_state_display()}"
