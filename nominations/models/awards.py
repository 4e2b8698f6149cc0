"""Awards: the result, with the decision, the gold-book number and the money."""

import datetime as dt

from django.db import models
from django.db.models import Q
from django.urls import reverse

from criteria.enums import Group
from criteria.models import AwardType
from documents.models import DocumentReader, IssuedDocument
from thiduakt.vietnamese.fields import TextLine
from units.enums import REVIEW_ROLES, UNIT_ROLES
from units.models import Person, Unit

from .dossiers import Dossier


class AwardQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """One's own, one's units', and those one's unit decided."""
        here = Unit.objects.within(user.reading_unit_ids(on, UNIT_ROLES), on)
        mine = (
            Q(collective__in=user.belonging_unit_ids(on))
            | Q(collective__in=here)
            | Q(dossier__unit__in=here)
            | Q(decision__unit__in=user.reading_unit_ids(on, REVIEW_ROLES))
            | Q(
                decision__in=DocumentReader.objects.filter(unit__in=user.reading_unit_ids(on)).values(
                    "document"
                )
            )
        )
        return self.filter(mine | Q(person=user.person_id) if user.person_id else mine).distinct()


class Award(models.Model):
    """One line of a decision's list. Name, position and unit are as printed; never re-read.

    `bonus` in đồng = coefficient × base salary on the day of the decision, rounded up to 10 000;
    `gold_book_number` is the ordinal in the list (NĐ 98/2023/NĐ-CP, Điều 104). What was revoked stays as it
    was; `…_returned_on` are the days on which certificate and money came back.
    """

    dossier = models.OneToOneField(Dossier, models.PROTECT, null=True, related_name="award")
    award_type = models.ForeignKey(AwardType, models.PROTECT, related_name="awards")
    group = models.CharField("đối tượng", max_length=20, choices=Group)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="awards")
    collective = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="awards")
    name = TextLine("tên ghi trong quyết định", max_length=200)
    position = TextLine("chức vụ, đơn vị", max_length=300, blank=True)
    achievement = TextLine("thành tích", max_length=500)
    decision = models.ForeignKey(IssuedDocument, models.PROTECT, related_name="awards")
    gold_book_number = models.PositiveIntegerField("số sổ vàng")
    coefficient = models.DecimalField(max_digits=6, decimal_places=2)
    base_salary = models.PositiveIntegerField()
    bonus = models.PositiveIntegerField("tiền thưởng (đồng)")
    revoked_by = models.ForeignKey(IssuedDocument, models.PROTECT, null=True, related_name="revoked_awards")
    paper_returned_on = models.DateField("thu lại hiện vật ngày", null=True, blank=True)
    money_returned_on = models.DateField("thu lại tiền thưởng ngày", null=True, blank=True)

    objects = AwardQuerySet.as_manager()

    class Meta:
        verbose_name = "khen thưởng"
        verbose_name_plural = "khen thưởng"
        ordering = ["decision", "gold_book_number"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "gold_book_number"], name="one_gold_book_number_each"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(collective__isnull=True),
                name="award_to_person_or_unit",
                violation_error_message="Khen thưởng cho một cá nhân hoặc một tập thể.",
            ),
            models.CheckConstraint(
                condition=Q(revoked_by__isnull=False)
                | Q(paper_returned_on__isnull=True, money_returned_on__isnull=True),
                name="only_a_revoked_award_is_given_back",
                violation_error_message="Chỉ thu hồi khi khen thưởng đã bị hủy bỏ.",
            ),
        ]

    def __str__(self):
        return f"{self.name}: {self.award_type}"

    def get_absolute_url(self):
        return reverse("nominations:award", args=[self.pk])
