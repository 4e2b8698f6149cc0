"""The office's desk: dossiers, registrations, submissions, awards."""

from .lists import AwardAdmin, SubmissionAdmin
from .registrations import RegistrationAdmin
from .stages import DossierStageAdmin

__all__ = ["AwardAdmin", "DossierStageAdmin", "RegistrationAdmin", "SubmissionAdmin"]
