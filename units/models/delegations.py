"""A role lent for a time, in writing (NĐ 30/2020/NĐ-CP, Điều 13): it ends by itself and is not lent on."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.urls import reverse

from thiduakt.vietnamese.fields import TextBlock, TextLine

from .dated import Dated, DatedQuerySet, ends_after_start


class DelegationQuerySet(DatedQuerySet):
    def on(self, on: dt.date):
        return super().on(on).filter(models.Q(revoked_on__isnull=True) | models.Q(revoked_on__gt=on))

    def of_account(self, user):
        """Given by it or to it, with what a line tells."""
        rows = self.filter(models.Q(source__user=user) | models.Q(receiver=user))
        return rows.select_related("source__user", "source__unit", "receiver", "revoked_by")

    def visible_to(self, user, on: dt.date):
        """Who gave it and who was given it; all for who keeps the accounts."""
        return self.all() if user.has_perm("units.change_user") else self.of_account(user)


class Delegation(Dated):
    """Whose role, to whom, from when to when, by which paper.

    The receiver acts by a Membership of his own that points here; it is in force only while the giver's
    role is too. `revoked_on` is the first day without it.
    """

    source = models.ForeignKey(
        "units.Membership", models.PROTECT, related_name="delegations", verbose_name="vai trò được ủy quyền"
    )
    receiver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="delegations",
        verbose_name="người được ủy quyền",
    )
    until = models.DateField("đến hết ngày")
    paper = TextLine("văn bản ủy quyền", max_length=200)
    note = TextBlock("lý do", blank=True)
    given_at = models.DateTimeField("ghi lúc")
    revoked_on = models.DateField("thôi từ ngày", null=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    revoke_note = TextBlock("lý do thôi", blank=True)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = "ủy quyền"
        verbose_name_plural = "ủy quyền"
        ordering = ["-since", "-pk"]
        constraints = [ends_after_start("delegation_ends_after_start")]

    def __str__(self):
        return f"{self.source} → {self.receiver}"

    def get_absolute_url(self):
        return reverse("delegations")

    @property
    def giver(self):
        return self.source.user

    def is_over(self, on: dt.date) -> bool:
        return self.until < on or (self.revoked_on is not None and self.revoked_on <= on)
