"""Councils of any unit, and who sits in them."""

import datetime as dt

from django.db import models
from django.db.models import Q

from councils.enums import CouncilKind, Seat
from thiduakt.vietnamese.fields import TextLine
from units.models import Person, Unit
from units.models.dated import Dated, ends_after_start
from units.models.tree import DatedThrough


class CouncilQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """Councils one sits in, those of one's units and of the units below."""
        here = Unit.objects.within(user.reading_unit_ids(on), on)
        seats = CouncilMember.objects.on(on).filter(person=user.person_id, person__isnull=False)
        return self.filter(Q(unit__in=here) | Q(pk__in=seats.values("council")))


class Council(models.Model):
    """A council founded by a decision for a unit."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="councils", verbose_name="của đơn vị")
    kind = models.CharField("loại", max_length=20, choices=CouncilKind, default=CouncilKind.EMULATION)
    name = TextLine("tên", max_length=200)
    quorum_percent = models.PositiveSmallIntegerField(
        "tỷ lệ họp hợp lệ (%)", null=True, blank=True, help_text="Để trống: ít nhất 2/3 tổng số thành viên."
    )
    pass_percent = models.PositiveSmallIntegerField(
        "tỷ lệ phiếu đề nghị (%)",
        null=True,
        blank=True,
        help_text="Tính trên tổng số thành viên Hội đồng, dùng khi quy định khen thưởng không ghi tỷ lệ.",
    )
    threshold_source = TextLine("căn cứ tỷ lệ phiếu", max_length=200, blank=True)
    decision_number = TextLine("số quyết định thành lập", max_length=60, blank=True)
    decision_date = models.DateField("ngày quyết định", null=True, blank=True)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = CouncilQuerySet.as_manager()

    class Meta:
        verbose_name = "Hội đồng"
        verbose_name_plural = "Hội đồng"
        # In the Vietnamese order of the units; in one, the council for emulation before that for initiatives.
        ordering = ["unit__sort_key", "-kind", "name"]
        constraints = [
            ends_after_start("council_ends_after_start", "valid_from", "valid_to"),
            models.CheckConstraint(
                condition=Q(pass_percent__isnull=True) | Q(pass_percent__gte=1, pass_percent__lte=100),
                name="pass_percent_is_a_percentage",
                violation_error_message="Tỷ lệ phiếu phải từ 1 đến 100%.",
            ),
        ]

    def __str__(self):
        return self.name


class CouncilMember(Dated):
    council = models.ForeignKey(Council, models.PROTECT, related_name="members", verbose_name="Hội đồng")
    person = models.ForeignKey(Person, models.PROTECT, related_name="seats", verbose_name="thành viên")
    seat = models.CharField("vị trí", max_length=10, choices=Seat, default=Seat.MEMBER)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    THROUGH = "council"
    objects = DatedThrough.as_manager()

    class Meta:
        verbose_name = "thành viên Hội đồng"
        verbose_name_plural = "thành viên Hội đồng"
        ordering = ["order", "pk"]
        constraints = [
            ends_after_start("seat_ends_after_start"),
            models.UniqueConstraint(
                fields=["council", "person", "since"],
                name="one_seat_each",
                violation_error_message="Người này đã là thành viên từ ngày này.",
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.get_seat_display()}"
