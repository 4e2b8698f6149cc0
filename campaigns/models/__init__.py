from .allotments import Allotment
from .campaign import Campaign, CampaignEvent, Participation, PlanNote
from .clauses import Clause, ClauseCriterion
from .deadlines import Deadline, DeadlineExtension, LateAcceptance
from .rules import (
    CampaignAward,
    CampaignRule,
    Funding,
    Inheritance,
    LegalBasis,
    Objective,
    PartRequirement,
    Quota,
    Recipient,
    TargetGroup,
)
from .work import CalendarFeed, Task, TaskReport

__all__ = [
    "Allotment",
    "CalendarFeed",
    "Campaign",
    "CampaignAward",
    "CampaignEvent",
    "CampaignRule",
    "Clause",
    "ClauseCriterion",
    "Deadline",
    "DeadlineExtension",
    "Funding",
    "Inheritance",
    "LateAcceptance",
    "LegalBasis",
    "Objective",
    "PartRequirement",
    "Participation",
    "PlanNote",
    "Quota",
    "Recipient",
    "TargetGroup",
    "Task",
    "TaskReport",
]
