"""Awards from before the system, as their papers tell them."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from criteria.enums import Group
from criteria.models import AwardType
from documents.models import IssuedDocument, StoredFile
from thiduakt.events.base import Event
from thiduakt.vietnamese.fields import TextLine
from units.models import Person, Unit


class PastAwardQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """Those of the people and units one sees the people of; the keeper of the rows sees what he keeps."""
        people = Person.objects.visible_to(user, on) | Person.objects.kept_by(user, on)
        units = Unit.objects.within(user.belonging_unit_ids(on), on) | Unit.objects.kept_by(user, on)
        return self.filter(Q(person__in=people.values("pk")) | Q(collective__in=units.values("pk")))


class PastAward(models.Model):
    """One award of a decision that the system did not make. Names are as the decision writes them.

    `year` is the year whose work it rewards; `collective` is the unit as it was then, or the one that
    keeps its history. `decision`: the decision as it stands in the office's register, where its day is
    known. What was entered wrongly is cancelled with a reason (`is_live`), never removed.
    """

    award_type = models.ForeignKey(
        AwardType, models.PROTECT, related_name="past_awards", verbose_name="danh hiệu, hình thức"
    )
    group = models.CharField("đối tượng", max_length=20, choices=Group)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="past_awards", verbose_name="cá nhân"
    )
    collective = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="past_awards", verbose_name="tập thể"
    )
    year = models.PositiveSmallIntegerField("năm")
    name = TextLine("tên ghi trong quyết định", max_length=200)
    unit_name = TextLine("đơn vị ghi trong quyết định", max_length=300, blank=True)
    decision_number = TextLine("số quyết định", max_length=60)
    decision_date = models.DateField("ngày quyết định", null=True, blank=True)
    decision_issuer = TextLine("cơ quan quyết định", max_length=200)
    source = TextLine("nguồn", max_length=300)
    scan = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bản chụp"
    )
    decision = models.ForeignKey(
        IssuedDocument,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="past_awards",
        verbose_name="quyết định trong sổ",
    )
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField("ghi lúc")
    is_live = models.BooleanField("còn hiệu lực", default=True)

    objects = PastAwardQuerySet.as_manager()

    class Meta:
        verbose_name = "khen thưởng trước khi dùng hệ thống"
        verbose_name_plural = "khen thưởng trước khi dùng hệ thống"
        ordering = ["-year", "-decision_date", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(collective__isnull=True),
                name="past_award_to_person_or_unit",
                violation_error_message="Khen thưởng cho một cá nhân hoặc một tập thể.",
            ),
            models.UniqueConstraint(
                fields=["person", "award_type", "year", "decision_number"],
                condition=Q(person__isnull=False, is_live=True),
                name="past_award_of_a_person_once",
                violation_error_message="Khen thưởng này của cá nhân đã được ghi.",
            ),
            models.UniqueConstraint(
                fields=["collective", "award_type", "year", "decision_number"],
                condition=Q(collective__isnull=False, is_live=True),
                name="past_award_of_a_unit_once",
                violation_error_message="Khen thưởng này của tập thể đã được ghi.",
            ),
        ]

    def __str__(self):
        return f"{self.name}: {self.award_type} {self.year}"

    def get_absolute_url(self):
        return reverse("nominations:past-award", args=[self.pk])

    @property
    def nominee(self) -> Person | Unit:
        return self.person if self.person_id else self.collective


class PastAwardEvent(Event):
    SUBJECT = "past_award"
    past_award = models.ForeignKey(PastAward, models.PROTECT, related_name="events")

    class Meta(Event.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["past_award", "seq"], name="past_award_event_order")]
