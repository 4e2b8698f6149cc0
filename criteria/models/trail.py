"""Who entered, corrected, confirmed or cancelled a record, from what to what."""

from django.db import models

from thiduakt.events.base import Event

from .facts import Fact, Hold
from .indicators import Assignment, IndicatorScore


class FactEvent(Event):
    SUBJECT = "fact"
    fact = models.ForeignKey(Fact, models.PROTECT, related_name="events")

    class Meta(Event.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["fact", "seq"], name="fact_event_order")]


class ScoreEvent(Event):
    SUBJECT = "score"
    score = models.ForeignKey(IndicatorScore, models.PROTECT, related_name="events")

    class Meta(Event.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["score", "seq"], name="score_event_order")]


class AssignmentEvent(Event):
    SUBJECT = "assignment"
    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="events")

    class Meta(Event.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["assignment", "seq"], name="assignment_event_order")]


class HoldEvent(Event):
    SUBJECT = "hold"
    hold = models.ForeignKey(Hold, models.PROTECT, related_name="events")

    class Meta(Event.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["hold", "seq"], name="hold_event_order")]
