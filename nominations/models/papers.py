"""The papers of a dossier, version by version, and the appraisal of each criterion."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from campaigns.models import PartRequirement
from criteria.models import Criterion
from documents.models import StoredFile
from nominations.enums import CheckState, Outcome
from thiduakt.vietnamese.fields import TextBlock
from thiduakt.visible import Through

from .dossiers import Dossier, DossierStage


class DossierPart(models.Model):
    """One version of one required paper.

    Written here: `content` is {"sections": {criterion id: text}} for the report and {"text": …}
    for the summary; or `file` is an upload. The version without `sealed_at` is the draft; sending
    seals it, a supplement opens the next one.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="parts")
    requirement = models.ForeignKey(PartRequirement, models.PROTECT, related_name="parts")
    version = models.PositiveSmallIntegerField(default=1)
    content = models.JSONField(default=dict)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    revision = models.PositiveIntegerField(default=0)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(auto_now=True)
    sealed_at = models.DateTimeField(null=True, blank=True)
    check_state = models.CharField(
        "kiểm tra", max_length=10, choices=CheckState, default=CheckState.UNCHECKED
    )
    check_note = TextBlock("nhận xét", blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    THROUGH = "dossier"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "giấy tờ"
        verbose_name_plural = "giấy tờ"
        ordering = ["requirement__order", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "requirement", "version"], name="one_part_each_version"
            ),
            models.UniqueConstraint(
                fields=["dossier", "requirement"],
                condition=Q(sealed_at__isnull=True),
                name="one_open_version_of_a_part",
            ),
        ]

    def __str__(self):
        return f"{self.requirement} (bản {self.version})"

    def text_for(self, criterion_id: int) -> str:
        return self.content.get("sections", {}).get(str(criterion_id), "")


class Assessment(models.Model):
    """The appraiser's word on one criterion at one level, beside what the system found."""

    stage = models.ForeignKey(DossierStage, models.PROTECT, related_name="assessments")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="assessments")
    outcome = models.CharField("kết luận", max_length=10, choices=Outcome)
    note = TextBlock("ghi chú", blank=True)
    appraised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    appraised_at = models.DateTimeField(auto_now=True)

    THROUGH = "stage"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "thẩm định tiêu chí"
        verbose_name_plural = "thẩm định tiêu chí"
        constraints = [
            models.UniqueConstraint(fields=["stage", "criterion"], name="one_assessment_each"),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.UNKNOWN),
                name="appraiser_says_a_word",
                violation_error_message="Chọn Đạt, Chưa rõ hoặc Không đạt.",
            ),
        ]

    def __str__(self):
        return f"{self.criterion}: {self.get_outcome_display()}"
