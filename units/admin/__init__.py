"""The back office of the organisation and of its accounts."""

from django.contrib import admin
from django.contrib.auth.models import Group

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

# Rights follow from memberships alone: there are no groups to keep.
admin.site.unregister(Group)
