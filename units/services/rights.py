"""Who keeps the tree and the people: asked by every service that changes them."""

import datetime as dt

from thiduakt.errors import Refused
from units.models import Person, Unit


def keeps(by, row: Unit | Person, on: dt.date) -> bool:
    """Whether one keeps this unit or this person on the day."""
    return type(row).objects.kept_by(by, on).filter(pk=row.pk).exists()


def keeps_any_unit(by, on: dt.date) -> bool:
    """Whether one keeps a unit at all: who may send lists, found units and enter people."""
    return Unit.objects.kept_by(by, on).exists()


def refuse_stranger(by, on: dt.date, *, units=(), people=()) -> None:
    """Refused unless one keeps every named unit and person on the day."""
    for model, rows, words in ((Unit, units, "đơn vị"), (Person, people, "cá nhân")):
        if not rows or by.has_perm(f"units.change_{model._meta.model_name}"):
            continue
        wanted = {row.pk for row in rows}
        kept = model.objects.kept_by(by, on).filter(pk__in=wanted).values_list("pk", flat=True)
        if strange := wanted - set(kept):
            name = next(str(row) for row in rows if row.pk in strange)
            raise Refused(f"Anh/chị không phụ trách {words} này: {name}.")
