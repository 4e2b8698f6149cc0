"""The dates of a plan, and what is recorded about them after it was issued: extensions, late acceptance."""

import datetime as dt

from django.db import models
from django.db.models import OuterRef, Subquery

from campaigns.dates import Limit, end_instant, explain, parse_on
from campaigns.enums import LATE_KINDS, DeadlineKind
from documents.models import IssuedDocument
from thiduakt.vietnamese.days import short_date
from thiduakt.vietnamese.fields import TextBlock, TextLine
from thiduakt.visible import Through
from units.models import Unit

from .campaign import Campaign
from .rules import PlanRule


class DeadlineManager(models.Manager.from_queryset(Through)):
    """Every deadline comes with its last extension, so that nothing that reads it can forget it."""

    def get_queryset(self):
        last = DeadlineExtension.objects.filter(deadline=OuterRef("pk")).order_by("-pk")
        return (
            super()
            .get_queryset()
            .annotate(
                extended_to=Subquery(last.values("until")[:1]),
                extended_by=Subquery(last.values("reference")[:1]),
            )
        )


class Deadline(PlanRule):
    """A date of the plan. `on` as in the plan JSON: a day, `2020-12`, `2020` or `--12-05`.

    The row stays as the plan wrote it; an extension is a row of its own.
    """

    what = models.CharField("việc", max_length=30, choices=DeadlineKind)
    on = models.CharField("ngày", max_length=10)
    time = models.TimeField("giờ", null=True, blank=True)
    inclusive = models.BooleanField("tính cả ngày đó", default=True)
    recurring = models.BooleanField("hằng năm", default=False)
    to = TextLine("gửi về", max_length=200, blank=True)
    text = TextBlock("nguyên văn")

    # Of a row not read through the manager: it was made just now, nobody can have extended it.
    extended_to: dt.date | None = None
    extended_by: str | None = None

    objects = DeadlineManager()

    class Meta(PlanRule.Meta):
        verbose_name = "thời hạn"
        verbose_name_plural = "thời hạn"
        base_manager_name = "objects"

    def written_limit(self) -> Limit:
        """As the plan says it; a recurring day is the first one after the plan's date."""
        day, precision = parse_on(self.on, after=self.campaign.launched_on)
        return Limit(self.text, day, self.time, self.inclusive, precision)

    def limit(self) -> Limit:
        """The pure value that binds: the last extension's day, else the plan's."""
        return Limit(self.text, self.extended_to) if self.extended_to else self.written_limit()

    def ends_at(self) -> dt.datetime | None:
        """The first instant that is too late, aware; None for a yearly day of a plan without date."""
        return end_instant(self.limit())

    def in_words(self) -> str:
        """`gia hạn đến hết 15/12/2021 theo 45/UBND-NV (kế hoạch: chậm nhất …)`, or as the plan says it."""
        written = explain(self.written_limit())
        if not self.extended_to:
            return written
        by = f" theo {self.extended_by}" if self.extended_by else ""
        return f"gia hạn đến hết {short_date(self.extended_to)}{by}; kế hoạch ghi {written}"


class DeadlineExtension(models.Model):
    """A later last day, by a recorded act; the newest row of a deadline holds.

    `document`: the paper that says so, where it stands in the register; `reference` names it for readers.
    """

    deadline = models.ForeignKey(Deadline, models.PROTECT, related_name="extensions", verbose_name="thời hạn")
    until = models.DateField("đến hết ngày")
    reason = TextBlock("lý do")
    reference = TextLine("theo văn bản", max_length=100, blank=True)
    document = models.ForeignKey(
        IssuedDocument,
        models.PROTECT,
        related_name="extensions",
        null=True,
        blank=True,
        verbose_name="văn bản gia hạn",
    )
    made_at = models.DateTimeField("lúc")

    THROUGH = "deadline"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "gia hạn"
        verbose_name_plural = "gia hạn"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.deadline.get_what_display()}: đến hết {short_date(self.until)}"


class LateAcceptance(models.Model):
    """One unit may still send after the deadline, up to a day, for a reason that stays readable."""

    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="late_acceptances", verbose_name="kế hoạch"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="late_acceptances", verbose_name="đơn vị")
    what = models.CharField("việc", max_length=30, choices=LATE_KINDS)
    until = models.DateField("nhận đến hết ngày")
    reason = TextBlock("lý do")
    made_at = models.DateTimeField("lúc")

    THROUGH = "campaign"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "chấp nhận nộp muộn"
        verbose_name_plural = "chấp nhận nộp muộn"
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.unit}: {self.get_what_display().lower()} đến hết {short_date(self.until)}"
