"""The ground once built, put back row by row: services take a second for it, its rows a twentieth."""

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

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
    put_back([[copy.copy(row) for row in found] for found in rows])
    return copy.deepcopy(made)


def put_back(rows: list[list[models.Model]]) -> None:
    """Rows by table as they were, with their keys and hours; the next keys follow them."""
    made = [type(found[0]) for found in rows]
    # One transaction: a plan and its clauses point at each other, which is looked at when it ends.
    with transaction.atomic(), hours_as_they_were(made):
        for model, found in zip(made, rows, strict=True):
            model._base_manager.bulk_create(found)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), made):
                cursor.execute(statement)


@contextmanager
def hours_as_they_were(made: list[type[models.Model]]) -> Iterator[None]:
    """What a row says of its hour is kept, where inserting would write the present one."""
    fields = [field for model in made for field in model._meta.local_fields if hasattr(field, "auto_now")]
    before = [(field.auto_now, field.auto_now_add) for field in fields]
    for field in fields:
        field.auto_now = field.auto_now_add = False
    try:
        yield
    finally:
        for field, (always, added) in zip(fields, before, strict=True):
            field.auto_now, field.auto_now_add = always, added


def tables() -> list[type[models.Model]]:
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]


def keys() -> dict[type[models.Model], set]:
    return {model: set(model._base_manager.values_list("pk", flat=True)) for model in tables()}


def new_rows(before: dict) -> list[list[models.Model]]:
    """The rows that were not there, by table; a table without any is left out."""
    found = [list(model._base_manager.exclude(pk__in=before[model])) for model in tables()]
    return [rows for rows in found if rows]
