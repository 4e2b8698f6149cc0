"""Which part of a plan's places is for whom: a pool allotted to units, or to kinds of unit."""

from django.db import models
from django.db.models import Q

from thiduakt.visible import Through
from units.enums import UnitKind
from units.models import Unit

from .rules import Quota


class Allotment(models.Model):
    """At most `limit` places of a pool: for a unit with all below it, or for all units of a kind.

    Neither named: so many for each single unit, whatever else is allotted.
    """

    quota = models.ForeignKey(
        Quota, models.CASCADE, related_name="allotments", verbose_name="số lượng khen thưởng"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="allotments", verbose_name="đơn vị"
    )
    unit_kind = models.CharField("loại đơn vị", max_length=20, choices=UnitKind, blank=True)
    limit = models.PositiveIntegerField("số chỗ")

    THROUGH = "quota"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "phân bổ số lượng"
        verbose_name_plural = "phân bổ số lượng"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["quota", "unit"],
                condition=Q(unit__isnull=False),
                name="one_allotment_of_a_unit",
                violation_error_message="Đơn vị này đã được phân bổ.",
            ),
            models.UniqueConstraint(
                fields=["quota", "unit_kind"],
                condition=Q(unit__isnull=True),
                name="one_allotment_of_a_kind",
                violation_error_message="Loại đơn vị này đã được phân bổ.",
            ),
            models.CheckConstraint(
                condition=Q(unit__isnull=True) | Q(unit_kind=""),
                name="allotted_to_a_unit_or_a_kind",
                violation_error_message="Chỉ chọn đơn vị hoặc loại đơn vị.",
            ),
        ]

    def __str__(self):
        return f"{self.whose}: {self.limit:02d}"

    @property
    def whose(self) -> str:
        """`Phòng Kinh tế`; `các phòng`; `mỗi đơn vị`."""
        if self.unit_id:
            return self.unit.short_name
        return f"các đơn vị loại {self.get_unit_kind_display().lower()}" if self.unit_kind else "mỗi đơn vị"

    @property
    def for_each(self) -> bool:
        return not self.unit_id and not self.unit_kind
