from .catalogue import AwardRule, AwardType, BaseSalary, LegalRegime
from .checklist import Checklist, Criterion
from .facts import Fact, FactKind, Hold
from .indicators import Assignment, Indicator, IndicatorScore
from .trail import AssignmentEvent, FactEvent, HoldEvent, ScoreEvent
from .versions import AwardRuleEvent, RegimeEvent

__all__ = [
    "Assignment",
    "AssignmentEvent",
    "AwardRule",
    "AwardRuleEvent",
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
    "RegimeEvent",
    "ScoreEvent",
]
