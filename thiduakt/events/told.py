"""A row of a trail as a person reads it."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """One line of a trail: when, what, by whom, why."""

    at: dt.datetime
    label: str
    who: str
    note: str = ""
    big: bool = False


def told(event, label: str, *, big: bool = False) -> Told:
    """`event` with its `by` and the place of its membership; without either it was the system."""
    who = str(event.by) if event.by else "Hệ thống"
    place = f", {event.membership.where}" if event.membership_id else ""
    return Told(event.at, label, f"{who}{place}", event.note, big)
