"""Finding a nominee by name or code, with or without marks."""

from django.db.models import Q

from nominations.models import Dossier
from thiduakt.vietnamese.text import search_key
from units.models import Person, Unit


def matching(queryset, typed: str, prefix: str = ""):
    """Every word somewhere in the name of the person, the collective or the unit; or `HS-00012`."""
    if code := Dossier.pk_of(typed):
        return queryset.filter(**{f"{prefix}pk": code})
    for word in search_key(typed).split():
        queryset = queryset.filter(named(word, prefix))
    return queryset


def named(word: str, prefix: str) -> Q:
    """Names are read once each, not once for every nomination that they stand in."""
    people = Person.objects.filter(search_key__contains=word).values("pk")
    units = Unit.objects.filter(search_key__contains=word).values("pk")
    by = {"person__in": people, "collective__in": units, "unit__in": units}
    return Q(*((f"{prefix}{name}", rows) for name, rows in by.items()), _connector=Q.OR)
