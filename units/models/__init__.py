from .accounts import Membership, Notice, User
from .acts import PersonEvent, UnitAct, UnitEvent
from .people import Appointment, CitizenNumber, Person
from .tree import Headcount, Unit, UnitAncestor, UnitHeir, UnitParent, UnitSuccession

__all__ = [
    "Appointment",
    "CitizenNumber",
    "Headcount",
    "Membership",
    "Notice",
    "Person",
    "PersonEvent",
    "Unit",
    "UnitAct",
    "UnitAncestor",
    "UnitEvent",
    "UnitHeir",
    "UnitParent",
    "UnitSuccession",
    "User",
]
