"""The rules a plan sets, each beside the clause it comes from."""

from django.db import models
from django.db.models import F, Q

from campaigns.enums import (
    BasisRelation,
    Paper,
    Per,
    QuotaKind,
    RuleKind,
    TargetKind,
)
from criteria.enums import Group
from criteria.models import AwardType
from thiduakt.vietnamese.fields import TextBlock, TextLine
from thiduakt.visible import Through

from .campaign import Campaign
from .clauses import Clause, Reviewed


class PlanRule(Reviewed):
    """What every rule of a plan has: its campaign, its clause, its place in reading order."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="%(class)s_set")
    clause = models.ForeignKey(
        Clause,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="%(class)s_set",
        verbose_name="điều khoản",
    )
    order = models.PositiveSmallIntegerField(default=0)

    THROUGH = "campaign"
    objects = Through.as_manager()

    class Meta:
        abstract = True
        ordering = ["order", "pk"]

    def __str__(self):
        return f"{self._meta.verbose_name} ({self.clause})"


class LegalBasis(PlanRule):
    reference = TextLine("số, ký hiệu", max_length=60, blank=True)
    dated = models.DateField("ngày", null=True, blank=True)
    text = TextBlock("nguyên văn")
    relation = models.CharField("quan hệ", max_length=20, choices=BasisRelation)
    paragraph = models.PositiveSmallIntegerField("đoạn mở đầu", null=True, blank=True)

    class Meta(PlanRule.Meta):
        verbose_name = "căn cứ"
        verbose_name_plural = "căn cứ"


class TargetGroup(PlanRule):
    """Who may take part: as written, and as understood."""

    group = models.CharField("nhóm", max_length=20, choices=TargetKind)
    text = TextBlock("nguyên văn")
    unit_kinds = models.JSONField("loại đơn vị", default=list)
    categories = models.JSONField("đối tượng cá nhân", default=list)
    outsiders = models.BooleanField("cả người ngoài cơ quan", default=False)

    class Meta(PlanRule.Meta):
        verbose_name = "đối tượng thi đua"
        verbose_name_plural = "đối tượng thi đua"


class PartRequirement(PlanRule):
    name = TextLine("tên giấy tờ", max_length=400)
    per = models.CharField("nộp theo", max_length=20, choices=Per)
    paper = models.CharField("loại", max_length=20, choices=Paper, default=Paper.OTHER)

    class Meta(PlanRule.Meta):
        verbose_name = "thành phần hồ sơ"
        verbose_name_plural = "thành phần hồ sơ"

    def __str__(self):
        return self.name


class Funding(PlanRule):
    what = models.CharField("nội dung", max_length=10)
    text = TextBlock("nguyên văn")

    class Meta(PlanRule.Meta):
        verbose_name = "kinh phí"
        verbose_name_plural = "kinh phí"


class Objective(PlanRule):
    indicator = TextLine("chỉ số", max_length=30)
    change = TextLine("mức tăng, như văn bản", max_length=20)
    measure_unit = TextLine("đơn vị tính", max_length=20)
    baseline = models.PositiveSmallIntegerField("so với năm", null=True, blank=True)
    text = TextBlock("nguyên văn")

    class Meta(PlanRule.Meta):
        verbose_name = "chỉ tiêu"
        verbose_name_plural = "chỉ tiêu"


class Inheritance(PlanRule):
    what = models.CharField("nội dung", max_length=20)
    reference = TextLine("theo văn bản số", max_length=60)

    class Meta(PlanRule.Meta):
        verbose_name = "thực hiện theo văn bản khác"
        verbose_name_plural = "thực hiện theo văn bản khác"


class CampaignRule(PlanRule):
    kind = models.CharField("loại", max_length=40, choices=RuleKind)
    award_type = models.ForeignKey(AwardType, models.PROTECT, null=True, blank=True, related_name="+")
    text = TextBlock("nguyên văn")

    class Meta(PlanRule.Meta):
        verbose_name = "quy định của kế hoạch"
        verbose_name_plural = "quy định của kế hoạch"


class Recipient(models.Model):
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="recipients")
    order = models.PositiveSmallIntegerField()
    text = TextLine("nơi nhận", max_length=300)

    THROUGH = "campaign"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "nơi nhận"
        verbose_name_plural = "nơi nhận"
        ordering = ["order"]

    def __str__(self):
        return self.text


class CampaignAward(PlanRule):
    """An award the plan will give or ask for; `award_type` empty when not in the catalogue."""

    award_type = models.ForeignKey(AwardType, models.PROTECT, null=True, blank=True, related_name="+")
    form = TextLine("hình thức", max_length=100)
    authority = TextLine("thẩm quyền, như văn bản", max_length=200, blank=True)

    class Meta(PlanRule.Meta):
        verbose_name = "khen thưởng của kế hoạch"
        verbose_name_plural = "khen thưởng của kế hoạch"


class Quota(PlanRule):
    """A pool of slots: awards × group × limit. `used` changes only under its lock."""

    awards = models.ManyToManyField(AwardType, related_name="+", verbose_name="hình thức")
    group = models.CharField("đối tượng", max_length=20, choices=Group)
    limit = models.PositiveIntegerField("số lượng")
    kind = models.CharField("cách tính", max_length=10, choices=QuotaKind)
    used = models.PositiveIntegerField("đã dùng", default=0, editable=False)

    class Meta(PlanRule.Meta):
        verbose_name = "số lượng khen thưởng"
        verbose_name_plural = "số lượng khen thưởng"
        constraints = [
            models.CheckConstraint(
                condition=Q(used__lte=F("limit")),
                name="quota_never_exceeded",
                violation_error_message="Số đã dùng không được vượt số lượng của kế hoạch.",
            )
        ]

    def __str__(self):
        return f"{self.get_group_display()}: {self.get_kind_display().lower()} {self.limit:02d}"

    @property
    def left(self) -> int:
        return self.limit - self.used
