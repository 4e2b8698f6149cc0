"""Units over time: the dated tree, its closure, successions and posts."""

import datetime as dt

from django.db import models
from django.urls import reverse

from thiduakt.vietnamese.fields import KeyField, TextLine
from thiduakt.vietnamese.text import search_key
from thiduakt.visible import Through
from units.enums import KEEPING_ROLES, SuccessionKind, UnitKind

from .dated import Dated, DatedQuerySet, ends_after_start, in_force


class UnitQuerySet(models.QuerySet):
    def on(self, on: dt.date):
        """Units that exist on a day."""
        return self.filter(in_force(on, start="valid_from", end="valid_to"))

    def within(self, unit_ids, on: dt.date):
        """The given units and everything below them on a day."""
        below = UnitAncestor.objects.on(on).filter(ancestor__in=unit_ids).values("unit")
        return self.filter(models.Q(pk__in=unit_ids) | models.Q(pk__in=below))

    def inherited(self, unit_ids, on: dt.date):
        """The closed units whose records the given ones keep on a day."""
        return self.filter(heirs__since__lte=on, heirs__heir__in=unit_ids).distinct()

    def visible_to(self, user, on: dt.date):
        """One's own units, those whose records they keep, all below them and all that ever stood above."""
        own = user.belonging_unit_ids(on)
        above = UnitAncestor.objects.filter(unit__in=own, since__lte=on).values("ancestor")
        below = UnitAncestor.objects.not_over(on).filter(ancestor__in=own).values("unit")
        return self.filter(models.Q(pk__in=own) | models.Q(pk__in=above) | models.Q(pk__in=below))

    def kept_by(self, user, on: dt.date):
        """Units one keeps: the administrator all of them, the office its own and those below, now or soon."""
        if user.has_perm("units.change_unit"):
            return self.all()
        own = user.acting_unit_ids(on, KEEPING_ROLES)
        below = UnitAncestor.objects.not_over(on).filter(ancestor__in=own).values("unit")
        return self.filter(models.Q(pk__in=own) | models.Q(pk__in=below))

    def found(self, text: str):
        """Units whose name or code holds every word, with or without marks."""
        rows = self
        for word in search_key(text).split():
            rows = rows.filter(models.Q(search_key__contains=word) | models.Q(code__iexact=word))
        return rows


