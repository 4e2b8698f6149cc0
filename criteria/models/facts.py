"""What is on record about units and people: scores, facts, holds."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q

from criteria.enums import FactScale, HoldReason
from thiduakt.vietnamese.fields import TextLine
from thiduakt.visible import Everybody
from units.models import Person, Unit
from units.models.dated import Dated, DatedQuerySet, ends_after_start


class OfUnitsQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """What is kept of one's units and of those below."""
        return self.filter(unit__in=Unit.objects.within(user.reading_unit_ids(on), on))


class Indicator(models.Model):
    """PAR INDEX, PCI, PAPI, SIPAS, DDCI."""

    code = TextLine("mã", max_length=30, unique=True)
    name = TextLine("tên", max_length=200)

    objects = Everybody.as_manager()

    class Meta:
        verbose_name = "chỉ số"
        verbose_name_plural = "chỉ số"
        ordering = ["code"]

    def __str__(self):
        return self.code


class IndicatorScore(models.Model):
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="scores", verbose_name="chỉ số")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="scores", verbose_name="đơn vị")
    year = models.PositiveSmallIntegerField("năm")
    score = models.DecimalField("điểm", max_digits=6, decimal_places=2, null=True, blank=True)
    rank = models.PositiveSmallIntegerField("thứ hạng", null=True, blank=True)
    source = TextLine("nguồn", max_length=300, blank=True)

    objects = OfUnitsQuerySet.as_manager()

    class Meta:
        verbose_name = "điểm chỉ số"
        verbose_name_plural = "điểm chỉ số"
        ordering = ["-year", "indicator"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "unit", "year"],
                name="one_score_a_year",
                violation_error_message="Đã có điểm chỉ số này của đơn vị trong năm.",
            )
        ]

    def __str__(self):
        return f"{self.indicator} {self.year}: {self.score}"


class FactKind(models.Model):
    """What can be recorded: rating of work, rating of reform, breaches of working hours…"""

    code = TextLine("mã", max_length=40, unique=True)
    name = TextLine("tên", max_length=200)
    scale = models.CharField("thang", max_length=20, choices=FactScale)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    objects = Everybody.as_manager()

    class Meta:
        verbose_name = "loại số liệu"
        verbose_name_plural = "loại số liệu"
        ordering = ["order"]

    def __str__(self):
        return self.name


class FactQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        here = Unit.objects.within(user.reading_unit_ids(on), on)
        return self.filter(
            Q(unit__in=here)
            | Q(person__in=Person.objects.visible_to(user, on))
            | Q(person=user.person_id, person__isnull=False)
        )


class Fact(models.Model):
    """One recorded fact with its source: of a unit or of a person, for a year.

    RATING: `rating`; SHARE: `value` of `total` (people of posts); COUNT and PERCENT: `value`.
    """

    kind = models.ForeignKey(FactKind, models.PROTECT, related_name="facts", verbose_name="loại số liệu")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="facts", verbose_name="đơn vị"
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="facts", verbose_name="cá nhân"
    )
    year = models.PositiveSmallIntegerField("năm")
    value = models.DecimalField("giá trị", max_digits=10, decimal_places=2, null=True, blank=True)
    total = models.DecimalField("trên tổng số", max_digits=10, decimal_places=2, null=True, blank=True)
    rating = TextLine("xếp loại", max_length=40, blank=True)
    source = TextLine("nguồn", max_length=300, help_text="Văn bản, sổ theo dõi làm căn cứ.")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    entered_at = models.DateTimeField(auto_now_add=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = "số liệu"
        verbose_name_plural = "số liệu"
        ordering = ["-year", "kind", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(unit__isnull=True),
                name="fact_of_person_or_unit",
                violation_error_message="Chọn một cá nhân hoặc một đơn vị.",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__gte=0),
                name="fact_is_not_negative",
                violation_error_message="Giá trị không được âm.",
            ),
            models.CheckConstraint(
                condition=Q(total__isnull=True) | Q(value__isnull=True) | Q(value__lte=models.F("total")),
                name="share_within_total",
                violation_error_message="Số người không được lớn hơn tổng số.",
            ),
            models.UniqueConstraint(
                fields=["kind", "unit", "year"],
                condition=Q(unit__isnull=False),
                name="one_unit_fact_a_year",
                violation_error_message="Đã có số liệu này của đơn vị trong năm.",
            ),
            models.UniqueConstraint(
                fields=["kind", "person", "year"],
                condition=Q(person__isnull=False),
                name="one_person_fact_a_year",
                violation_error_message="Đã có số liệu này của cá nhân trong năm.",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.year}: {self.unit or self.person}"


class HoldQuerySet(DatedQuerySet):
    def visible_to(self, user, on: dt.date):
        """Of one's units, those below and the people there; of oneself only what one is told in a dossier."""
        here = Unit.objects.within(user.reading_unit_ids(on), on)
        people = Person.objects.of_units(here, on)
        return self.filter(Q(unit__in=here) | Q(person__in=people.values("pk")))


class Hold(Dated):
    """Why someone may not be considered for a while (NĐ 152/2025/NĐ-CP, Điều 4)."""

    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="holds", verbose_name="đơn vị"
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="holds", verbose_name="cá nhân"
    )
    reason = models.CharField("lý do", max_length=20, choices=HoldReason)
    note = TextLine("ghi chú", max_length=300, blank=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = "tạm dừng xét"
        verbose_name_plural = "tạm dừng xét"
        constraints = [
            ends_after_start("hold_ends_after_start"),
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(unit__isnull=True),
                name="hold_of_person_or_unit",
                violation_error_message="Chọn một cá nhân hoặc một đơn vị.",
            ),
        ]

    def __str__(self):
        return f"{self.person or self.unit}: {self.get_reason_display()}"
