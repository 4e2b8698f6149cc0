"""Recorded acts of organisation, by which decision, and the trails of units and people."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.urls import reverse

from thiduakt.events.base import Event
from thiduakt.vietnamese.days import short_date
from thiduakt.vietnamese.fields import TextBlock, TextLine
from units.enums import ActKind

from .people import Person
from .tree import Unit


class UnitActQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """Acts on units one sees; all for who keeps the whole tree."""
        if user.has_perm("units.change_unit"):
            return self.all()
        seen = Unit.objects.visible_to(user, on).values("pk")
        return self.filter(models.Q(units__in=seen) | models.Q(successions__successor__in=seen)).distinct()


class UnitAct(models.Model):
    """One decision on the organisation: what it does, from which day, to which units.

    `units` are the old ones of a merger, the unit itself in every other act; what came of them stands
    in the successions and parents that carry this act. Entered once and never changed.
    """

    kind = models.CharField("việc", max_length=20, choices=ActKind)
    effective_on = models.DateField("có hiệu lực từ ngày")
    decision_number = TextLine("số quyết định", max_length=60)
    decision_date = models.DateField("ngày quyết định")
    decision_issuer = TextLine("cơ quan quyết định", max_length=200)
    note = TextBlock("ghi chú", blank=True)
    units = models.ManyToManyField(Unit, related_name="acts", verbose_name="đơn vị")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField("ghi lúc")

    objects = UnitActQuerySet.as_manager()

    class Meta:
        verbose_name = "quyết định tổ chức"
        verbose_name_plural = "quyết định tổ chức"
        ordering = ["-effective_on", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()} từ {short_date(self.effective_on)}"

    def get_absolute_url(self):
        return reverse("units:act", args=[self.pk])

    @property
    def citation(self) -> str:
        """`Quyết định số 12/QĐ-UBND ngày 05/12/2026 của UBND tỉnh Khánh Hòa`."""
        return (
            f"Quyết định số {self.decision_number} ngày {short_date(self.decision_date)} "
            f"của {self.decision_issuer}"
        )


class UnitEvent(Event):
    SUBJECT = "unit"
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="events")

    class Meta(Event.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["unit", "seq"], name="unit_event_order")]


class PersonEvent(Event):
    SUBJECT = "person"
    person = models.ForeignKey(Person, models.PROTECT, related_name="events")

    class Meta(Event.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["person", "seq"], name="person_event_order")]
