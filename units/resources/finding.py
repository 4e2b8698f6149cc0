"""Finding what a cell names: a unit by code, by full or by short name, a person by name; marks or none."""

import datetime as dt
from collections import defaultdict

from thiduakt.vietnamese.days import short_date
from thiduakt.vietnamese.text import search_key
from units.models import Person, Unit

from .lines import Misfit


class UnitFinder:
    """The units that may be named, read once; new ones of the same file are added.

    `column`: the one that names them.
    """

    def __init__(self, units, column: str):
        self.column = column
        self.found: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            self.add(unit)

    def add(self, unit: Unit) -> None:
        for name in {search_key(text) for text in (unit.code, unit.name, unit.short_name) if text}:
            self.found[name].append(unit)

    def knows(self, text: str) -> bool:
        return bool(self.found.get(search_key(text)))

    def __call__(self, text: str) -> Unit:
        """Raises Misfit for a name that no unit or more than one bears."""
        same = self.found.get(search_key(text), [])
        if not same:
            raise Misfit(
                self.column,
                f"Không có đơn vị “{text}” trong phạm vi anh/chị phụ trách. Ghi đúng mã hoặc tên đơn vị.",
            )
        if len(same) > 1:
            codes = ", ".join(unit.code for unit in same)
            sentence = f"Có {len(same)} đơn vị tên “{text}” (mã {codes}). Ghi mã thay cho tên."
            raise Misfit(self.column, sentence)
        return same[0]


class HolderFinder:
    """A person or a unit, out of those that one may name in a list; by the column of names."""

    COLUMN = "name"

    def __init__(self, units, people):
        self.unit_called, self.people = UnitFinder(units, self.COLUMN), people

    def __call__(self, name: str, birth: dt.date | None = None) -> Person | Unit:
        """Raises Misfit for a name that nobody or more than one bears."""
        same = self.people.filter(search_key=search_key(name))
        found = list((same.filter(birth_date=birth) if birth else same)[:5])
        if birth is None and self.unit_called.knows(name):
            found.append(self.unit_called(name))
        if len(found) == 1:
            return found[0]
        if not found:
            sentence = f"Không có cá nhân, đơn vị “{name}” trong phạm vi anh/chị phụ trách. Xem lại tên."
            raise Misfit(self.COLUMN, sentence)
        known = "; ".join(with_birth(one) if isinstance(one, Person) else str(one) for one in found)
        sentence = f"Có nhiều nơi ghi được “{name}” ({known}). Ghi ngày sinh, hoặc mã đơn vị."
        raise Misfit(self.COLUMN, sentence)


def with_birth(person: Person) -> str:
    return f"{person}, sinh {short_date(person.birth_date)}" if person.birth_date else str(person)
