"""The campaign: a plan's head, signature and state. Its rules hang on its clauses."""

import datetime as dt
from collections.abc import Callable

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.functional import cached_property

from campaigns.enums import CampaignKind, CampaignState, NoteKind, RegistrationMode
from criteria.models import Checklist
from documents.models import IssuedDocument, StoredFile
from thiduakt.events.base import Event
from thiduakt.vietnamese.fields import KeyField, TextBlock, TextLine
from thiduakt.visible import Through
from units.enums import REVIEW_ROLES
from units.models import Unit, UnitAncestor
from units.models.dated import in_force

# An issued plan stays readable whatever became of it.
PUBLIC_STATES = (
    CampaignState.LAUNCHED,
    CampaignState.CLOSED,
    CampaignState.REPLACED,
    CampaignState.WITHDRAWN,
)


def under_way(prefix: str = "") -> Q:
    """The condition that a plan's dossiers go on: it runs, or whatever replaced it lets them go on."""
    running = Q(**{f"{prefix}state": CampaignState.LAUNCHED})
    return running | Q(**{f"{prefix}state": CampaignState.REPLACED, f"{prefix}carries_over": True})


# Conditions of the apps above: plans under which something was sent up to an office one works for.
ALSO_SEEN: list[Callable] = []


class CampaignQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """Launched plans of one's own units and of those above; drafts of units one works for.

        A plan launched above a unit stays with it and with who keeps its records, wherever it stands now.
        """
        own = user.belonging_unit_ids(on)
        spans = UnitAncestor.objects.filter(unit__in=own)
        above = spans.on(on).values("ancestor")
        then = in_force(OuterRef("launched_on"))
        stood_above = Exists(spans.filter(then, ancestor=OuterRef("issuer")))
        kept_above = Q(issuer__heirs__heir__in=above, issuer__heirs__since__lte=on)
        launched = Q(state__in=PUBLIC_STATES) & (
            Q(issuer__in=own) | Q(issuer__in=above) | kept_above | Q(stood_above)
        )
        drafting = Q(issuer__in=user.reading_unit_ids(on, REVIEW_ROLES)) | Q(
            issuer__isnull=True, created_by=user
        )
        for also in ALSO_SEEN:
            drafting |= also(user, on)
        return self.filter(launched | drafting).distinct()


