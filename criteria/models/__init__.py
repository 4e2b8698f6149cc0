from .catalogue import AwardRule, AwardType, BaseSalary, LegalRegime
from .checklist import Checklist, Criterion
from .facts import Fact, FactKind, Hold, Indicator, IndicatorScore

__all__ = [
    "AwardRule",
    "AwardType",
    "BaseSalary",
    "Checklist",
    "Criterion",
    "Fact",
    "FactKind",
    "Hold",
    "Indicator",
    "IndicatorScore",
    "LegalRegime",
]
