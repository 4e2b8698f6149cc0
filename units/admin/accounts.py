"""Accounts and their roles. Nothing is deleted: roles end on a day."""

from django import forms
from django.contrib import admin
from django.contrib.auth.forms import BaseUserCreationForm

from units.models import Membership, User

from .organisation import DatedInline


class AccountForm(BaseUserCreationForm):
    """A new account with its first password, which its owner changes."""

    class Meta:
        model = User
        fields = ("username", "full_name", "email", "person")


class AccountChangeForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ("username", "full_name", "email", "person", "is_active")


class MembershipInline(DatedInline):
    model = Membership
    fields = ("unit", "role", "since", "until")
    autocomplete_fields = ("unit",)


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    """No groups and no permissions by account: rights follow from the roles below."""

    form = AccountChangeForm
    list_display = ("username", "full_name", "person", "is_active")
    list_filter = ("is_active",)
    list_select_related = ("person",)
    search_fields = ("username", "full_name", "person__search_key")
    autocomplete_fields = ("person",)
    inlines = (MembershipInline,)
    ordering = ("username",)

    def get_form(self, request, obj=None, change=False, **kwargs):
        return super().get_form(request, obj, change, **({} if obj else {"form": AccountForm}) | kwargs)

    def get_fieldsets(self, request, obj=None):
        fields = ["username", "full_name", "email", "person"]
        return [(None, {"fields": [*fields, "is_active"] if obj else [*fields, "password1", "password2"]})]

    def has_delete_permission(self, request, obj=None):
        return False
