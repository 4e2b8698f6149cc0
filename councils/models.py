"""Councils of any unit, their sessions, attendance and counted votes."""

import datetime as dt

from django.db import models
from django.db.models import Q
from django.urls import reverse

from councils.enums import CouncilKind, ItemResult, Presence, Seat, SessionState
from documents.models import IssuedDocument
from thiduakt.events.base import Event
from thiduakt.vietnamese.fields import TextBlock, TextLine
from thiduakt.visible import Through
from units.enums import REVIEW_ROLES, UNIT_ROLES
from units.models import Person, Unit
from units.models.dated import Dated, ends_after_start, in_force
from units.models.tree import DatedThrough


class CouncilQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """Councils one sits in, those of one's units and of the units below."""
        here = Unit.objects.within(user.reading_unit_ids(on), on)
        seats = CouncilMember.objects.on(on).filter(person=user.person_id, person__isnull=False)
        return self.filter(Q(unit__in=here) | Q(pk__in=seats.values("council")))


class Council(models.Model):
    """A council founded by a decision for a unit."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="councils", verbose_name="của đơn vị")
    kind = models.CharField("loại", max_length=20, choices=CouncilKind, default=CouncilKind.EMULATION)
    name = TextLine("tên", max_length=200)
    quorum_percent = models.PositiveSmallIntegerField(
        "tỷ lệ họp hợp lệ (%)", null=True, blank=True, help_text="Để trống: ít nhất 2/3 tổng số thành viên."
    )
    pass_percent = models.PositiveSmallIntegerField(
        "tỷ lệ phiếu đề nghị (%)",
        null=True,
        blank=True,
        help_text="Tính trên tổng số thành viên Hội đồng, dùng khi quy định khen thưởng không ghi tỷ lệ.",
    )
    threshold_source = TextLine("căn cứ tỷ lệ phiếu", max_length=200, blank=True)
    decision_number = TextLine("số quyết định thành lập", max_length=60, blank=True)
    decision_date = models.DateField("ngày quyết định", null=True, blank=True)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = CouncilQuerySet.as_manager()

    class Meta:
        verbose_name = "Hội đồng"
        verbose_name_plural = "Hội đồng"
        ordering = ["name"]
        constraints = [
            ends_after_start("council_ends_after_start", "valid_from", "valid_to"),
            models.CheckConstraint(
                condition=Q(pass_percent__isnull=True) | Q(pass_percent__gte=1, pass_percent__lte=100),
                name="pass_percent_is_a_percentage",
                violation_error_message="Tỷ lệ phiếu phải từ 1 đến 100%.",
            ),
        ]

    def __str__(self):
        return self.name


class CouncilMember(Dated):
    council = models.ForeignKey(Council, models.PROTECT, related_name="members", verbose_name="Hội đồng")
    person = models.ForeignKey(Person, models.PROTECT, related_name="seats", verbose_name="thành viên")
    seat = models.CharField("vị trí", max_length=10, choices=Seat, default=Seat.MEMBER)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    THROUGH = "council"
    objects = DatedThrough.as_manager()

    class Meta:
        verbose_name = "thành viên Hội đồng"
        verbose_name_plural = "thành viên Hội đồng"
        ordering = ["order", "pk"]
        constraints = [
            ends_after_start("seat_ends_after_start"),
            models.UniqueConstraint(
                fields=["council", "person", "since"],
                name="one_seat_each",
                violation_error_message="Người này đã là thành viên từ ngày này.",
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.get_seat_display()}"


class CouncilSessionQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """Sessions of councils one sits in, and of the units one acts for."""
        seats = CouncilMember.objects.filter(
            in_force(on), person=user.person_id, person__isnull=False
        ).values("council")
        own = user.reading_unit_ids(on, (*REVIEW_ROLES, *UNIT_ROLES))
        return self.filter(Q(council__in=seats) | Q(council__unit__in=own))


class CouncilSession(models.Model):
    """One meeting. `number` of the members counted is the total, not those present."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="sessions", verbose_name="Hội đồng")
    held_on = models.DateField("ngày họp")
    starts_at = models.TimeField("bắt đầu lúc", null=True, blank=True)
    ends_at = models.TimeField("kết thúc lúc", null=True, blank=True)
    place = TextLine("địa điểm", max_length=200, blank=True)
    subject = TextLine("nội dung họp", max_length=300)
    discussion = TextBlock("ý kiến thảo luận", blank=True)
    conclusion = TextBlock("kết luận", blank=True)
    state = models.CharField("trạng thái", max_length=10, choices=SessionState, default=SessionState.PLANNED)
    minutes = models.ForeignKey(
        IssuedDocument, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="biên bản"
    )

    objects = CouncilSessionQuerySet.as_manager()

    class Meta:
        verbose_name = "phiên họp"
        verbose_name_plural = "phiên họp"
        ordering = ["-held_on", "-pk"]

    def __str__(self):
        return f"{self.council}, ngày {self.held_on:%d/%m/%Y}"

    def get_absolute_url(self):
        return reverse("councils:session", args=[self.pk])


