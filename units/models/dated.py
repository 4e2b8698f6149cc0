"""Rows that hold for a time: since a day, until the last day (empty: still)."""

import datetime as dt

from django.db import models
from django.db.models import F, Q


def in_force(on: dt.date, prefix: str = "", start: str = "since", end: str = "until") -> Q:
    """The condition that a dated row holds on a day, both ends inclusive."""
    return Q(**{f"{prefix}{start}__lte": on}) & (
        Q(**{f"{prefix}{end}__isnull": True}) | Q(**{f"{prefix}{end}__gte": on})
    )


class DatedQuerySet(models.QuerySet):
    def on(self, on: dt.date):
        """Only the rows in force on a day."""
        return self.filter(in_force(on))

    def not_over(self, on: dt.date):
        """The rows in force on a day and those to come."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=on))


class Dated(models.Model):
    since = models.DateField("từ ngày")
    until = models.DateField("đến hết ngày", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    def holds_on(self, on: dt.date) -> bool:
        """The same as `in_force`, for a row at hand."""
        return self.since <= on and (self.until is None or self.until >= on)


def ends_after_start(name: str, start: str = "since", end: str = "until") -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": F(start)}),
        name=name,
        violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
    )
