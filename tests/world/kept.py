"""The ground once built, put back row by row: services take a second for it, its rows a twentieth."""

import copy
from collections.abc import Callable

from django.apps import apps
from django.db import models, transaction

from criteria.models import AwardType
from thiduakt.clock import today

_kept: dict[tuple, tuple[object, list[list[models.Model]]]] = {}


def once(name: str, build: Callable[[], object]) -> object:
    """What `build` makes: by itself the first time in this process, afterwards as a copy on fresh rows.

    The catalogue's keys and the day belong to what is kept: where they differ, it is built anew.
    """
    key = (name, today(), *AwardType.objects.order_by("pk").values_list("pk", flat=True))
    if key not in _kept:
        before = keys()
        made = build()
        _kept.clear()
        _kept[key] = copy.deepcopy(made), new_rows(before)
        return made
    made, rows = _kept[key]
    # One transaction: a plan and its clauses point at each other, which is looked at when it ends.
    with transaction.atomic():
        for found in rows:
            type(found[0])._base_manager.bulk_create(copy.copy(row) for row in found)
    return copy.deepcopy(made)


def tables() -> list[type[models.Model]]:
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]


def keys() -> dict[type[models.Model], set]:
    return {model: set(model._base_manager.values_list("pk", flat=True)) for model in tables()}


def new_rows(before: dict) -> list[list[models.Model]]:
    """The rows that were not there, by table; a table without any is left out."""
    found = [list(model._base_manager.exclude(pk__in=before[model])) for model in tables()]
    return [rows for rows in found if rows]
