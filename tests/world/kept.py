"""The ground and the first steps on it, made once and put back row by row.

Services take a second for them, their rows a twentieth.
"""

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps

from django.apps import apps
from django.conf import UserSettingsHolder, settings
from django.core.management.color import no_style
from django.db import connection, models, transaction

from criteria.models import AwardType
from thiduakt.clock import today
from thiduakt.events import ddl

# What was made, and what writes its rows again.
_kept: dict[tuple, tuple[object, "Again"]] = {}
_walked: dict[tuple, tuple[object, "Again"]] = {}


class Writes:
    """Counts the statements that change rows; `clean` is the count at which `ground` lay untouched."""

    def __init__(self):
        self.count, self.clean, self.ground = 0, -1, ()

    def __call__(self, execute, sql, params, many, context):
        self.count += sql.startswith(("INSERT", "UPDATE", "DELETE"))
        return execute(sql, params, many, context)

    def touched(self) -> bool:
        return self.count != self.clean or bool(changed_settings() - UNHEEDED)


# The live server adds its host for the rest of the run: no walk asks for it.
UNHEEDED = {"ALLOWED_HOSTS"}


def changed_settings() -> set[str]:
    """Names of the settings that are not as the module has them."""
    found, layer = set(), settings._wrapped
    while isinstance(layer, UserSettingsHolder):
        found |= {name for name in vars(layer) if name.isupper()} | layer._deleted
        layer = layer.default_settings
    return found


_writes = Writes()


def once(name: str, build: Callable[[], object]) -> object:
    """What `build` makes: by itself the first time in this process, afterwards as a copy on fresh rows."""
    key = (name, *place())
    if _writes not in connection.execute_wrappers:
        connection.execute_wrappers.append(_writes)
    if key not in _kept:
        before = keys()
        made = build()
        forget_other_places()
        _kept[key] = copy.deepcopy(made), Again(new_rows(before))
    else:
        made, again = _kept[key]
        again.write()
        made = copy.deepcopy(made)
    _writes.clean, _writes.ground = _writes.count, key
    return made


def forget_other_places() -> None:
    """What stands on another day or on other keys is never asked for again."""
    here = place()
    for kept in (_kept, _walked):
        for key in [key for key in kept if key[1 : len(here) + 1] != here]:
            del kept[key]


def place() -> tuple:
    """The day and the catalogue's keys belong to what is kept: where they differ, it is built anew."""
    return (today(), *AwardType.objects.order_by("pk").values_list("pk", flat=True))


def step(walk: Callable) -> Callable:
    """A walk with nobody named, from the untouched ground and with the usual settings, is gone once.

    Afterwards its rows are put back. Whoever named somebody or changed anything before walks by foot.
    """

    @wraps(walk)
    def walked(world, *named, **more):
        if named or more or _writes.touched():
            return walk(world, *named, **more)
        key = (walk.__name__, *_writes.ground[1:], _writes.ground[0])
        if key not in _walked:
            keep_walk(key, walk, world)
            return copy.deepcopy(_walked[key][0])
        made, again = _walked[key]
        again.write()
        return copy.deepcopy(made)

    return walked


def keep_walk(key: tuple, walk: Callable, world) -> None:
    before, there = keys(), values()
    made = walk(world)
    after = values()
    changed = [
        model._base_manager.get(pk=pk)
        for model, rows in there.items()
        for pk, row in rows.items()
        if after[model].get(pk) != row
    ]
    _walked[key] = copy.deepcopy(made), Again(new_rows(before), changed)


def values() -> dict[type[models.Model], dict]:
    """Every row's columns, by table and key."""
    return {
        model: {row["pk"]: row for row in model._base_manager.values("pk", *columns(model))}
        for model in tables()
    }


def columns(model: type[models.Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def put_back(rows: list[list[models.Model]]) -> None:
    """Rows by table as they were, with their keys and hours."""
    made = [type(found[0]) for found in rows]
    # One transaction: a plan and its clauses point at each other, which is looked at when it ends.
    with transaction.atomic(), hours_as_they_were(made):
        for model, found in zip(made, rows, strict=True):
            model._base_manager.bulk_create(copy.copy(row) for row in found)


class Again:
    """Writes new rows, and others that were changed, as they were: put in words by the ORM only once."""

    def __init__(self, new: list[list[models.Model]], changed: list[models.Model] = ()):
        self.new, self.changed = new, changed
        self.statements: list[tuple] = []

    def write(self) -> None:
        if self.statements:
            with transaction.atomic(), connection.cursor() as cursor:
                for sql, params in self.statements:
                    cursor.execute(sql, params)
            return
        with connection.execute_wrapper(self.remember):
            put_back(self.new)
            for row in self.changed:
                row.save_base(raw=True, force_update=True)

    def remember(self, execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE")):
            self.statements.append((sql, params))
        return execute(sql, params, many, context)


class Ground:
    """The rows that a database holds before its first test, put back before the test after a flush.

    With the keys they had: what was kept on them stays good. `unblocked` opens the database between tests.
    """

    def __init__(self, build: Callable[[], object], unblocked: Callable):
        before = keys()
        build()
        self.again, self.unblocked, self.gone = Again(new_rows(before)), unblocked, False

    def restore(self) -> None:
        if not self.gone:
            return
        with self.unblocked():
            self.again.write()
            ddl.arm(connection)
        self.gone = False


def follow_on(rows: list[list[models.Model]]) -> None:
    """In another process the next keys are to follow the rows that were put back."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [type(found[0]) for found in rows]):
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
