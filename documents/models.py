"""The register of papers: numbers, issued papers with their bytes, uploads, who may read."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from documents.enums import DocumentState, JobState, Kind, Origin
from thiduakt.events.base import Event
from thiduakt.vietnamese.fields import TextLine
from units.enums import REVIEW_ROLES, UNIT_ROLES
from units.models import Person, Unit


class NumberSeries(models.Model):
    """One counter per unit, kind of paper and year; restarts at 01 (NĐ 30, Điều 15)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="series", verbose_name="đơn vị")
    kind = models.CharField("loại văn bản", max_length=4, choices=Kind)
    year = models.PositiveSmallIntegerField("năm")
    last_number = models.PositiveIntegerField("số cuối", default=0)

    class Meta:
        verbose_name = "sổ đăng ký văn bản đi"
        verbose_name_plural = "sổ đăng ký văn bản đi"
        ordering = ["-year", "unit", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "year"],
                name="one_series_a_year",
                violation_error_message="Đã có sổ này trong năm.",
            )
        ]

    def __str__(self):
        return f"{self.unit}, {self.get_kind_display().lower()} năm {self.year}"


class IssuedDocumentQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """Papers of units one acts for, and issued ones one is a reader of."""
        own = user.reading_unit_ids(on, (*REVIEW_ROLES, *UNIT_ROLES))
        readable = DocumentReader.objects.filter(
            Q(person=user.person_id, person__isnull=False) | Q(unit__in=user.belonging_unit_ids(on))
        ).values("document")
        return self.filter(Q(unit__in=own) | Q(pk__in=readable, state=DocumentState.ISSUED))


class IssuedDocument(models.Model):
    """A paper from draft for signing to issued. Once issued it never changes (NĐ 30, Điều 18).

    `snapshot` is the plain dict of the body; number, date and signer are columns merged when
    printed. `reference` as written is kept for papers that came from elsewhere.
    """

    kind = models.CharField("loại", max_length=4, choices=Kind)
    origin = models.CharField("nguồn", max_length=10, choices=Origin, default=Origin.OURS)
    state = models.CharField(
        "trạng thái", max_length=10, choices=DocumentState, default=DocumentState.PREPARED
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="documents", verbose_name="cơ quan ban hành"
    )
    title = TextLine("trích yếu", max_length=500)
    number = models.PositiveIntegerField("số", null=True, editable=False)
    symbol = TextLine("ký hiệu", max_length=40, blank=True)
    place = TextLine("địa danh", max_length=60, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True)
    signature_lines = models.JSONField("quyền hạn, chức vụ", default=list)
    signer_name = TextLine("người ký", max_length=100, blank=True)
    signer = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="người ký")
    template = models.CharField(max_length=60, blank=True)
    template_version = models.CharField(max_length=20, blank=True)
    snapshot = models.JSONField(default=dict)
    pdf = models.FileField(upload_to="van-ban/", blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    pages = models.PositiveIntegerField(null=True)
    lookup_code = models.CharField(max_length=40, unique=True, null=True)
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    prepared_at = models.DateTimeField(auto_now_add=True)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="replaced_by")

    objects = IssuedDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản"
        verbose_name_plural = "văn bản"
        ordering = ["-issued_on", "-number", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=DocumentState.ISSUED, origin=Origin.OURS)
                | Q(number__isnull=False, issued_on__isnull=False),
                name="issued_needs_number_and_day",
                violation_error_message="Văn bản đã ban hành phải có số và ngày.",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | Q(state=DocumentState.ISSUED),
                name="draft_has_no_number",
                violation_error_message="Dự thảo chưa được mang số.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.reference or '(chưa có số)'}"

    def get_absolute_url(self):
        return reverse("documents:detail", args=[self.pk])

    @property
    def reference(self) -> str:
        """`05/QĐ-UBND`, or nothing while there is no number."""
        return f"{self.number:02d}/{self.symbol}" if self.number is not None else ""

    @property
    def issued(self) -> bool:
        return self.state == DocumentState.ISSUED


class DocumentEvent(Event):
    SUBJECT = "document"
    document = models.ForeignKey(IssuedDocument, models.PROTECT, related_name="events")

    class Meta(Event.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["document", "seq"], name="document_event_order")]


class DocumentReader(models.Model):
    """Who may read an issued paper: the units of its Nơi nhận and everybody on its list."""

    document = models.ForeignKey(IssuedDocument, models.CASCADE, related_name="readers")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=True) ^ Q(person__isnull=True), name="reader_is_unit_or_person"
            )
        ]

    def __str__(self):
        return f"{self.document_id}: {self.unit_id or self.person_id}"


class StoredFile(models.Model):
    """An upload that passed the one check; its name on disk is random and tells nothing."""

    file = models.FileField(upload_to="tep/")
    original_name = models.CharField("tên tệp", max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField("số byte")
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveIntegerField(null=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "tệp"
        verbose_name_plural = "tệp"

    def __str__(self):
        return self.original_name


class RenderJob(models.Model):
    """A paper waiting to be printed; the worker claims rows and may repeat one without harm."""

    document = models.OneToOneField(IssuedDocument, models.CASCADE, related_name="job")
    state = models.CharField(max_length=10, choices=JobState, default=JobState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "việc in"
        verbose_name_plural = "việc in"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.document}: {self.get_state_display()}"
