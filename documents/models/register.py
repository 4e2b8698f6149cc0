"""The register of papers: numbers, papers with their bytes, who may read."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from documents.enums import DocumentState, Kind, Origin
from documents.texts import body_key
from thiduakt.events.base import Event
from thiduakt.vietnamese.fields import KeyField, TextLine
from thiduakt.visible import Through
from units.enums import REVIEW_ROLES, UNIT_ROLES
from units.models import Person, Unit


class NumberSeriesQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """The registers of the units one acts for."""
        return self.filter(unit__in=user.reading_unit_ids(on, (*REVIEW_ROLES, *UNIT_ROLES)))


class NumberSeries(models.Model):
    """One counter per unit, kind of paper and year; restarts at 01 (NĐ 30, Điều 15)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="series", verbose_name="đơn vị")
    kind = models.CharField("loại văn bản", max_length=4, choices=Kind)
    year = models.PositiveSmallIntegerField("năm")
    last_number = models.PositiveIntegerField("số cuối", default=0)

    objects = NumberSeriesQuerySet.as_manager()

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

    def get_absolute_url(self):
        return reverse("documents:series", args=[self.pk])


class BodyKey(models.TextField):
    """The words of the snapshot without marks, computed whenever the row is saved."""

    def pre_save(self, model_instance, add):
        key = body_key(model_instance.snapshot)
        setattr(model_instance, self.attname, key)
        return key


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
    printed. Papers received, and those from before the system, take no number here: their reference
    and their issuer stand as they are written on them. `body_key` is the text for searching.
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
    reference_as_written = TextLine("số, ký hiệu ghi trên văn bản", max_length=60, blank=True)
    issuer_as_written = TextLine("cơ quan ban hành", max_length=200, blank=True)
    signed_copy = models.ForeignKey(
        "documents.StoredFile", models.PROTECT, null=True, related_name="+", verbose_name="bản đã ký"
    )
    search_key = KeyField(
        source="title signer_name issuer_as_written reference_as_written symbol",
        max_length=900,
        db_index=False,
    )
    body_key = BodyKey(blank=True, editable=False)

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
        """`05/QĐ-UBND`; as written on a paper from elsewhere; nothing while there is no number."""
        own = f"{self.number:02d}/{self.symbol}" if self.number is not None else ""
        return own or self.reference_as_written

    @property
    def issuer_name(self) -> str:
        return self.unit.name if self.unit_id else self.issuer_as_written

    @property
    def printable(self) -> bool:
        """Whether its text is here; of a paper that came as a sheet there is only its file."""
        return bool(self.template)

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

    THROUGH = "document"
    objects = Through.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=True) ^ Q(person__isnull=True), name="reader_is_unit_or_person"
            )
        ]

    def __str__(self):
        return f"{self.document_id}: {self.unit_id or self.person_id}"