class CouncilSessionEvent(Event):
    SUBJECT = "session"
    session = models.ForeignKey(CouncilSession, models.PROTECT, related_name="events")

    class Meta(Event.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["session", "seq"], name="session_event_order")]


class Attendance(models.Model):
    session = models.ForeignKey(CouncilSession, models.CASCADE, related_name="attendances")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="attendances")
    presence = models.CharField(max_length=10, choices=Presence, default=Presence.PRESENT)
    note = TextLine("ghi chú", max_length=200, blank=True)

    THROUGH = "session"
    objects = Through.as_manager()

    class Meta:
        ordering = ["member__order", "pk"]
        constraints = [models.UniqueConstraint(fields=["session", "member"], name="one_attendance_each")]

    def __str__(self):
        return f"{self.member}: {self.get_presence_display()}"


class SessionItem(models.Model):
    """One proposal on the agenda with its counted votes.

    `threshold_percent` and its citation are frozen from the rule when the item is put on the
    agenda; `excluded` are the members who step out because it is their own case, present or not.
    """

    session = models.ForeignKey(CouncilSession, models.PROTECT, related_name="items")
    order = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=300)
    detail = models.CharField(max_length=400, blank=True)
    group = models.CharField(max_length=20)
    award_name = models.CharField(max_length=200)
    threshold_percent = models.PositiveSmallIntegerField()
    citation = models.CharField(max_length=300, blank=True)
    yes = models.PositiveSmallIntegerField("đồng ý", null=True, blank=True)
    no = models.PositiveSmallIntegerField("không đồng ý", null=True, blank=True)
    blank = models.PositiveSmallIntegerField("không hợp lệ", null=True, blank=True)
    excluded = models.ManyToManyField(
        CouncilMember, blank=True, related_name="+", verbose_name="không tham gia vì việc của mình"
    )
    result = models.CharField(max_length=10, choices=ItemResult, default=ItemResult.PENDING)
    chair_rank = models.PositiveSmallIntegerField(
        "thứ tự Chủ tịch Hội đồng quyết định", null=True, blank=True
    )

    THROUGH = "session"
    objects = Through.as_manager()

    class Meta:
        ordering = ["group", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(threshold_percent__gte=1) & Q(threshold_percent__lte=100),
                name="threshold_is_a_percentage",
                violation_error_message="Tỷ lệ phiếu phải từ 1 đến 100%.",
            ),
            models.CheckConstraint(
                condition=Q(result=ItemResult.PENDING) | Q(yes__isnull=False, no__isnull=False),
                name="result_needs_votes",
                violation_error_message="Phải nhập số phiếu trước khi có kết quả.",
            ),
        ]

    def __str__(self):
        return self.title
