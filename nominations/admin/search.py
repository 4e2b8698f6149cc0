"""Finding a nominee by name or code, with or without marks."""

import re

from django.db.models import Q

from thiduakt.vietnamese.text import search_key
from units.models import Person, Unit

CODE = re.compile(r"^hs-?0*(\d{1,15})$")


def matching(queryset, typed: str, prefix: str = ""):
    """Every word somewhere in the name of the person, the collective or the unit; or `HS-00012`."""
    key = search_key(typed)
    if code := CODE.match(key.replace(" ", "")):
        return queryset.filter(**{f"{prefix}pk": int(code[1])})
    for word in key.split():
        queryset = queryset.filter(named(word, prefix))
    return queryset


def named(word: str, prefix: str) -> Q:
    """Names are read once each, not once for every nomination that they stand in."""
    people = Person.objects.filter(search_key__contains=word).values("pk")
    units = Unit.objects.filter(search_key__contains=word).values("pk")
    by = {"person__in": people, "collective__in": units, "unit__in": units}
    return Q(*((f"{prefix}{name}", rows) for name, rows in by.items()), _connector=Q.OR)
