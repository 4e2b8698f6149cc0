from .access import AccessEvent, Invitation, OldPassword, RecoveryCode, SecondFactor, UserSession
from .accounts import BY_ROLE, Membership, Notice, User
from .acts import PersonEvent, UnitAct, UnitEvent
from .delegations import Delegation
from .imports import ImportJob
from .mail import OutboxMail
from .people import Appointment, CitizenNumber, Person
from .tree import Headcount, Unit, UnitAncestor, UnitHeir, UnitParent, UnitSuccession

__all__ = [
    "BY_ROLE",
    "AccessEvent",
    "Appointment",
    "CitizenNumber",
    "Delegation",
    "Headcount",
    "ImportJob",
    "Invitation",
    "Membership",
    "Notice",
    "OldPassword",
    "OutboxMail",
    "Person",
    "PersonEvent",
    "RecoveryCode",
    "SecondFactor",
    "Unit",
    "UnitAct",
    "UnitAncestor",
    "UnitEvent",
    "UnitHeir",
    "UnitParent",
    "UnitSuccession",
    "User",
    "UserSession",
]
