"""An initiative from registration to recognition, and its trail."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from campaigns.models import Campaign
from councils.models import CouncilMember, SessionItem
from documents.models import IssuedDocument
from initiatives.enums import UNSENT, InitiativeState, SolutionKind
from initiatives.scoring import plain
from thiduakt.events.base import Event
from thiduakt.vietnamese.fields import KeyField, TextBlock, TextLine
from units.enums import REVIEW_ROLES, UNIT_ROLES
from units.models import Unit

LONGEST_KEY = 20_000


class InitiativeQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """Its authors', its unit's; of those sent in also the reviewing office's and its council's."""
        here = Unit.objects.within(user.reading_unit_ids(on, UNIT_ROLES), on)
        mine = Q(created_by=user, unit__in=user.unit_ids(on)) | Q(unit__in=here)
        office = Q(office__in=user.reading_unit_ids(on, REVIEW_ROLES)) & ~Q(state__in=UNSENT)
        if user.person_id:
            seats = CouncilMember.objects.on(on).filter(person=user.person_id)
            mine |= Q(authors__person=user.person_id)
            office |= Q(item__session__council__in=seats.values("council"))
            office |= Q(item__session__attendances__substitute=user.person_id)
        return self.filter(pk__in=self.model.objects.filter(mine | office).values("pk"))


class Initiative(models.Model):
    """A solution that its authors ask to be recognised (Nghị định 13/2012/NĐ-CP).

    `unit` is where the authors work, `office` the body whose council scores and whose head recognises.
    `revision` counts what was written, so that nobody writes over what he has not seen. `item` is its
    place on the agenda of the council that has it now, `sheet` the one it is scored by, `points` the
    average as the session was closed. `decision` is the one that lists it, draft or issued.
    """

    campaign = models.ForeignKey(
        Campaign, models.PROTECT, null=True, blank=True, related_name="initiatives", verbose_name="kế hoạch"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="initiatives", verbose_name="đơn vị")
    office = models.ForeignKey(
        Unit, models.PROTECT, related_name="initiatives_reviewed", verbose_name="nơi xét, công nhận"
    )
    year = models.PositiveSmallIntegerField("năm")
    name = TextLine("tên sáng kiến", max_length=300)
    field = TextLine("lĩnh vực áp dụng", max_length=150)
    kind = models.CharField(
        "loại giải pháp", max_length=20, choices=SolutionKind, default=SolutionKind.MANAGEMENT
    )
    applied_on = models.DateField("áp dụng lần đầu hoặc áp dụng thử từ ngày", null=True, blank=True)
    investor = TextLine("chủ đầu tư tạo ra sáng kiến", max_length=200, blank=True)
    known_state = TextBlock("tình trạng giải pháp đã biết", blank=True)
    content = TextBlock("nội dung giải pháp, tính mới", blank=True)
    applicability = TextBlock("khả năng áp dụng", blank=True)
    conditions = TextBlock("điều kiện cần thiết để áp dụng", blank=True)
    benefits = TextBlock("lợi ích thu được", blank=True)
    user_benefits = TextBlock("lợi ích theo nơi đã áp dụng", blank=True)
    testers = TextBlock("người tham gia áp dụng thử", blank=True)
    secrets = TextBlock("thông tin cần bảo mật", blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)
    state = models.CharField(
        "trạng thái", max_length=20, choices=InitiativeState, default=InitiativeState.DRAFT
    )
    registered_at = models.DateTimeField("đăng ký lúc", null=True, blank=True)
    item = models.OneToOneField(
        SessionItem, models.PROTECT, null=True, blank=True, related_name="initiative", verbose_name="mục họp"
    )
    sheet = models.ForeignKey(
        "ScoreSheet", models.PROTECT, null=True, blank=True, related_name="scored", verbose_name="phiếu chấm"
    )
    points = models.DecimalField("điểm bình quân", max_digits=6, decimal_places=2, null=True, blank=True)
    decision = models.ForeignKey(
        IssuedDocument,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="initiatives",
        verbose_name="quyết định",
    )
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField("lập lúc", default=timezone.now, editable=False)
    search_key = KeyField(source="name", kind="search")
    content_key = KeyField(
        source="known_state content", kind="search", max_length=LONGEST_KEY, db_index=False
    )

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = "sáng kiến"
        verbose_name_plural = "sáng kiến"
        ordering = ["-year", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[InitiativeState.RECOGNISED, InitiativeState.SCOPED])
                | Q(decision__isnull=False),
                name="recognised_needs_decision",
                violation_error_message="Sáng kiến được công nhận phải có quyết định.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("initiatives:detail", args=[self.pk])

    @property
    def code(self) -> str:
        return f"SK-{self.pk:05d}"

    @property
    def points_words(self) -> str:
        return "" if self.points is None else plain(self.points)


class InitiativeEvent(Event):
    SUBJECT = "initiative"
    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="events")

    class Meta(Event.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["initiative", "seq"], name="initiative_event_order")]
