"""Published indices: their range, who answers for which, what was scored."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.urls import reverse

from thiduakt.vietnamese.fields import TextLine
from thiduakt.visible import Everybody
from units.models import Unit

from .recorded import OfUnitsQuerySet, Recorded

MOST_SCORE = Decimal(100)


class Indicator(models.Model):
    """PAR INDEX, PCI, PAPI, SIPAS, DDCI, and the components of each (`part_of`).

    `aliases`: other spellings that plans use, between commas. `own`: every body is scored itself (DDCI);
    of the others a unit is asked only for those it was made to answer for.
    """

    code = TextLine("mã", max_length=30, unique=True)
    name = TextLine("tên", max_length=200)
    part_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="components",
        verbose_name="là chỉ số thành phần của",
    )
    aliases = TextLine("cách viết khác", max_length=200, blank=True, help_text="Cách nhau bằng dấu phẩy.")
    max_score = models.DecimalField("điểm cao nhất", max_digits=6, decimal_places=2, default=MOST_SCORE)
    max_rank = models.PositiveSmallIntegerField("số nơi được xếp hạng", null=True, blank=True)
    own = models.BooleanField("chấm riêng từng cơ quan, đơn vị", default=False)

    objects = Everybody.as_manager()

    class Meta:
        verbose_name = "chỉ số"
        verbose_name_plural = "chỉ số"
        ordering = ["code"]

    def __str__(self):
        return self.code


class AssignmentQuerySet(OfUnitsQuerySet):
    def in_year(self, year: int):
        """Those that hold in a year."""
        return self.filter(Q(until_year__isnull=True) | Q(until_year__gte=year), since_year__lte=year)


class Assignment(Recorded):
    """A unit answers for an indicator (`chỉ số đã được giao`), from a year to a year."""

    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="assignments", verbose_name="chỉ số"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="assignments", verbose_name="đơn vị")
    since_year = models.PositiveSmallIntegerField("từ năm")
    until_year = models.PositiveSmallIntegerField("đến hết năm", null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta(Recorded.Meta):
        verbose_name = "giao phụ trách chỉ số"
        verbose_name_plural = "giao phụ trách chỉ số"
        ordering = ["indicator__code", "-since_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "unit", "since_year"],
                condition=Q(is_live=True),
                name="one_assignment_since",
                violation_error_message="Đơn vị đã được ghi giao chỉ số này từ năm này.",
            ),
            models.CheckConstraint(
                condition=Q(until_year__isnull=True) | Q(until_year__gte=models.F("since_year")),
                name="assignment_ends_after_start",
                violation_error_message="Năm kết thúc không được trước năm bắt đầu.",
            ),
        ]

    def __str__(self):
        return f"{self.indicator}: {self.unit}"

    def get_absolute_url(self):
        return reverse("criteria:record", args=["giao-chi-so", self.pk])

    def holds_in(self, year: int) -> bool:
        return self.since_year <= year and (self.until_year is None or year <= self.until_year)


class IndicatorScore(Recorded):
    """What was published of an indicator for a unit and a year."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="scores", verbose_name="chỉ số")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="scores", verbose_name="đơn vị")
    year = models.PositiveSmallIntegerField("năm")
    score = models.DecimalField("điểm", max_digits=6, decimal_places=2, null=True, blank=True)
    rank = models.PositiveSmallIntegerField("thứ hạng", null=True, blank=True)

    objects = OfUnitsQuerySet.as_manager()

    class Meta(Recorded.Meta):
        verbose_name = "điểm chỉ số"
        verbose_name_plural = "điểm chỉ số"
        ordering = ["-year", "indicator"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "unit", "year"],
                condition=Q(is_live=True),
                name="one_score_a_year",
                violation_error_message="Đã có điểm chỉ số này của đơn vị trong năm.",
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=0),
                name="score_is_not_negative",
                violation_error_message="Điểm không được âm.",
            ),
            models.CheckConstraint(
                condition=Q(rank__isnull=True) | Q(rank__gte=1),
                name="rank_from_one",
                violation_error_message="Thứ hạng từ 1 trở lên.",
            ),
        ]

    def __str__(self):
        return f"{self.indicator} {self.year}: {self.unit}"

    def get_absolute_url(self):
        return reverse("criteria:record", args=["chi-so", self.pk])
