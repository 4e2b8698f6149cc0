"""Finding a nominee by name or code, with or without marks."""

import re

from django.db.models import Q

from thiduakt.vietnamese.text import search_key

CODE = re.compile(r"^hs-?0*(\d{1,15})$")


def matching(queryset, typed: str, prefix: str = ""):
    """Every word somewhere in the name of the person, the collective or the unit; or `HS-00012`."""
    key = search_key(typed)
    if code := CODE.match(key.replace(" ", "")):
        return queryset.filter(**{f"{prefix}pk": int(code[1])})
    for word in key.split():
        found = Q()
        for name in ("person", "collective", "unit"):
            found |= Q(**{f"{prefix}{name}__search_key__contains": word})
        queryset = queryset.filter(found)
    return queryset
