"""The abstract event row and the two things done with it: append and verify."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import islice

from django.conf import settings
from django.db import models

AT_A_TIME = 500


class EventQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """The trail is read by whoever sees its object."""
        seen = self.model._meta.get_field(self.model.SUBJECT).related_model._default_manager
        return self.filter(**{f"{self.model.SUBJECT}__in": seen.visible_to(user, on).values("pk")})


class Event(models.Model):
    """Who did what to one object, when, from which state to which, and why.

    A concrete event names its object in `SUBJECT`, its own columns in `SEALED`. Rows are chained:
    `hash` covers the row and `prev_hash`, so a changed, removed or reordered row breaks the chain.
    """

    SUBJECT: str
    # Columns of a concrete event that its hash covers too.
    SEALED: tuple[str, ...] = ()

    seq = models.PositiveIntegerField("thứ tự")
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name="người thực hiện", related_name="+"
    )
    membership = models.ForeignKey(
        "units.Membership", models.PROTECT, null=True, verbose_name="theo vai trò", related_name="+"
    )
    action = models.CharField("việc", max_length=40)
    from_state = models.CharField("từ", max_length=40, blank=True)
    to_state = models.CharField("đến", max_length=40, blank=True)
    note = models.TextField("lý do, ghi chú", blank=True)
    data = models.JSONField("dữ liệu", default=dict)
    prev_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["seq"]

    def __str__(self):
        return f"{self.seq}. {self.action}"

    @property
    def who(self) -> str:
        """Who did it, and in whose stead: `Trần Thị Bình, theo ủy quyền của Nguyễn Văn An`."""
        lent = self.membership.lent if self.membership_id else ""
        return f"{self.by or 'Hệ thống'}{lent}"

    def digest(self) -> str:
        """sha256 over the row's own values and the hash before it, hexadecimal."""
        values = {
            "subject": getattr(self, f"{self.SUBJECT}_id"),
            "seq": self.seq,
            "at": self.at.astimezone(dt.UTC).isoformat(),
            "by": self.by_id,
            "membership": self.membership_id,
            "action": self.action,
            "from": self.from_state,
            "to": self.to_state,
            "note": self.note,
            "data": self.data,
            "prev": self.prev_hash,
        } | {name: getattr(self, name) for name in self.SEALED}
        text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def append(model: type[Event], subject, *, action: str, by, at: dt.datetime, **values) -> Event:
    """Add the next row of an object's trail; the caller holds the object's lock.

    `values`: from_state, to_state, note, membership, data. Two writers without the lock meet in
    the unique constraint on (object, seq), never in two rows of one number.
    """
    trail = model.objects.filter(**{model.SUBJECT: subject}).order_by("-seq")
    seq, last_hash = trail.values_list("seq", "hash").first() or (0, "")
    event = following(model, subject, seq, last_hash, action=action, by=by, at=at, **values)
    event.save(force_insert=True)
    return event


def following(model: type[Event], subject, seq: int, last_hash: str, **values) -> Event:
    """The row after number `seq` of an object's trail, not saved."""
    event = model(**{model.SUBJECT: subject}, seq=seq + 1, prev_hash=last_hash, **values)
    event.hash = event.digest()
    return event


def append_many(model: type[Event], rows: Iterable[tuple], *, action: str, by, at: dt.datetime) -> None:
    """One row for each of many objects, as `append` would; `rows` are (object, data)."""
    for chunk in batched(rows, AT_A_TIME):
        subjects = [subject.pk for subject, _ in chunk]
        found = model.objects.filter(**{f"{model.SUBJECT}__in": subjects}).order_by("seq")
        last = {pk: (seq, said) for pk, seq, said in found.values_list(model.SUBJECT, "seq", "hash")}
        model.objects.bulk_create(
            following(model, subject, *last.get(subject.pk, (0, "")), action=action, by=by, at=at, data=data)
            for subject, data in chunk
        )


def batched(rows: Iterable, size: int) -> Iterator[list]:
    rows = iter(rows)
    while chunk := list(islice(rows, size)):
        yield chunk


def broken_rows(model: type[Event]) -> Iterator[Event]:
    """The first wrong row of each object whose chain does not hold."""
    subject, seq, last_hash, failed = None, 0, "", None
    for event in model.objects.order_by(model.SUBJECT, "seq").iterator(chunk_size=2000):
        current = getattr(event, f"{model.SUBJECT}_id")
        if current != subject:
            subject, seq, last_hash = current, 0, ""
        seq += 1
        whole = event.seq == seq and event.prev_hash == last_hash and event.hash == event.digest()
        if not whole and failed != subject:
            failed = subject
            yield event
        last_hash = event.hash
