from .accounts import Membership, Notice, User
from .people import Appointment, Person
from .tree import Headcount, Unit, UnitAncestor, UnitParent, UnitSuccession

__all__ = [
    "Appointment",
    "Headcount",
    "Membership",
    "Notice",
    "Person",
    "Unit",
    "UnitAncestor",
    "UnitParent",
    "UnitSuccession",
    "User",
]
