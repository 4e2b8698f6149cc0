"""What was changed in a rule or a regime, by whom, and how it stood before."""

from django.db import models

from thiduakt.events.base import Event

from .catalogue import AwardRule, LegalRegime


class AwardRuleEvent(Event):
    """`data`: {"former": the row's columns as they stood before this change}; empty for a new row."""

    SUBJECT = "rule"
    rule = models.ForeignKey(AwardRule, models.PROTECT, related_name="events")

    class Meta(Event.Meta):
        abstract = False
        verbose_name = "lần sửa quy định"
        verbose_name_plural = "các lần sửa quy định"
        constraints = [models.UniqueConstraint(fields=["rule", "seq"], name="rule_event_order")]


class RegimeEvent(Event):
    """`data`: {"former": the row's columns as they stood before this change}; empty for a new row."""

    SUBJECT = "regime"
    regime = models.ForeignKey(LegalRegime, models.PROTECT, related_name="events")

    class Meta(Event.Meta):
        abstract = False
        verbose_name = "lần sửa chế độ pháp lý"
        verbose_name_plural = "các lần sửa chế độ pháp lý"
        constraints = [models.UniqueConstraint(fields=["regime", "seq"], name="regime_event_order")]
