"""Who is who: the citizen number, and two rows found to be one person."""

import datetime as dt
import re

from django.db import IntegrityError, transaction

from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.events.base import append
from units.models import CitizenNumber, Person, PersonEvent, User

from .rights import refuse_stranger

# Căn cước has 12 digits, the identity card before it 9.
NUMBER = re.compile(r"[0-9]{9}|[0-9]{12}")


def plain_number(text: str) -> str:
    """Its digits alone. Raises Refused when there are not 9 or 12."""
    number = re.sub(r"[\s.]", "", text)
    if not NUMBER.fullmatch(number):
        raise Refused("Số định danh gồm 12 chữ số (số CMND cũ: 9 chữ số).")
    return number


@change
def set_citizen_number(person: Person, number: str, *, by, at: dt.datetime | None = None) -> CitizenNumber:
    """Keep or correct the number. Raises Refused: not 9 or 12 digits, or another person's."""
    at = at or database_now()
    refuse_stranger(by, vietnam_day(at), people=[person])
    number = plain_number(number)
    other = (
        CitizenNumber.objects.filter(number=number).exclude(person=person).select_related("person").first()
    )
    if other:
        known = Person.objects.kept_by(by, vietnam_day(at)).filter(pk=other.person_id).exists()
        whom = str(other.person) if known else "một người ở đơn vị khác"
        raise Refused(f"Số này đã ghi cho {whom}. Nếu là cùng một người, hãy gộp hai dòng.")
    made, _ = CitizenNumber.objects.update_or_create(
        person=person, defaults={"number": number, "entered_by": by, "entered_at": at}
    )
    append(PersonEvent, person, action="set_number", by=by, at=at, data={"ends": number[-3:]})
    return made


@change
def reveal_citizen_number(person: Person, *, by, note: str, at: dt.datetime | None = None) -> str:
    """The whole number, to who keeps the person's row and says what for; every view is in the trail."""
    at = at or database_now()
    refuse_stranger(by, vietnam_day(at), people=[person])
    if not note.strip():
        raise Refused("Ghi việc cần xem số định danh.")
    found = CitizenNumber.objects.filter(person=person).first()
    if found is None:
        raise Refused(f"Chưa ghi số định danh của {person}.")
    append(PersonEvent, person, action="reveal_number", by=by, at=at, note=note)
    return found.number


@change
def merge_people(kept: Person, other: Person, *, by, note: str, at: dt.datetime | None = None) -> Person:
    """Two rows are one person: everything of `other` goes to `kept`; `other` stays as a pointer to it.

    Issued papers keep what they say. Raises Refused when both hold what a person can have only once.
    """
    rows = Person.objects.select_for_update(no_key=True).order_by("pk").in_bulk([kept.pk, other.pk])
    at = at or database_now()
    refuse_bad_merge(list(rows.values()), kept, other, by, at, note)
    kept, other = rows[kept.pk], rows[other.pk]
    moved = take_over(kept, other)
    fill_gaps(kept, other)
    other.merged_into = kept
    other.save(update_fields=["merged_into"])
    data = {"kept": kept.pk, "merged": other.pk, "moved": moved}
    for person in (kept, other):
        append(PersonEvent, person, action="merge", by=by, at=at, note=note, data=data)
    return kept


def refuse_bad_merge(rows: list[Person], kept: Person, other: Person, by, at: dt.datetime, note: str) -> None:
    refuse_stranger(by, vietnam_day(at), people=[kept, other])
    if kept.pk == other.pk or len(rows) < 2:
        raise Refused("Chọn hai dòng khác nhau.")
    if any(person.merged_into_id for person in rows):
        raise Refused("Một trong hai dòng đã được gộp trước đó.")
    if not note.strip():
        raise Refused("Ghi căn cứ để biết hai dòng là một người.")
    numbers = set(CitizenNumber.objects.filter(person__in=rows).values_list("number", flat=True))
    if len(numbers) > 1:
        raise Refused("Hai dòng có số định danh khác nhau, nên không phải là một người.")
    if User.objects.filter(person__in=rows).count() > 1:
        raise Refused("Cả hai dòng đều có tài khoản. Ngừng dùng và gỡ một tài khoản trước khi gộp.")


def take_over(kept: Person, other: Person) -> dict[str, list[int]]:
    """Point every row that names `other` to `kept`, in all apps; {model.field: keys} tells how to undo it."""
    moved = {}
    for relation in Person._meta.related_objects:
        model, name = relation.related_model, relation.field.name
        if model is PersonEvent or name == "merged_into":
            continue
        keys = list(model._base_manager.filter(**{name: other}).values_list("pk", flat=True))
        if keys:
            repoint(model, name, keys, kept)
            moved[f"{model._meta.label_lower}.{name}"] = keys
    return moved


def repoint(model, name: str, keys: list[int], kept: Person) -> None:
    try:
        with transaction.atomic():
            model._base_manager.filter(pk__in=keys).update(**{name: kept})
    except IntegrityError as error:
        what = model._meta.verbose_name
        raise Refused(
            f"Cả hai dòng đều có {what} của cùng một kỳ hoặc phong trào: rút hoặc sửa một bên rồi gộp."
        ) from error


def fill_gaps(kept: Person, other: Person) -> None:
    """What only the other row knew."""
    gaps = [name for name in ("birth_date", "gender", "category") if not getattr(kept, name)]
    for name in gaps:
        setattr(kept, name, getattr(other, name))
    kept.save()
