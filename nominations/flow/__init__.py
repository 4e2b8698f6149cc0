"""The flows of a registration, of a list of them and of a dossier."""

from .dossiers import DOSSIER_FLOW, OFFICE, UNIT
from .registrations import LIST_FLOW, REGISTRATION_FLOW

__all__ = ["DOSSIER_FLOW", "LIST_FLOW", "OFFICE", "REGISTRATION_FLOW", "UNIT"]
