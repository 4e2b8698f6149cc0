"""People by name and by citizen number, read once for all rows of a list."""

import datetime as dt
import re
from collections.abc import Iterable

from django.db.models import Prefetch

from thiduakt.events.base import batched
from thiduakt.vietnamese.text import search_key
from units.models import Appointment, CitizenNumber, Person

AT_A_TIME = 500


def digits(number: str | None) -> str:
    return re.sub(r"[\s.]", "", number or "")


class PersonFinder:
    """People by name and by citizen number, with their positions: as the database has them when read."""

    def __init__(self):
        self.named: dict[str, list[Person]] = {}
        self.numbered: dict[str, Person] = {}
        self.number_of: dict[int, str] = {}
        self.changed: set[str] = set()

    def read(self, keys: Iterable[str]) -> None:
        """Those who bear the names (search keys), in the order of the lists of people."""
        for chunk in batched(sorted(set(keys)), AT_A_TIME):
            self.named |= {key: [] for key in chunk}
            found = Person.objects.filter(search_key__in=chunk, merged_into__isnull=True)
            for person in found.prefetch_related(Prefetch("appointments", with_units())):
                self.named[person.search_key].append(person)

    def read_numbers(self, numbers: Iterable[str]) -> None:
        for chunk in batched(sorted(set(numbers) - {""}), AT_A_TIME):
            found = CitizenNumber.objects.filter(number__in=chunk).select_related("person")
            for row in found.prefetch_related(Prefetch("person__appointments", with_units())):
                self.numbered[row.number] = row.person
                self.number_of[row.person_id] = row.number

    def numbered_as(self, number: str | None) -> Person | None:
        number = digits(number)
        if number in self.changed:
            self.changed.remove(number)
            self.read_numbers([number])
        return self.numbered.get(number)

    def forget(self, person: Person, number: str | None) -> None:
        """What was read of somebody is no longer so; it is read again when it is asked for."""
        self.named.pop(person.search_key, None)
        self.changed |= {digits(number), self.number_of.get(person.pk, "")} - {""}

    def alike(self, full_name: str, birth_date: dt.date | None) -> list[Person]:
        """Who may be the same, by the rule of `units.services.people.look_alikes`."""
        key = search_key(full_name)
        if key not in self.named:
            self.read([key])
        same = self.named[key]
        return [one for one in same if not (birth_date and one.birth_date) or one.birth_date == birth_date]


def with_units():
    return Appointment.objects.select_related("unit")
