"""Who a page is for, said where the page is: a page that says nothing fails a test.

Rows are another matter: which of them one sees is for `visible_to` alone to say.
"""

import functools
from collections.abc import Callable, Iterable

from django.core.exceptions import PermissionDenied
from django.urls import URLPattern

from thiduakt.clock import today

SIGNED_IN = "signed-in"


def signed_in(patterns: Iterable[URLPattern]) -> list[URLPattern]:
    """Addresses that every account may ask for, but those whose view names its roles."""
    found = list(patterns)
    for pattern in found:
        if not hasattr(pattern.callback, "roles"):
            pattern.callback.roles = (SIGNED_IN,)
    return found


def for_roles(*roles: str) -> Callable:
    """A page of some roles, held for any unit: 403 for every other account, whatever it asks about."""

    def decorate(view):
        @functools.wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.acting_unit_ids(today(), roles):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.roles = tuple(str(role) for role in roles)
        return guarded

    return decorate
