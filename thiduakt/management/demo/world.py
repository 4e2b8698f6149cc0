"""Units with dated parents, what became of them, and the people in their positions."""

import datetime as dt

from units import services
from units.models import Person, Unit, UnitSuccession

from .files import read

day = dt.date.fromisoformat


def load_world() -> None:
    """Whatever is there already stays as it is."""
    data = read("units.json")
    for entry in data["units"]:
        load_unit(entry)
    for entry in read("people.json")["people"]:
        load_person(entry)
    for entry in data["successions"]:
        load_succession(entry)
    for entry in data["units"]:
        close_unit(entry)


def load_unit(entry: dict) -> None:
    if Unit.objects.filter(code=entry["code"]).exists():
        return
    fields = {key: value for key, value in entry.items() if key not in ("last_day", "parent")}
    fields["valid_from"] = day(entry["valid_from"])
    parent = Unit.objects.get(code=entry["parent"]) if entry["parent"] else None
    services.create_unit(parent=parent, **fields)


def load_person(entry: dict) -> None:
    fields = {key: value for key, value in entry.items() if key != "posts"}
    person, made = Person.objects.get_or_create(
        full_name=fields.pop("full_name"), birth_date=day(fields.pop("birth_date")), defaults=fields
    )
    for post in entry["posts"] if made else ():
        services.appoint(
            person,
            Unit.objects.get(code=post["unit"]),
            post["position"],
            day(post["since"]),
            is_head=post["head"],
            until=post["until"] and day(post["until"]),
        )


def load_succession(entry: dict) -> None:
    old, new = (Unit.objects.get(code=entry[key]) for key in ("predecessor", "successor"))
    if not UnitSuccession.objects.filter(predecessor=old, successor=new).exists():
        services.succeed(
            old,
            new,
            entry["kind"],
            day(entry["effective_on"]),
            decision_number=entry["decision_number"],
            decision_issuer=entry["decision_issuer"],
        )


def close_unit(entry: dict) -> None:
    unit = Unit.objects.get(code=entry["code"])
    if entry["last_day"] and unit.valid_to is None:
        services.close_unit(unit, last_day=day(entry["last_day"]))
