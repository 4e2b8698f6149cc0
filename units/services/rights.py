"""Who keeps the tree and the people: asked by every service that changes them."""

import datetime as dt

from thiduakt.errors import Refused
from units.models import Person, Unit


def refuse_stranger(by, on: dt.date, *, units=(), people=()) -> None:
    """Refused unless one keeps every named unit and person on the day."""
    for model, rows, words in ((Unit, units, "đơn vị"), (Person, people, "cá nhân")):
        wanted = {row.pk for row in rows}
        kept = model.objects.kept_by(by, on).filter(pk__in=wanted).values_list("pk", flat=True)
        if strange := wanted - set(kept):
            name = next(str(row) for row in rows if row.pk in strange)
            raise Refused(f"Anh/chị không phụ trách {words} này: {name}.")
