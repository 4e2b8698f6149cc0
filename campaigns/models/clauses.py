"""The plan's text as a tree; every rule points to its clause."""

from django.db import models

from campaigns.plan_text.citations import anchor, cited
from criteria.models import Criterion
from thiduakt.vietnamese.fields import TextBlock, TextLine
from thiduakt.visible import Through

from .campaign import Campaign


class Reviewed(models.Model):
    """What a program may have read from a text: a person looks at it before the plan is launched.

    `revision` counts the corrections: whoever corrects says which one he saw.
    """

    unchecked = models.BooleanField("đọc từ văn bản, chưa ai xem", default=False)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True


class Clause(models.Model):
    """One labelled line or paragraph, in its own words. `path` as in the plan JSON: `II.2.a-3`.

    `revision` counts the edits, so that nobody writes over words he has not seen.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="clauses")
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")
    order = models.PositiveSmallIntegerField()
    path = models.CharField(max_length=400)
    label = TextLine("nhãn", max_length=20, blank=True)
    heading = TextBlock("tiêu đề", blank=True)
    text = TextBlock("nội dung", blank=True)
    revision = models.PositiveIntegerField(default=0)

    THROUGH = "campaign"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "điều khoản"
        verbose_name_plural = "điều khoản"
        ordering = ["campaign", "order"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "path"], name="one_clause_each_path"),
            models.UniqueConstraint(fields=["campaign", "order"], name="one_clause_each_place"),
        ]

    def __str__(self):
        return self.citation

    @property
    def citation(self) -> str:
        """`Mục II.2.a, gạch đầu dòng 3`."""
        return cited(self.path)

    @property
    def anchor(self) -> str:
        return anchor(self.path)

    def get_absolute_url(self):
        return f"{self.campaign.get_absolute_url()}#{self.anchor}"

    @property
    def words(self) -> str:
        return " ".join(part for part in (self.heading, self.text) if part)


class ClauseCriterion(Reviewed):
    """Ties a criterion to the clause it stands in."""

    clause = models.ForeignKey(Clause, models.CASCADE, related_name="criterion_links")
    criterion = models.OneToOneField(Criterion, models.CASCADE, related_name="clause_link")

    THROUGH = "clause"
    objects = Through.as_manager()

    class Meta:
        verbose_name = "tiêu chí theo điều khoản"
        verbose_name_plural = "tiêu chí theo điều khoản"

    def __str__(self):
        return f"{self.clause}: {self.criterion}"
