"""The back office of the organisation and of its accounts."""

from .accounts import UserAdmin
from .organisation import HeadcountAdmin, PersonAdmin, UnitAdmin

__all__ = ["HeadcountAdmin", "PersonAdmin", "UnitAdmin", "UserAdmin"]
