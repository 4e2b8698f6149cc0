"""The tasks of a plan: set by its text, reported done by those responsible."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q

from campaigns.dates import Limit, parse_on
from documents.models import StoredFile
from thiduakt.vietnamese.fields import TextBlock, TextLine
from thiduakt.visible import Through
from units.models import Unit

from .rules import PlanRule


class Task(PlanRule):
    number = TextLine("số", max_length=20)
    text = TextBlock("nội dung")
    owners_text = TextBlock("trách nhiệm, như văn bản", blank=True)
    owners = models.JSONField("trách nhiệm", default=list)
    due = models.CharField("hạn", max_length=10, blank=True)
    due_inclusive = models.BooleanField("tính cả ngày đó", null=True)
    due_text = TextBlock("thời gian, như văn bản", blank=True)
    quarter = models.PositiveSmallIntegerField("quý", null=True, blank=True)

    class Meta(PlanRule.Meta):
        verbose_name = "nhiệm vụ"
        verbose_name_plural = "nhiệm vụ"

    def limit(self) -> Limit:
        """When it is due; without a day the plan's own words (`Theo Kế hoạch của Khối`)."""
        day, precision = parse_on(self.due, after=self.campaign.launched_on)
        return Limit(self.due_text, day, None, self.due_inclusive is not False, precision)


class TaskReport(models.Model):
    """Someone responsible says that a task is done. Taken back, the row stays and says when."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="reports", verbose_name="nhiệm vụ")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    done_on = models.DateField("xong ngày")
    note = TextBlock("kết quả", blank=True)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tệp"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField("lúc")
    undone_at = models.DateTimeField("bỏ đánh dấu lúc", null=True, blank=True)

    THROUGH = "task"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "báo xong nhiệm vụ"
        verbose_name_plural = "báo xong nhiệm vụ"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "unit"],
                condition=Q(undone_at__isnull=True),
                name="one_live_report_each",
                violation_error_message="Đơn vị đã báo xong nhiệm vụ này.",
            )
        ]

    def __str__(self):
        return f"{self.unit}: {self.task}"


class CalendarFeedQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """The feeds of units one acts for."""
        return self.filter(unit__in=user.acting_unit_ids(on))


class CalendarFeed(models.Model):
    """A unit's secret calendar address: calendar programs do not log in."""

    unit = models.OneToOneField(Unit, models.CASCADE, related_name="calendar_feed", verbose_name="đơn vị")
    token = models.CharField(max_length=64, unique=True)
    renewed_at = models.DateTimeField("đặt lúc")
    renewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        verbose_name = "lịch của đơn vị"
        verbose_name_plural = "lịch của đơn vị"

    def __str__(self):
        return f"Lịch của {self.unit}"
