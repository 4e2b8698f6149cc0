"""The back office of the organisation and of its accounts."""

from .access import AccessEventAdmin, OutboxMailAdmin
from .accounts import UserAdmin
from .organisation import HeadcountAdmin, PersonAdmin, UnitAdmin

__all__ = [
    "AccessEventAdmin",
    "HeadcountAdmin",
    "OutboxMailAdmin",
    "PersonAdmin",
    "UnitAdmin",
    "UserAdmin",
]
