"""What a reader or writer of plans types."""

from .criteria import CriterionForm
from .heads import DocumentForm, PeriodForm, RegistrationForm
from .intake import IntakeForm
from .plans import (
    CampaignFilter,
    ClauseForm,
    CloneForm,
    ExtensionForm,
    HeadForm,
    LateForm,
    PlanForm,
    StepForm,
)
from .rules import FORMS

__all__ = [
    "FORMS",
    "CampaignFilter",
    "ClauseForm",
    "CloneForm",
    "CriterionForm",
    "DocumentForm",
    "ExtensionForm",
    "HeadForm",
    "IntakeForm",
    "LateForm",
    "PeriodForm",
    "PlanForm",
    "RegistrationForm",
    "StepForm",
]
