"""What the pages of a unit and of a person show."""

import datetime as dt

from django.db.models import Prefetch

from units.enums import Role
from units.models import Appointment, Membership, Person, Unit, UnitAct
from units.registry import HISTORY, RUNS, WORKS

from .names import parent_on
from .story import Turn, turns_of


def unit_page(unit: Unit, user, on: dt.date, people) -> dict:
    """`people`: those the reader may see at all. A closed unit is shown as on its last day."""
    day = min(on, unit.valid_to) if unit.valid_to else max(on, unit.valid_from)
    inside = reads_inside(unit, user, on)
    return {
        "unit": unit,
        "day": day,
        "closed": unit.valid_to is not None and unit.valid_to < on,
        "coming": unit.valid_from > on,
        "parent": parent_on(unit, day),
        "head": head_on(unit, day),
        "clerks": clerks_on(unit, day) if inside else [],
        "headcounts": unit.headcounts.order_by("-year")[:8] if inside else [],
        "turns": with_doors(turns_of(unit), user, on),
        "staff": staff_on(unit, day, people),
        "awards": history_of(unit, user, on) if inside else [],
        "runs": runs_of(unit, on) if inside else [],
        "inside": inside,
    }


def with_doors(turns: list[Turn], user, on: dt.date) -> list[Turn]:
    """Units and acts that the reader may not open are named without a link."""
    open_units = seen_units(user, on, [other for turn in turns for other in turn.units])
    acts = {turn.act.pk for turn in turns if turn.act}
    open_acts = acts and set(
        UnitAct.objects.visible_to(user, on).filter(pk__in=acts).values_list("pk", flat=True)
    )
    for turn in turns:
        turn.closed = {other.pk for other in turn.units} - open_units
        turn.act = turn.act if turn.act and turn.act.pk in open_acts else None
    return turns


def reads_inside(unit: Unit, user, on: dt.date) -> bool:
    """Whether one sees more of a unit than its name and place: one's own, what they keep, all below."""
    own = Unit.objects.within(user.belonging_unit_ids(on), on) | Unit.objects.kept_by(user, on)
    return own.filter(pk=unit.pk).exists()


def head_on(unit: Unit, on: dt.date) -> Appointment | None:
    return unit.appointments.on(on).filter(is_head=True).select_related("person").first()


def clerks_on(unit: Unit, on: dt.date) -> list[Membership]:
    found = unit.memberships.on(on).filter(role=Role.UNIT_CLERK).select_related("user__person")
    return list(found.order_by("since", "pk"))


def staff_on(unit: Unit, on: dt.date, people) -> list[Appointment]:
    """The head first, then by given name."""
    found = unit.appointments.on(on).filter(person__in=people.values("pk")).select_related("person")
    return list(found.order_by("-is_head", "person__sort_key", "person__pk"))


def history_of(subject: Person | Unit, user, on: dt.date) -> list:
    """What the apps above know of the awards of a person or a unit, newest first."""
    return [line for read in HISTORY for line in read(subject, user, on)]


def runs_of(subject: Person | Unit, on: dt.date) -> list:
    """What they know of years running."""
    return [run for read in RUNS for run in read(subject, on)]


def with_post(people, on: dt.date):
    """Each person with `posts`: the positions held on a day, the leading one first."""
    held = Appointment.objects.on(on).select_related("unit").order_by("-is_head", "-since", "pk")
    return people.prefetch_related(Prefetch("appointments", held, to_attr="posts"))


def seen_units(user, on: dt.date, units) -> set[int]:
    """Which of the units have a page for the reader."""
    seen = Unit.objects.visible_to(user, on) | Unit.objects.kept_by(user, on)
    return set(seen.filter(pk__in={unit.pk for unit in units}).values_list("pk", flat=True))


def person_page(person: Person, user, on: dt.date) -> dict:
    lines = history_of(person, user, on)
    posts = person.appointments.select_related("unit").order_by("-since", "-is_head", "pk")
    return {
        "person": person,
        "post": (post := person.appointment_on(on)),
        "post_seen": bool(post and seen_units(user, on, [post.unit])),
        "posts": posts,
        "titles": [line for line in lines if line.is_title],
        "forms": [line for line in lines if not line.is_title],
        "runs": runs_of(person, on),
        "initiatives": [line for read in WORKS for line in read(person, user, on)],
    }
