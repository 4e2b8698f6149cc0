"""How certificates are laid out on an office's pre-printed blanks, and the printing of many at once."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.urls import reverse

from criteria.models import AwardType
from documents.enums import JobState
from documents.models import IssuedDocument
from nominations.enums import Align, BlankKey
from thiduakt.vietnamese.fields import TextLine
from thiduakt.visible import Through
from units.enums import REVIEW_ROLES
from units.models import Unit

from .awards import Award

MM = {"max_digits": 5, "decimal_places": 1}


class CertificateTemplateQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """The blanks of the offices one works in."""
        return self.filter(unit__in=user.reading_unit_ids(on, REVIEW_ROLES))


class CertificateTemplate(models.Model):
    """A kind of blank: its size, and by how much this office's printer is off, in mm."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="blanks", verbose_name="đơn vị")
    name = TextLine("tên phôi", max_length=100)
    award_type = models.ForeignKey(
        AwardType, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dùng cho"
    )
    width = models.DecimalField("rộng (mm)", default=297, **MM)
    height = models.DecimalField("cao (mm)", default=210, **MM)
    offset_x = models.DecimalField("chỉnh sang phải (mm)", default=0, **MM)
    offset_y = models.DecimalField("chỉnh xuống dưới (mm)", default=0, **MM)

    objects = CertificateTemplateQuerySet.as_manager()

    class Meta:
        verbose_name = "phôi in sẵn"
        verbose_name_plural = "phôi in sẵn"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                name="one_blank_of_a_name",
                violation_error_message="Đơn vị đã có phôi tên này.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("nominations:blank", args=[self.pk])


class CertificateField(models.Model):
    """Where one text stands: its top left corner and width in mm, its size in points."""

    template = models.ForeignKey(CertificateTemplate, models.CASCADE, related_name="fields")
    key = models.CharField("nội dung", max_length=12, choices=BlankKey)
    shown = models.BooleanField("in", default=True)
    x = models.DecimalField("cách trái (mm)", **MM)
    y = models.DecimalField("cách trên (mm)", **MM)
    width = models.DecimalField("rộng (mm)", **MM)
    size = models.DecimalField("cỡ chữ", **MM)
    align = models.CharField("canh", max_length=6, choices=Align, default=Align.CENTER)
    bold = models.BooleanField("đậm", default=False)

    THROUGH = "template"
    objects = Through.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["template", "key"], name="one_place_for_a_text")]

    def __str__(self):
        return self.get_key_display()


class CertificateRunQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """What the offices one works in have printed."""
        return self.filter(decision__unit__in=user.reading_unit_ids(on, REVIEW_ROLES))


class CertificateRun(models.Model):
    """Certificates of a decision printed together by the worker; `template` None prints the whole sheet."""

    decision = models.ForeignKey(IssuedDocument, models.PROTECT, related_name="certificate_runs")
    template = models.ForeignKey(CertificateTemplate, models.PROTECT, null=True, related_name="+")
    awards = models.ManyToManyField(Award, related_name="certificate_runs")
    note = TextLine("lý do in lại", max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.WAITING)
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    pdf = models.FileField(upload_to="giay-khen/", blank=True)
    error = models.TextField(blank=True)

    objects = CertificateRunQuerySet.as_manager()

    class Meta:
        verbose_name = "đợt in"
        verbose_name_plural = "đợt in"
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.total} bản, {self.get_state_display().lower()}"
