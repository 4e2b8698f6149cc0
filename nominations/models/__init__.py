from .awards import Award
from .certificates import CertificateField, CertificateRun, CertificateTemplate
from .dossiers import Dossier, DossierEvent, DossierStage
from .honours import HonourPage
from .papers import Assessment, DossierPart
from .past import PastAward, PastAwardEvent
from .registrations import Registration, RegistrationEvent
from .requests import PlaceRequest
from .review import BulkMove, BulkStep, Lease, OfficeComment, SavedFilter
from .scenarios import Scenario
from .submissions import Submission, SubmissionEvent
from .supplements import SupplementPoint
from .uses import InitiativeUse

__all__ = [
    "Assessment",
    "Award",
    "BulkMove",
    "BulkStep",
    "CertificateField",
    "CertificateRun",
    "CertificateTemplate",
    "Dossier",
    "DossierEvent",
    "DossierPart",
    "DossierStage",
    "HonourPage",
    "InitiativeUse",
    "Lease",
    "OfficeComment",
    "PastAward",
    "PastAwardEvent",
    "PlaceRequest",
    "Registration",
    "RegistrationEvent",
    "SavedFilter",
    "Scenario",
    "Submission",
    "SubmissionEvent",
    "SupplementPoint",
]
