"""Submissions: a unit's list with its tờ trình, sent up."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from campaigns.models import Campaign
from councils.models import CouncilSession
from documents.models import IssuedDocument, StoredFile
from nominations.enums import Carries, SubmissionState
from thiduakt.events.base import Event
from units.enums import REVIEW_ROLES, UNIT_ROLES
from units.models import Unit


class SubmissionQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """The unit's own, a reviewing level's own; the receiving level sees what was sent."""
        here = Unit.objects.within(user.reading_unit_ids(on, UNIT_ROLES), on)
        offices = user.reading_unit_ids(on, REVIEW_ROLES)
        forwarded = Q(unit__in=offices, level__gte=1)
        received = Q(to_unit__in=offices) & ~Q(state=SubmissionState.DRAFT)
        return self.filter(Q(unit__in=here, level=0) | forwarded | received)

    def of_dossiers(self):
        return self.filter(carries=Carries.DOSSIERS)

    def of_registrations(self):
        return self.filter(carries=Carries.REGISTRATIONS)


class Submission(models.Model):
    """One tờ trình. Of dossiers its list is the stages that point to it; its minutes are written or uploaded.

    Of registrations its list is `registrations`, from the sending on. `level` is the level that sends it:
    0 a nominating unit, n a reviewing level that forwards. `answer`: the paper of a level without an
    office here, which said what it makes of the registrations.
    """

    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="submissions", verbose_name="kế hoạch"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="submissions", verbose_name="đơn vị trình")
    to_unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="received_submissions", verbose_name="nơi nhận"
    )
    level = models.PositiveSmallIntegerField("cấp trình", default=0, editable=False)
    carries = models.CharField(
        "nội dung", max_length=15, choices=Carries, default=Carries.DOSSIERS, editable=False
    )
    state = models.CharField(
        "trạng thái", max_length=10, choices=SubmissionState, default=SubmissionState.DRAFT
    )
    session = models.ForeignKey(
        CouncilSession,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="submissions",
        verbose_name="phiên họp",
    )
    minutes_file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tệp biên bản"
    )
    letter_file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tệp tờ trình"
    )
    paper = models.OneToOneField(
        IssuedDocument,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="submission",
        verbose_name="tờ trình",
    )
    answer = models.ForeignKey(
        IssuedDocument,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="answered_submissions",
        verbose_name="văn bản trả lời",
    )
    sent_at = models.DateTimeField("gửi lúc", null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = "tờ trình"
        verbose_name_plural = "tờ trình"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "unit", "level", "carries"],
                condition=Q(state=SubmissionState.DRAFT),
                name="one_draft_submission_each",
                violation_error_message="Đơn vị đang có một tờ trình chưa gửi.",
            ),
            models.CheckConstraint(
                condition=Q(state=SubmissionState.DRAFT) | Q(sent_at__isnull=False),
                name="sent_submission_has_time",
            ),
        ]

    def __str__(self):
        what = "Danh sách đăng ký" if self.of_registrations else "Tờ trình"
        return f"{what} của {self.unit}: {self.campaign}"

    def get_absolute_url(self):
        page = "registration-list" if self.of_registrations else "submission"
        return reverse(f"nominations:{page}", args=[self.pk])

    @property
    def of_registrations(self) -> bool:
        return self.carries == Carries.REGISTRATIONS


class SubmissionEvent(Event):
    SUBJECT = "submission"
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="events")

    class Meta(Event.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["submission", "seq"], name="submission_event_order")]
