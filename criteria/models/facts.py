"""What is on record about units and people: facts of a year, and what holds them back for a time."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from criteria.enums import FactScale, Holders, HoldReason, Period
from thiduakt.vietnamese.fields import TextLine
from thiduakt.visible import Everybody
from units.models import Person, Unit
from units.models.dated import Dated, DatedQuerySet, ends_after_start

from .recorded import Recorded


class FactKind(models.Model):
    """What can be recorded: rating of work, rating of reform, breaches of working hours…

    `reported`: a working figure that a unit reports of itself; it counts once the office has confirmed it.
    `adds_up`: figures of quarters make the year's (files, papers; not people, who may come twice).
    """

    code = TextLine("mã", max_length=40, unique=True)
    name = TextLine("tên", max_length=200)
    scale = models.CharField("thang", max_length=20, choices=FactScale)
    holders = models.CharField("của", max_length=10, choices=Holders, default=Holders.BOTH)
    reported = models.BooleanField("đơn vị tự báo được", default=False)
    adds_up = models.BooleanField("cộng các quý", default=False)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    objects = Everybody.as_manager()

    class Meta:
        verbose_name = "loại số liệu"
        verbose_name_plural = "loại số liệu"
        ordering = ["order"]

    def __str__(self):
        return self.name


class FactQuerySet(models.QuerySet):
    def live(self):
        """Without what was entered wrongly and cancelled."""
        return self.filter(is_live=True)

    def visible_to(self, user, on: dt.date):
        here = Unit.objects.within(user.reading_unit_ids(on), on)
        return self.filter(
            Q(unit__in=here)
            | Q(person__in=Person.objects.visible_to(user, on))
            | Q(person=user.person_id, person__isnull=False)
        )


class Fact(Recorded):
    """One recorded fact of a unit or of a person, for a year or a quarter of it.

    RATING: `rating`; SHARE: `value` of `total` (people of posts); COUNT and PERCENT: `value`.
    `awaits`: reported by the unit of itself and not yet confirmed by the office: the rules do not rest on it.
    """

    kind = models.ForeignKey(FactKind, models.PROTECT, related_name="facts", verbose_name="loại số liệu")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="facts", verbose_name="đơn vị"
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="facts", verbose_name="cá nhân"
    )
    year = models.PositiveSmallIntegerField("năm")
    period = models.CharField("kỳ", max_length=10, choices=Period, default=Period.YEAR)
    value = models.DecimalField("giá trị", max_digits=10, decimal_places=2, null=True, blank=True)
    total = models.DecimalField("trên tổng số", max_digits=10, decimal_places=2, null=True, blank=True)
    rating = TextLine("xếp loại", max_length=40, blank=True)
    awaits = models.BooleanField("chờ xác nhận", default=False, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name="người xác nhận",
    )
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True, editable=False)

    objects = FactQuerySet.as_manager()

    class Meta(Recorded.Meta):
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
                fields=["kind", "unit", "year", "period"],
                condition=Q(unit__isnull=False, is_live=True),
                name="one_unit_fact_a_year",
                violation_error_message="Đã có số liệu này của đơn vị trong năm.",
            ),
            models.UniqueConstraint(
                fields=["kind", "person", "year", "period"],
                condition=Q(person__isnull=False, is_live=True),
                name="one_person_fact_a_year",
                violation_error_message="Đã có số liệu này của cá nhân trong năm.",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.year}: {self.holder}"

    def get_absolute_url(self):
        return reverse("criteria:record", args=["theo-doi", self.pk])

    @property
    def holder(self) -> Unit | Person:
        return self.unit if self.unit_id else self.person


class HoldQuerySet(DatedQuerySet):
    def live(self):
        """Without what was entered wrongly and cancelled."""
        return self.filter(is_live=True)

    def visible_to(self, user, on: dt.date):
        """Of one's units, those below and the people there; of oneself only what one is told in a dossier."""
        here = Unit.objects.within(user.reading_unit_ids(on), on)
        people = Person.objects.of_units(here, on)
        return self.filter(Q(unit__in=here) | Q(person__in=people.values("pk")))


class Hold(Dated, Recorded):
    """Why someone may not be considered for a while (NĐ 152/2025/NĐ-CP, Điều 4)."""

    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="holds", verbose_name="đơn vị"
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="holds", verbose_name="cá nhân"
    )
    reason = models.CharField("lý do", max_length=20, choices=HoldReason)
    note = TextLine("ghi chú", max_length=300, blank=True)
    source = TextLine("nguồn", max_length=300, blank=True, help_text="Văn bản làm căn cứ.")

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

    def get_absolute_url(self):
        return reverse("criteria:record", args=["tam-dung", self.pk])

    @property
    def holder(self) -> Unit | Person:
        return self.unit if self.unit_id else self.person

    def holds_on(self, on: dt.date) -> bool:
        return self.is_live and super().holds_on(on)
