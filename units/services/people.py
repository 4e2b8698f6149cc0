"""People in their positions over time: entered once, moved, leaving."""

import datetime as dt

from django.db import transaction
from django.db.models import Q

from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.events.base import append
from thiduakt.vietnamese.days import short_date
from thiduakt.vietnamese.text import search_key
from units.models import Appointment, Membership, Person, PersonEvent, Unit
from units.models.dated import in_force

from .rights import refuse_stranger
from .tree import DAY, must_exist

OLDEST = 110


@transaction.atomic(savepoint=False)
def appoint(
    person: Person,
    unit: Unit,
    position: str,
    since: dt.date,
    is_head: bool = False,
    until: dt.date | None = None,
) -> Appointment:
    """Give a person a position. Refused when the unit does not exist then or has another head."""
    must_exist(unit, since)
    if is_head:
        # Two heads named at once: the second waits here and finds the first.
        Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    if is_head and (other := head_between(unit, since, until)):
        raise Refused(f"{unit.name} đã có người đứng đầu trong thời gian này: {other.person}.")
    return Appointment.objects.create(
        person=person, unit=unit, position=position, is_head=is_head, since=since, until=until
    )


def head_between(unit: Unit, since: dt.date, until: dt.date | None) -> Appointment | None:
    """The head in office on some day between the two."""
    heads = unit.appointments.filter(is_head=True).filter(Q(until__isnull=True) | Q(until__gte=since))
    return (heads.filter(since__lte=until) if until else heads).first()


def look_alikes(full_name: str, birth_date: dt.date | None = None, *, but: int | None = None):
    """People who may be the same: the same name without marks, birth dates equal or one of them unknown."""
    found = Person.objects.filter(search_key=search_key(full_name), merged_into__isnull=True).exclude(pk=but)
    if birth_date is None:
        return found
    return found.filter(Q(birth_date=birth_date) | Q(birth_date__isnull=True))


@change
def create_person(
    *,
    by,
    unit: Unit,
    position: str,
    since: dt.date,
    full_name: str,
    birth_date: dt.date | None = None,
    gender: str = "",
    category: str = "",
    is_head: bool = False,
    apart_from: frozenset[int] | set[int] = frozenset(),
    at: dt.datetime | None = None,
) -> Person:
    """A person with the first position. `apart_from`: look-alikes that somebody saw and said are others.

    Raises Refused: not one's unit, a birth date that cannot be, a look-alike nobody was asked about.
    """
    at = at or database_now()
    on = vietnam_day(at)
    refuse_stranger(by, on, units=[unit])
    refuse_bad_birth(birth_date, on)
    alike = [person for person in look_alikes(full_name, birth_date) if person.pk not in apart_from]
    if alike:
        raise alike_refusal(str(alike[0]))
    person = Person(full_name=full_name, birth_date=birth_date, gender=gender, category=category)
    person.full_clean()
    person.save()
    appoint(person, unit, position, since, is_head)
    data = {"unit": unit.code, "position": position, "apart_from": sorted(apart_from)}
    append(PersonEvent, person, action="create", by=by, at=at, data=data)
    return person


def alike_refusal(name: str) -> Refused:
    return Refused(f"Đã có {name} trong hệ thống: xác nhận là người khác trước khi ghi thêm.")


def refuse_bad_birth(birth_date: dt.date | None, on: dt.date) -> None:
    if birth_date and not on.year - OLDEST <= birth_date.year <= on.year - 14:
        raise Refused(f"Ngày sinh {short_date(birth_date)} không hợp lý; kiểm tra lại năm sinh.")


@change
def edit_person(person: Person, *, by, at: dt.datetime | None = None, **fields) -> Person:
    """Correct name, birth date, gender or category; the trail keeps what stood before. Raises Refused."""
    person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    at = at or database_now()
    on = vietnam_day(at)
    refuse_stranger(by, on, people=[person])
    refuse_bad_birth(fields.get("birth_date"), on)
    changed = {
        name: [str(getattr(person, name) or ""), str(value or "")]
        for name, value in fields.items()
        if (getattr(person, name) or "") != (value or "")
    }
    if not changed:
        return person
    for name, value in fields.items():
        setattr(person, name, value)
    person.full_clean()
    person.save()
    append(PersonEvent, person, action="edit", by=by, at=at, data=changed)
    return person


@change
def move_person(
    person: Person,
    unit: Unit,
    position: str,
    *,
    since: dt.date,
    by,
    is_head: bool = False,
    leaves: list[Appointment] | None = None,
    note: str = "",
    at: dt.datetime | None = None,
) -> Appointment:
    """A new position from a day on; `leaves` are the ones that end the day before, None: all held then.

    Roles of the person's account in units that are left end with the position. Raises Refused.
    """
    person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    at = at or database_now()
    refuse_stranger(by, vietnam_day(at), people=[person], units=[unit])
    ended = end_posts(person, leaves, last_day=since - DAY)
    made = appoint(person, unit, position, since, is_head)
    end_roles(person, {post.unit_id for post in ended}, last_day=since - DAY)
    data = {"unit": unit.code, "position": position, "since": since.isoformat(), "ended": words(ended)}
    append(PersonEvent, person, action="move", by=by, at=at, note=note, data=data)
    return made


@change
def leave_person(
    person: Person, *, last_day: dt.date, by, note: str, at: dt.datetime | None = None
) -> Person:
    """The last day of work (retired, moved elsewhere, resigned): every position and role ends with it."""
    person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    at = at or database_now()
    refuse_stranger(by, vietnam_day(at), people=[person])
    if not note.strip():
        raise Refused("Chưa ghi lý do thôi việc, ví dụ: nghỉ hưu từ 01/12/2026.")
    ended = end_posts(person, None, last_day=last_day)
    if not ended:
        raise Refused(f"{person} không giữ chức vụ nào vào ngày {short_date(last_day)}.")
    end_roles(person, None, last_day=last_day)
    data = {"last_day": last_day.isoformat(), "ended": words(ended)}
    append(PersonEvent, person, action="leave", by=by, at=at, note=note, data=data)
    return person


def end_posts(person: Person, leaves: list[Appointment] | None, *, last_day: dt.date) -> list[Appointment]:
    """Positions that still hold after the last day end with it. Refused for one that begins later."""
    held = person.appointments.filter(in_force(last_day + DAY)).select_related("unit")
    if leaves is not None:
        held = held.filter(pk__in=[post.pk for post in leaves])
    ended = list(held)
    for post in ended:
        if post.since > last_day:
            raise Refused(
                f"{person} giữ chức vụ {post.position} từ {short_date(post.since)}; chọn ngày sau đó."
            )
    held.update(until=last_day)
    return ended


def end_roles(person: Person, unit_ids: set[int] | None, *, last_day: dt.date) -> None:
    """Roles of the person's account end with the work; None: in every unit."""
    roles = Membership.objects.filter(in_force(last_day + DAY), user__person=person, since__lte=last_day)
    (roles if unit_ids is None else roles.filter(unit__in=unit_ids)).update(until=last_day)


def words(posts: list[Appointment]) -> list[str]:
    return [f"{post.position}, {post.unit.code}" for post in posts]
