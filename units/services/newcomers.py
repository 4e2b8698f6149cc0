"""Many people entered at once, as a list from Excel brings them: by the rules of one, in few queries."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.events.base import append_many, batched
from thiduakt.vietnamese.text import search_key
from units.models import Appointment, CitizenNumber, Person, PersonEvent, Unit

from .identity import plain_number
from .people import alike_refusal, refuse_bad_birth
from .rights import refuse_stranger
from .tree import must_exist

AT_A_TIME = 500


@dataclass(frozen=True)
class Newcomer:
    """Somebody who leads no unit, with the first position; `apart_from` as for `create_person`."""

    unit: Unit
    position: str
    since: dt.date
    full_name: str
    birth_date: dt.date | None = None
    gender: str = ""
    category: str = ""
    number: str = ""
    apart_from: frozenset[int] = frozenset()

    @property
    def key(self) -> str:
        return search_key(self.full_name)

    def is_like(self, birth_date: dt.date | None) -> bool:
        """The same name taken as given: birth dates equal, or one of them unknown."""
        return not birth_date or not self.birth_date or self.birth_date == birth_date


def checked(newcomer: Newcomer, on: dt.date) -> Person:
    """The person, not saved. Raises Refused and ValidationError for what alone stands against it."""
    refuse_bad_birth(newcomer.birth_date, on)
    must_exist(newcomer.unit, newcomer.since)
    if newcomer.number:
        plain_number(newcomer.number)
    fields = {name: getattr(newcomer, name) for name in ("full_name", "birth_date", "gender", "category")}
    person = Person(**fields)
    person.full_clean(validate_unique=False, validate_constraints=False)
    return person


@change
def create_people(newcomers: Sequence[Newcomer], *, by, at: dt.datetime | None = None) -> list[Person]:
    """All of them with position, number and trail, or nobody. Raises Refused as `create_person` does."""
    at = at or database_now()
    on = vietnam_day(at)
    refuse_stranger(by, on, units={one.unit.pk: one.unit for one in newcomers}.values())
    refuse_alike(newcomers)
    made = Person.objects.bulk_create([checked(one, on) for one in newcomers], batch_size=AT_A_TIME)
    pairs = list(zip(made, newcomers, strict=True))
    Appointment.objects.bulk_create(
        (
            Appointment(person=person, unit=one.unit, position=one.position, since=one.since)
            for person, one in pairs
        ),
        batch_size=AT_A_TIME,
    )
    told = ((person, entry(one)) for person, one in pairs)
    append_many(PersonEvent, told, action="create", by=by, at=at)
    number_all([(person, plain_number(one.number)) for person, one in pairs if one.number], by, at)
    return made


def entry(newcomer: Newcomer) -> dict:
    """What the trail of a person begins with."""
    apart = sorted(newcomer.apart_from)
    return {"unit": newcomer.unit.code, "position": newcomer.position, "apart_from": apart}


def refuse_alike(newcomers: Sequence[Newcomer]) -> None:
    """Nobody who may be there already, or twice among them, unless somebody said it is another."""
    there: dict[str, list] = defaultdict(list)
    for keys in batched({one.key for one in newcomers}, AT_A_TIME):
        for person in Person.objects.filter(search_key__in=keys, merged_into__isnull=True):
            there[person.search_key].append(person)
    for one in newcomers:
        for other in there[one.key]:
            if one.is_like(other.birth_date) and getattr(other, "pk", None) not in one.apart_from:
                raise alike_refusal(other.full_name)
        there[one.key].append(one)


def number_all(numbers: list[tuple[Person, str]], by, at: dt.datetime) -> None:
    if not numbers:
        return
    CitizenNumber.objects.bulk_create(
        (
            CitizenNumber(person=person, number=number, entered_by=by, entered_at=at)
            for person, number in numbers
        ),
        batch_size=AT_A_TIME,
    )
    told = ((person, {"ends": number[-3:]}) for person, number in numbers)
    append_many(PersonEvent, told, action="set_number", by=by, at=at)
