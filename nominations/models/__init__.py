from .awards import Award
from .dossiers import Dossier, DossierEvent, DossierStage
from .papers import Assessment, DossierPart
from .past import PastAward, PastAwardEvent
from .registrations import Registration, RegistrationEvent
from .submissions import Submission, SubmissionEvent

__all__ = [
    "Assessment",
    "Award",
    "Dossier",
    "DossierEvent",
    "DossierPart",
    "DossierStage",
    "PastAward",
    "PastAwardEvent",
    "Registration",
    "RegistrationEvent",
    "Submission",
    "SubmissionEvent",
]
