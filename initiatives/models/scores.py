"""The sheet that a council scores by, and the points of its members."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from councils.enums import Seat, SessionState
from councils.models import CouncilMember, CouncilSession, SessionItem
from initiatives.scoring import Line, plain
from thiduakt.vietnamese.fields import TextBlock, TextLine
from thiduakt.visible import Everybody
from units.models import Unit, UnitAncestor
from units.models.dated import ends_after_start, in_force

KEEPERS = (Seat.SECRETARY, Seat.CHAIR)


class SheetQuerySet(Everybody):
    def on(self, on: dt.date):
        return self.filter(in_force(on, start="valid_from", end="valid_to"))

    def for_unit(self, unit: Unit, on: dt.date) -> "ScoreSheet | None":
        """The unit's own, else that of the nearest body above, else the one for all."""
        above = UnitAncestor.objects.on(on).filter(unit=unit).order_by("depth")
        chain = [unit.pk, *above.values_list("ancestor", flat=True)]
        found = self.on(on).filter(Q(unit__in=chain) | Q(unit__isnull=True)).order_by("-valid_from", "-pk")
        nearest = {sheet.unit_id: sheet for sheet in reversed(found)}
        return next((nearest[key] for key in (*chain, None) if key in nearest), None)


class ScoreSheet(models.Model):
    """Phiếu chấm: its lines with the most points, the mark to pass, from a day to a day.

    `unit` empty: for every body that has none of its own. What was scored by it never changes: another
    sheet begins on a day of its own.
    """

    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="score_sheets",
        verbose_name="của đơn vị",
        help_text="Để trống: dùng cho mọi nơi chưa có phiếu riêng.",
    )
    name = TextLine("tên", max_length=200)
    pass_points = models.DecimalField(
        "điểm bình quân để được đề nghị công nhận", max_digits=6, decimal_places=2
    )
    citation = TextLine("căn cứ", max_length=300, blank=True)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = SheetQuerySet.as_manager()

    class Meta:
        verbose_name = "phiếu chấm sáng kiến"
        verbose_name_plural = "phiếu chấm sáng kiến"
        ordering = ["unit", "-valid_from"]
        constraints = [
            ends_after_start("sheet_ends_after_start", "valid_from", "valid_to"),
            models.CheckConstraint(
                condition=Q(pass_points__gt=0),
                name="sheet_has_a_mark_to_pass",
                violation_error_message="Điểm để được đề nghị công nhận phải lớn hơn 0.",
            ),
            models.UniqueConstraint(
                F("unit"),
                F("valid_from"),
                name="one_sheet_from_a_day",
                violation_error_message="Đơn vị đã có phiếu chấm từ ngày này.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def pass_words(self) -> str:
        return plain(self.pass_points)

    def lines(self) -> list[Line]:
        return [Line(row.pk, row.name, row.max_points) for row in self.rows.all()]


class ScoreRow(models.Model):
    """One criterion of a sheet."""

    sheet = models.ForeignKey(ScoreSheet, models.CASCADE, related_name="rows")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    name = TextLine("tiêu chí", max_length=200)
    guide = TextBlock("cách cho điểm", blank=True)
    max_points = models.DecimalField("điểm tối đa", max_digits=5, decimal_places=2)

    objects = Everybody.as_manager()

    class Meta:
        verbose_name = "tiêu chí chấm"
        verbose_name_plural = "tiêu chí chấm"
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(max_points__gt=0),
                name="score_row_has_points",
                violation_error_message="Điểm tối đa phải lớn hơn 0.",
            )
        ]

    def __str__(self):
        return self.name


class ScoreQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """One's own; all of a closed session one sees, and of one that one keeps."""
        seats = CouncilMember.objects.on(on).filter(person=user.person_id, person__isnull=False)
        kept = seats.filter(seat__in=KEEPERS).values("council")
        closed = CouncilSession.objects.visible_to(user, on).filter(state=SessionState.CLOSED)
        own = Q(member__person=user.person_id, member__person__isnull=False)
        return self.filter(
            own | Q(item__session__council__in=kept) | Q(item__session__in=closed.values("pk"))
        )


class Score(models.Model):
    """What one member gives for one line; of a sheet on paper the secretary types it."""

    item = models.ForeignKey(SessionItem, models.PROTECT, related_name="scores")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="scores")
    row = models.ForeignKey(ScoreRow, models.PROTECT, related_name="scores")
    points = models.DecimalField("điểm", max_digits=5, decimal_places=2)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = ScoreQuerySet.as_manager()

    class Meta:
        verbose_name = "điểm chấm"
        verbose_name_plural = "điểm chấm"
        ordering = ["item", "member", "row"]
        constraints = [
            models.UniqueConstraint(fields=["item", "member", "row"], name="one_score_each"),
            models.CheckConstraint(condition=Q(points__gte=0), name="member_points_not_negative"),
        ]

    def __str__(self):
        return f"{self.member}: {self.points}"
