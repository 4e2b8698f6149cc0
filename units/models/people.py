"""People and their positions over time. A person is not a user."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.urls import reverse

from thiduakt.vietnamese.fields import KeyField, TextLine
from thiduakt.vietnamese.text import search_key
from thiduakt.visible import Through
from units.enums import KEEPING_ROLES, Category, Gender

from .dated import Dated, ends_after_start
from .tree import DatedThrough, Unit


class PersonQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date, among: list[int] | None = None):
        """Oneself, the people of one's units and of all below them, and those whose last work was there.

        `among`: the keys that a search left; nobody else is looked at.
        """
        here = Unit.objects.within(user.reading_unit_ids(on), on)
        return self.of_units(here, on, among) | self.filter(pk=user.person_id)

    def kept_by(self, user, on: dt.date):
        """Whose rows one keeps: everybody for the administrator, else the people of one's units and below."""
        if user.has_perm("units.change_person"):
            return self.all()
        return self.of_units(Unit.objects.within(user.reading_unit_ids(on, KEEPING_ROLES), on), on)

    def of_units(self, units, on: dt.date, among: list[int] | None = None):
        """People who work in the units on a day, or did and work nowhere now; `among`: of these alone."""
        held = Appointment.objects.all() if among is None else Appointment.objects.filter(person__in=among)
        there = held.filter(unit__in=units)
        # Few of a unit's positions are not held now: only for those it is asked who works elsewhere.
        past = there.filter(models.Q(until__lt=on) | models.Q(since__gt=on))
        left = past.exclude(person__in=held.on(on).values("person"))
        return self.filter(
            models.Q(pk__in=there.on(on).values("person")) | models.Q(pk__in=left.values("person"))
        )

    def at_work_in(self, units, on: dt.date):
        """Who works in the units on a day."""
        return self.filter(models.Exists(posts().on(on).filter(unit__in=units)))

    def gone_from(self, units, on: dt.date):
        """Who worked in the units and works nowhere on the day, or is still to come."""
        past = posts().filter(models.Q(until__lt=on) | models.Q(since__gt=on), unit__in=units)
        return self.filter(models.Exists(past), ~models.Exists(posts().on(on)))

    def found(self, text: str):
        """People whose name holds every word, with or without marks."""
        rows = self
        for word in search_key(text).split():
            rows = rows.filter(search_key__contains=word)
        return rows


def posts():
    """Positions of the person that a query is about."""
    return Appointment.objects.filter(person=models.OuterRef("pk"))


class Person(models.Model):
    full_name = TextLine("họ và tên", max_length=100)
    birth_date = models.DateField("ngày sinh", null=True, blank=True)
    gender = models.CharField("giới tính", max_length=10, choices=Gender, blank=True)
    category = models.CharField("đối tượng", max_length=30, choices=Category, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", editable=False
    )
    search_key = KeyField(source="full_name", kind="search")
    sort_key = KeyField(source="full_name", kind="name")

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = "cá nhân"
        verbose_name_plural = "cá nhân"
        ordering = ["sort_key", "pk"]

    def __str__(self):
        return self.full_name

    def get_absolute_url(self):
        return reverse("units:person", args=[self.pk])

    def appointment_on(self, on: dt.date):
        """The position held on a day, the leading one first; None for someone without a unit."""
        if "appointments" in getattr(self, "_prefetched_objects_cache", {}):
            held = [row for row in self.appointments.all() if row.holds_on(on)]
            return min(held, key=lambda a: (not a.is_head, -a.since.toordinal(), a.pk), default=None)
        return self.appointments.on(on).select_related("unit").order_by("-is_head", "-since", "pk").first()


class CitizenNumber(models.Model):
    """Số định danh cá nhân, apart from the person: pages show its last digits, each full view is recorded."""

    person = models.OneToOneField(Person, models.PROTECT, related_name="citizen_number")
    number = models.CharField(
        "số định danh cá nhân",
        max_length=12,
        unique=True,
        error_messages={"unique": "Số định danh này đã ghi cho người khác."},
    )
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    THROUGH = "person"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "số định danh cá nhân"
        verbose_name_plural = "số định danh cá nhân"

    def __str__(self):
        return self.masked

    @property
    def masked(self) -> str:
        return "•" * (len(self.number) - 3) + self.number[-3:]


class Appointment(Dated):
    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments", verbose_name="cá nhân")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="appointments", verbose_name="đơn vị")
    position = TextLine("chức vụ", max_length=150)
    is_head = models.BooleanField("người đứng đầu", default=False)

    THROUGH = "person"
    objects = DatedThrough.as_manager()

    class Meta:
        verbose_name = "chức vụ"
        verbose_name_plural = "chức vụ"
        constraints = [ends_after_start("appointment_ends_after_start")]

    def __str__(self):
        return f"{self.person}, {self.position}"