class Unit(models.Model):
    """An organisation or a part of one. Issued papers keep the names it had; it never goes away."""

    code = TextLine("mã", max_length=40, unique=True)
    name = TextLine("tên đầy đủ", max_length=200)
    short_name = TextLine("tên gọn", max_length=100)
    symbol = TextLine(
        "ký hiệu", max_length=20, blank=True, help_text="Dùng trong số, ký hiệu văn bản, ví dụ UBND."
    )
    kind = models.CharField("loại", max_length=20, choices=UnitKind)
    place_name = TextLine("địa danh", max_length=60, blank=True)
    head_title = TextLine("chức danh người đứng đầu", max_length=60, blank=True)
    valid_from = models.DateField("có từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    search_key = KeyField(source="name short_name", kind="search")
    sort_key = KeyField(source="short_name", kind="text")

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = "đơn vị"
        verbose_name_plural = "đơn vị"
        ordering = ["sort_key", "pk"]
        constraints = [ends_after_start("unit_ends_after_start", "valid_from", "valid_to")]

    def __str__(self):
        return self.short_name

    def get_absolute_url(self):
        return reverse("units:unit", args=[self.pk])

    def exists_on(self, on: dt.date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


class DatedThrough(DatedQuerySet, Through):
    """Dated rows that are seen with the row they belong to."""


class UnitParent(Dated):
    """One parent at a time."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="parents", verbose_name="đơn vị")
    parent = models.ForeignKey(Unit, models.PROTECT, related_name="children", verbose_name="trực thuộc")

    THROUGH = "unit"
    objects = DatedThrough.as_manager()

    class Meta:
        verbose_name = "quan hệ trực thuộc"
        verbose_name_plural = "quan hệ trực thuộc"
        constraints = [
            ends_after_start("parent_ends_after_start"),
            models.UniqueConstraint(
                fields=["unit", "since"],
                name="one_parent_at_a_time",
                violation_error_message="Đơn vị đã có nơi trực thuộc từ ngày này.",
            ),
            models.CheckConstraint(
                condition=~models.Q(unit=models.F("parent")),
                name="unit_is_not_its_own_parent",
                violation_error_message="Đơn vị không thể trực thuộc chính nó.",
            ),
        ]

    def __str__(self):
        return f"{self.unit} thuộc {self.parent}"


class UnitAncestor(Dated):
    """The dated closure of UnitParent, rebuilt with it: depth 1 is the parent."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="ancestor_spans")
    ancestor = models.ForeignKey(Unit, models.CASCADE, related_name="descendant_spans")
    depth = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = "cấp trên"
        verbose_name_plural = "cấp trên"
        indexes = [models.Index(fields=["ancestor", "unit"])]

    def __str__(self):
        return f"{self.unit} < {self.ancestor}"


class UnitSuccession(models.Model):
    """What became of a unit, by which decision; `act` is empty for what was loaded without its papers."""

    predecessor = models.ForeignKey(
        Unit, models.PROTECT, related_name="successions", verbose_name="đơn vị cũ"
    )
    successor = models.ForeignKey(Unit, models.PROTECT, related_name="origins", verbose_name="đơn vị mới")
    kind = models.CharField("hình thức", max_length=20, choices=SuccessionKind)
    effective_on = models.DateField("từ ngày")
    decision_number = TextLine("số quyết định", max_length=60, blank=True)
    decision_date = models.DateField("ngày quyết định", null=True, blank=True)
    decision_issuer = TextLine("cơ quan quyết định", max_length=200, blank=True)
    act = models.ForeignKey("UnitAct", models.PROTECT, null=True, blank=True, related_name="successions")

    THROUGH = "predecessor"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "kế thừa"
        verbose_name_plural = "kế thừa"
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"],
                name="one_succession_each",
                violation_error_message="Hai đơn vị này đã được ghi kế thừa.",
            )
        ]

    def __str__(self):
        return f"{self.predecessor} → {self.successor}"


class UnitHeir(models.Model):
    """The closure of successions: from `since` on, `heir` keeps the records of `unit`.

    A unit closed without a successor leaves them to the one it stood under on its last day. Rebuilt
    with the successions; visible_to joins it.
    """

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="heirs")
    heir = models.ForeignKey(Unit, models.CASCADE, related_name="inherited")
    since = models.DateField()

    class Meta:
        verbose_name = "nơi giữ hồ sơ"
        verbose_name_plural = "nơi giữ hồ sơ"
        indexes = [models.Index(fields=["heir", "unit"])]
        constraints = [models.UniqueConstraint(fields=["unit", "heir"], name="one_heir_each")]

    def __str__(self):
        return f"{self.unit} ⇒ {self.heir}"


class HeadcountQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """Posts of one's units and of those below."""
        return self.filter(unit__in=Unit.objects.within(user.reading_unit_ids(on), on))


class Headcount(models.Model):
    """Posts (biên chế) of a unit in a year."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="headcounts", verbose_name="đơn vị")
    year = models.PositiveSmallIntegerField("năm")
    posts = models.PositiveIntegerField("biên chế")

    objects = HeadcountQuerySet.as_manager()

    class Meta:
        verbose_name = "biên chế"
        verbose_name_plural = "biên chế"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "year"],
                name="one_headcount_a_year",
                violation_error_message="Đã có biên chế của đơn vị trong năm này.",
            )
        ]

    def __str__(self):
        return f"{self.unit} {self.year}: {self.posts}"
