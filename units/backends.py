"""Sign-in, and the one answer to has_perm: what the memberships of the day allow."""

from django.contrib.auth.backends import ModelBackend

from thiduakt.clock import today

from .permissions import granted


class MembershipBackend(ModelBackend):
    """No groups and no permissions by user: rights follow from memberships in force today."""

    def get_user_permissions(self, user_obj, obj=None) -> set[str]:
        return set()

    def get_group_permissions(self, user_obj, obj=None) -> set[str]:
        return self.get_all_permissions(user_obj, obj)

    def get_all_permissions(self, user_obj, obj=None) -> set[str]:
        if not user_obj.is_active or user_obj.is_anonymous:
            return set()
        return granted({m.role for m in user_obj.memberships_on(today())})

    def has_perm(self, user_obj, perm: str, obj=None) -> bool:
        return perm in self.get_all_permissions(user_obj, obj)

    def has_module_perms(self, user_obj, app_label: str) -> bool:
        return any(perm.startswith(f"{app_label}.") for perm in self.get_all_permissions(user_obj))