class Campaign(models.Model):
    """A plan that becomes a running campaign.

    Head, preamble and signatory are kept as written: `document` {"type", "number", "symbol",
    "place", "day", "month", "year"}, `preamble` [paragraph], `signatory` {"lines", "capacity",
    "on_behalf_of", "position", "name"}. Number and day of a plan issued here live in `paper`.
    `unchecked_head` names what was read from a text and nobody has looked at: members of HeadFact.
    `head_revision` counts the corrections of those facts, so that nobody writes over what he has not seen.
    """

    issuer = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="campaigns", verbose_name="cơ quan ban hành"
    )
    issuer_as_written = TextLine("tên cơ quan trong văn bản", max_length=200, blank=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="kế hoạch cấp trên",
    )
    parent_reference = TextLine("số kế hoạch cấp trên", max_length=60, blank=True)
    source = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="clones", verbose_name="lập từ kế hoạch"
    )
    kind = models.CharField("loại", max_length=20, choices=CampaignKind, default=CampaignKind.THEMATIC)
    title = TextLine("trích yếu", max_length=500)
    year = models.PositiveSmallIntegerField("năm", null=True, blank=True)
    document = models.JSONField("số, ngày như văn bản", default=dict)
    preamble = models.JSONField("phần mở đầu", default=list)
    signatory = models.JSONField("người ký như văn bản", default=dict)
    period_from = models.DateField("thi đua từ ngày", null=True, blank=True)
    period_from_issue = models.BooleanField("từ ngày ban hành", default=False)
    period_until = models.DateField("thi đua đến", null=True, blank=True)
    period_until_inclusive = models.BooleanField("tính cả ngày cuối", default=True)
    period_clause = models.ForeignKey("Clause", models.SET_NULL, null=True, blank=True, related_name="+")
    registration_mode = models.CharField(
        "đăng ký thi đua", max_length=10, choices=RegistrationMode, default=RegistrationMode.NONE
    )
    registration_to = TextLine("đăng ký về", max_length=200, blank=True)
    registration_clause = models.ForeignKey(
        "Clause", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    checklist = models.OneToOneField(
        Checklist, models.PROTECT, null=True, blank=True, related_name="campaign", verbose_name="bộ tiêu chí"
    )
    paper = models.OneToOneField(
        IssuedDocument, models.PROTECT, null=True, blank=True, related_name="campaign", verbose_name="văn bản"
    )
    unchecked_head = models.JSONField("phần đầu, phần cuối chưa ai xem", default=list, blank=True)
    head_revision = models.PositiveIntegerField(default=0)
    state = models.CharField("trạng thái", max_length=10, choices=CampaignState, default=CampaignState.DRAFT)
    carries_over = models.BooleanField("hồ sơ đang xét được xét tiếp khi bị thay thế", default=False)
    launched_on = models.DateField("ban hành ngày", null=True, blank=True)
    closed_on = models.DateField("tổng kết ngày", null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    search_key = KeyField(source="title", kind="search")

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = "kế hoạch"
        verbose_name_plural = "kế hoạch"
        ordering = ["-year", "-launched_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[CampaignState.LAUNCHED, CampaignState.CLOSED])
                | Q(issuer__isnull=False),
                name="launched_needs_issuer",
                violation_error_message="Kế hoạch đã ban hành phải có cơ quan ban hành.",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return self.page

    @cached_property
    def page(self) -> str:
        """Asked for once for each of hundreds of links to its clauses."""
        return reverse("campaigns:detail", args=[self.pk])

    @property
    def reference(self) -> str:
        """`26/KH-UBND` as written or as issued; empty while blank."""
        if self.paper_id and self.paper.reference:
            return self.paper.reference
        number, symbol = self.document.get("number"), self.document.get("symbol")
        return f"{number:02d}/{symbol}" if number and symbol else ""

    @property
    def issued_by(self) -> str:
        """By the name that its paper has, though another unit goes on with it since."""
        if self.paper_id and self.paper.unit_id and self.paper.unit_id != self.issuer_id:
            return self.paper.unit.name
        return self.issuer.name if self.issuer_id else self.issuer_as_written

    @property
    def is_open(self) -> bool:
        return self.state == CampaignState.LAUNCHED

    @property
    def is_under_way(self) -> bool:
        """Whether what was begun under it goes on; see `under_way`."""
        return self.is_open or (self.state == CampaignState.REPLACED and self.carries_over)


class CampaignEvent(Event):
    SUBJECT = "campaign"
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="events")

    class Meta(Event.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["campaign", "seq"], name="campaign_event_order")]


class PlanNote(models.Model):
    """A doubt about the text, or words of the source that are not printed."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="notes")
    clause = models.ForeignKey("Clause", models.SET_NULL, null=True, blank=True, related_name="notes")
    kind = models.CharField("loại", max_length=10, choices=NoteKind)
    text = TextBlock("chỗ văn bản")
    why = TextBlock("vì sao")
    accepted = models.BooleanField("đã xem, giữ như văn bản", default=False)

    THROUGH = "campaign"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "ghi chú khi đọc"
        verbose_name_plural = "ghi chú khi đọc"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.text}: {self.why}"


class Participation(models.Model):
    """A unit that takes part in a campaign: when it was told, whether it sent its own plan."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="participations")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="participations")
    received_at = models.DateTimeField(null=True, blank=True)
    own_plan = models.ForeignKey(Campaign, models.PROTECT, null=True, blank=True, related_name="+")
    own_plan_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    own_plan_sent_at = models.DateTimeField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)

    THROUGH = "campaign"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "đơn vị tham gia"
        verbose_name_plural = "đơn vị tham gia"
        constraints = [models.UniqueConstraint(fields=["campaign", "unit"], name="one_participation_each")]

    def __str__(self):
        return f"{self.unit}: {self.campaign}"
