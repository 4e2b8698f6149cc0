from .campaign import Campaign, CampaignEvent, Participation, PlanNote
from .clauses import Clause, ClauseCriterion
from .rules import (
    CampaignAward,
    CampaignRule,
    Deadline,
    Funding,
    Inheritance,
    LegalBasis,
    Objective,
    PartRequirement,
    Quota,
    Recipient,
    TargetGroup,
    Task,
)

__all__ = [
    "Campaign",
    "CampaignAward",
    "CampaignEvent",
    "CampaignRule",
    "Clause",
    "ClauseCriterion",
    "Deadline",
    "Funding",
    "Inheritance",
    "LegalBasis",
    "Objective",
    "PartRequirement",
    "Participation",
    "PlanNote",
    "Quota",
    "Recipient",
    "TargetGroup",
    "Task",
]
