"""The catalogue by regime: laws, base salaries, awards and what each regime says of them."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from criteria.enums import AwardCategory, Group
from criteria.rules import general
from criteria.rules.entries import faults
from thiduakt.vietnamese.fields import TextBlock, TextLine
from thiduakt.visible import Everybody
from units.enums import UnitKind
from units.models import Unit
from units.models.dated import ends_after_start, in_force


def only_known_conditions(value) -> None:
    """Each entry names a condition that holds for every award, with its article."""
    if found := general.faults(value):
        raise ValidationError(found)


class RegimeQuerySet(Everybody):
    def on(self, on: dt.date):
        return self.filter(in_force(on, start="valid_from", end="valid_to"))


class LegalRegime(models.Model):
    """The law in force from a day to a day; what it lacks comes from the one it inherits.

    `women_percent`: from this share on a collective is preferred among equals, as a woman is.
    `common_rules`: list of {"key", "citation"} and optional "text", "verified": what holds for every award.
    """

    code = TextLine("mã", max_length=40, unique=True)
    name = TextLine("tên", max_length=200)
    instrument = TextBlock("văn bản", max_length=600)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    verified = models.BooleanField("đã kiểm chứng", default=False)
    women_percent = models.PositiveSmallIntegerField(
        "ưu tiên tập thể có từ (%) nữ",
        null=True,
        blank=True,
        help_text="Khi bằng phiếu: nữ, tập thể có tỷ lệ nữ này được xếp trước. Để trống: không ưu tiên.",
    )
    women_citation = TextLine("căn cứ ưu tiên", max_length=200, blank=True)
    common_rules = models.JSONField(
        "điều kiện chung", default=list, blank=True, validators=[only_known_conditions]
    )
    inherits = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="heirs", verbose_name="kế thừa"
    )

    objects = RegimeQuerySet.as_manager()

    class Meta:
        verbose_name = "chế độ pháp lý"
        verbose_name_plural = "chế độ pháp lý"
        ordering = ["-valid_from"]
        constraints = [ends_after_start("regime_ends_after_start", "valid_from", "valid_to")]

    def __str__(self):
        return self.name


class BaseSalary(models.Model):
    """Mức lương cơ sở, đồng a month, in force from a day until the next row."""

    valid_from = models.DateField("từ ngày", unique=True)
    amount = models.PositiveIntegerField("mức (đồng)")
    instrument = TextLine("văn bản", max_length=100)
    verified = models.BooleanField("đã kiểm chứng", default=False)

    objects = Everybody.as_manager()

    class Meta:
        verbose_name = "mức lương cơ sở"
        verbose_name_plural = "mức lương cơ sở"
        ordering = ["-valid_from"]

    def __str__(self):
        return f"{self.amount} từ {self.valid_from:%d/%m/%Y}"


class AwardType(models.Model):
    """A danh hiệu or a hình thức: two catalogues, one table, never offered in one list."""

    code = TextLine("mã", max_length=20, unique=True)
    name = TextLine("tên", max_length=150)
    category = models.CharField("loại", max_length=20, choices=AwardCategory)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    objects = Everybody.as_manager()

    class Meta:
        verbose_name = "danh hiệu, hình thức"
        verbose_name_plural = "danh hiệu, hình thức"
        ordering = ["category", "order"]

    def __str__(self):
        return self.name


def only_unit_kinds(value) -> None:
    """A list of kinds of unit, each of which there is."""
    if not isinstance(value, list) or set(map(str, value)) - set(UnitKind.values):
        known = ", ".join(UnitKind.values)
        raise ValidationError(f"Ghi danh sách loại đơn vị, chỉ gồm: {known}.")


def only_known_rules(value) -> None:
    """Each entry names a rule that there is, with parameters that it takes."""
    if found := faults(value):
        raise ValidationError(found)


class AwardRuleQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """What a regime says is everybody's; a unit's own rule is for its line of the tree and its keeper."""
        if user.has_perm("criteria.change_awardrule"):
            return self.all()
        own = Unit.objects.visible_to(user, on)
        return self.filter(Q(unit__isnull=True) | Q(unit__in=own.values("pk")))


class AwardRule(models.Model):
    """What one regime (or one unit's own rule) says of an award for one group of nominees.

    `unit_kinds`: kinds of unit whose head confers it (GK of a sở and GK of a xã differ in money).
    `proposing_kinds`: kinds of unit whose council must reach `vote_percent` where they only send it up.
    `rule_keys`: list of {"key", "parameters", "citation"} and optional "effect", "when", "verified", read by
    the eligibility rules. `cap_percent` of those who got `cap_base` in the year may have the award.
    """

    award_type = models.ForeignKey(
        AwardType, models.PROTECT, related_name="rules", verbose_name="khen thưởng"
    )
    group = models.CharField("đối tượng", max_length=20, choices=Group)
    regime = models.ForeignKey(
        LegalRegime, models.PROTECT, null=True, blank=True, related_name="rules", verbose_name="chế độ"
    )
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="award_rules",
        verbose_name="quy định riêng của",
    )
    unit_kinds = models.JSONField(
        "loại đơn vị quyết định", default=list, blank=True, validators=[only_unit_kinds]
    )
    authority = TextLine("thẩm quyền", max_length=300)
    coefficient = models.DecimalField(
        "hệ số tiền thưởng", max_digits=6, decimal_places=2, null=True, blank=True
    )
    vote_percent = models.PositiveSmallIntegerField("tỷ lệ phiếu (%)", null=True, blank=True)
    ballot_required = models.BooleanField("phải bỏ phiếu kín", default=False)
    proposing_kinds = models.JSONField(
        "loại đơn vị trình cũng phải đạt tỷ lệ phiếu", default=list, blank=True, validators=[only_unit_kinds]
    )
    cap_percent = models.PositiveSmallIntegerField("tỷ lệ tối đa (%)", null=True, blank=True)
    cap_base = models.ForeignKey(
        AwardType,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="tính trên số người được tặng",
    )
    required_parts = models.JSONField("thành phần hồ sơ", default=list, blank=True)
    rule_keys = models.JSONField("quy tắc", default=list, blank=True, validators=[only_known_rules])
    citation = TextLine("căn cứ", max_length=300)
    verified = models.BooleanField("đã kiểm chứng", default=False)

    objects = AwardRuleQuerySet.as_manager()

    class Meta:
        verbose_name = "quy định khen thưởng"
        verbose_name_plural = "quy định khen thưởng"
        ordering = ["award_type__category", "award_type__order", "regime__valid_from", "group"]
        constraints = [
            models.CheckConstraint(
                condition=Q(regime__isnull=True) ^ Q(unit__isnull=True),
                name="rule_of_regime_or_unit",
                violation_error_message="Chọn chế độ pháp lý hoặc đơn vị có quy định riêng.",
            )
        ]

    def __str__(self):
        place = self.regime or self.unit
        return f"{self.award_type}, {self.get_group_display().lower()}{f' ({place})' if place else ''}"
