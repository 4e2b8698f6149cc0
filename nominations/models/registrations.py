"""Registrations (đăng ký thi đua)."""

import datetime as dt

from django.db import models
from django.db.models import Q
from django.urls import reverse

from nominations.enums import RegistrationState
from thiduakt.events.base import Event
from thiduakt.vietnamese.fields import TextBlock
from units.enums import REVIEW_ROLES

from .nominee import Nominee, one_nominee, own_or_of_my_units
from .submissions import Submission


class RegistrationQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """One's own, one's units'; the office sees what was sent to it, the level above what was sent up."""
        offices = user.reading_unit_ids(on, REVIEW_ROLES)
        office = Q(campaign__issuer__in=offices) & ~Q(state=RegistrationState.DRAFT)
        sent_up = Registration.lists.through.objects.filter(submission__to_unit__in=offices)
        above = Q(pk__in=sent_up.values("registration"))
        return self.filter(own_or_of_my_units(user, on) | office | above).distinct()


class Registration(Nominee):
    """`lists`: the unit's list it was sent with, and those of the levels that sent it on."""

    commitment = TextBlock("nội dung đăng ký", blank=True)
    state = models.CharField(
        "trạng thái", max_length=20, choices=RegistrationState, default=RegistrationState.DRAFT
    )
    sent_at = models.DateTimeField("gửi lúc", null=True, blank=True)
    lists = models.ManyToManyField(Submission, related_name="registrations", editable=False)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = "đăng ký thi đua"
        verbose_name_plural = "đăng ký thi đua"
        ordering = ["-created_at", "-pk"]
        constraints = [
            one_nominee("registration_of_person_or_unit"),
            models.UniqueConstraint(
                fields=["campaign", "award_type", "person"],
                condition=Q(person__isnull=False) & ~Q(state=RegistrationState.WITHDRAWN),
                name="one_live_registration_of_a_person",
                violation_error_message="Cá nhân này đã đăng ký hình thức này.",
            ),
            models.UniqueConstraint(
                fields=["campaign", "award_type", "collective"],
                condition=Q(collective__isnull=False) & ~Q(state=RegistrationState.WITHDRAWN),
                name="one_live_registration_of_a_unit",
                violation_error_message="Tập thể này đã đăng ký hình thức này.",
            ),
        ]

    def __str__(self):
        return f"{self.nominee_name}: {self.award_type}"

    def get_absolute_url(self):
        return reverse("nominations:registration", args=[self.pk])


class RegistrationEvent(Event):
    SUBJECT = "registration"
    registration = models.ForeignKey(Registration, models.PROTECT, related_name="events")

    class Meta(Event.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(fields=["registration", "seq"], name="registration_event_order")
        ]
