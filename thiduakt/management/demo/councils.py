"""Councils of the demonstration: first the chair, then the vice, then who keeps the minutes."""

import datetime as dt

from councils.enums import CouncilKind, Seat
from councils.models import Council, CouncilMember
from units.models import Person, Unit

from .files import read

SEATS = (Seat.CHAIR, Seat.VICE, Seat.SECRETARY)


def load_councils() -> None:
    for entry in read("councils.json")["councils"]:
        load_council(entry)


def load_council(entry: dict) -> None:
    since, last_day = dt.date.fromisoformat(entry["since"]), entry.get("last_day")
    council, made = Council.objects.get_or_create(
        unit=Unit.objects.get(code=entry["unit"]),
        name=entry["name"],
        defaults={
            "kind": entry.get("kind", CouncilKind.EMULATION),
            "pass_percent": entry["pass_percent"],
            "threshold_source": entry["threshold_source"],
            "decision_number": entry["decision_number"],
            "decision_date": entry["decision_date"],
            "valid_from": since,
            "valid_to": last_day,
        },
    )
    if made:
        CouncilMember.objects.bulk_create(
            CouncilMember(
                council=council,
                person=Person.objects.get(full_name=name),
                seat=SEATS[order] if order < len(SEATS) else Seat.MEMBER,
                order=order,
                since=since,
                until=last_day,
            )
            for order, name in enumerate(entry["members"])
        )
