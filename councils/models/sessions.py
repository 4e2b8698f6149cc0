"""Meetings of a council: who came, what stood on the agenda, what was counted."""

import datetime as dt

from django.db import models
from django.db.models import Q
from django.urls import reverse

from councils.enums import ItemResult, Presence, SessionState
from councils.voting import votes_needed
from documents.models import IssuedDocument
from thiduakt.events.base import Event
from thiduakt.vietnamese.fields import TextBlock, TextLine
from thiduakt.visible import Through
from units.enums import REVIEW_ROLES, UNIT_ROLES
from units.models import Person
from units.models.dated import in_force

from .bodies import Council, CouncilMember


class CouncilSessionQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """Sessions of councils one sits in or was sent to for a member, and of the units one acts for."""
        seats = CouncilMember.objects.filter(
            in_force(on), person=user.person_id, person__isnull=False
        ).values("council")
        own = user.reading_unit_ids(on, (*REVIEW_ROLES, *UNIT_ROLES))
        sent = Attendance.objects.filter(substitute=user.person_id, substitute__isnull=False)
        return self.filter(Q(council__in=seats) | Q(council__unit__in=own) | Q(pk__in=sent.values("session")))


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


class AttendanceQuerySet(Through):
    def in_the_room(self, person_id: int | None):
        """Seats whose vote someone has: his own, and that of the member who sent him."""
        own = Q(presence=Presence.PRESENT, member__person=person_id)
        sent = Q(presence=Presence.SUBSTITUTE, substitute=person_id)
        return self.filter(own | sent) if person_id else self.none()


class Attendance(models.Model):
    """Whether a member came. `substitute`: who sits and votes for him, by the paper named in `note`."""

    session = models.ForeignKey(CouncilSession, models.CASCADE, related_name="attendances")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="attendances")
    presence = models.CharField(max_length=10, choices=Presence, default=Presence.PRESENT)
    note = TextLine("ghi chú", max_length=200, blank=True)
    substitute = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người dự thay"
    )

    THROUGH = "session"
    objects = AttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["member__order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "member"], name="one_attendance_each"),
            models.UniqueConstraint(
                fields=["session", "substitute"],
                name="one_member_for_a_substitute",
                violation_error_message="Người này đã dự thay cho một thành viên khác.",
            ),
            models.CheckConstraint(
                condition=Q(presence=Presence.SUBSTITUTE, substitute__isnull=False)
                | (~Q(presence=Presence.SUBSTITUTE) & Q(substitute__isnull=True)),
                name="substitute_is_named",
                violation_error_message="Ghi tên người dự thay.",
            ),
        ]

    def __str__(self):
        return f"{self.member}: {self.get_presence_display()}"


class SessionItem(models.Model):
    """One proposal on the agenda with its counted votes.

    `threshold_percent`, its citation and `ballot_required` (by a secret ballot only) are frozen from
    the rule when the item is put on the agenda; `excluded` are the members who step out because it is
    their own case, present or not; `preferred` says why it goes first among equals, with the article.
    """

    session = models.ForeignKey(CouncilSession, models.PROTECT, related_name="items")
    order = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=300)
    detail = models.CharField(max_length=400, blank=True)
    group = models.CharField(max_length=20)
    award_name = models.CharField(max_length=200)
    threshold_percent = models.PositiveSmallIntegerField()
    citation = models.CharField(max_length=300, blank=True)
    ballot_required = models.BooleanField("phải bỏ phiếu kín", default=False)
    preferred = models.CharField("ưu tiên khi bằng phiếu", max_length=200, blank=True)
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

    def votes_needed(self, total: int) -> int:
        """Of all members of the council, present or not."""
        return votes_needed(total, self.threshold_percent)
