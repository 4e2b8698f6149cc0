"""People and their positions over time. A person is not a user."""

import datetime as dt

from django.db import models

from thiduakt.vietnamese.fields import KeyField, TextLine
from units.enums import Category, Gender

from .dated import Dated, ends_after_start
from .tree import Unit


class PersonQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """Oneself, and the people of one's units and of all below them."""
        here = Unit.objects.within(user.acting_unit_ids(on), on)
        working = Appointment.objects.on(on).filter(unit__in=here).values("person")
        return self.filter(models.Q(pk__in=working) | models.Q(pk=user.person_id))


class Person(models.Model):
    full_name = TextLine("họ và tên", max_length=100)
    birth_date = models.DateField("ngày sinh", null=True, blank=True)
    gender = models.CharField("giới tính", max_length=10, choices=Gender, blank=True)
    category = models.CharField("đối tượng", max_length=30, choices=Category, blank=True)
    search_key = KeyField(source="full_name", kind="search")
    sort_key = KeyField(source="full_name", kind="name")

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = "cá nhân"
        verbose_name_plural = "cá nhân"
        ordering = ["sort_key", "pk"]

    def __str__(self):
        return self.full_name

    def appointment_on(self, on: dt.date):
        """The position held on a day, the leading one first; None for someone without a unit."""
        return self.appointments.on(on).select_related("unit").order_by("-is_head", "-since", "pk").first()


class Appointment(Dated):
    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments", verbose_name="cá nhân")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="appointments", verbose_name="đơn vị")
    position = TextLine("chức vụ", max_length=150)
    is_head = models.BooleanField("người đứng đầu", default=False)

    class Meta:
        verbose_name = "chức vụ"
        verbose_name_plural = "chức vụ"
        constraints = [ends_after_start("appointment_ends_after_start")]

    def __str__(self):
        return f"{self.person}, {self.position}"
