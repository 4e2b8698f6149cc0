from .awards import Award
from .dossiers import Dossier, DossierEvent, DossierStage
from .papers import Assessment, DossierPart
from .registrations import Registration, RegistrationEvent
from .submissions import Submission, SubmissionEvent

__all__ = [
    "Assessment",
    "Award",
    "Dossier",
    "DossierEvent",
    "DossierPart",
    "DossierStage",
    "Registration",
    "RegistrationEvent",
    "Submission",
    "SubmissionEvent",
]
