from .catalogue import AwardRule, AwardType, BaseSalary, LegalRegime
from .checklist import Checklist, Criterion
from .facts import Fact, FactKind, Hold
from .indicators import Assignment, Indicator, IndicatorScore
from .trail import AssignmentEvent, FactEvent, HoldEvent, ScoreEvent

__all__ = [
    "Assignment",
    "AssignmentEvent",
    "AwardRule",
    "AwardType",
    "BaseSalary",
    "Checklist",
    "Criterion",
    "Fact",
    "FactEvent",
    "FactKind",
    "Hold",
    "HoldEvent",
    "Indicator",
    "IndicatorScore",
    "LegalRegime",
    "ScoreEvent",
]
