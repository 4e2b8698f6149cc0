"""Who enters records. The office enters all of its own units and those below, and what it enters counts.

A unit knows its working figures first (hours, files, papers): it reports those of itself and of its people,
and they count once the office has confirmed them. Scores, assignments and holds come from papers of others
and change who may be considered: only the office enters them. Nobody enters anything about himself.
"""

import datetime as dt

from criteria.models import FactKind
from thiduakt.errors import Refused
from units.enums import KEEPING_ROLES, UNIT_ROLES
from units.models import Person, Unit

OFFICE_ONLY = "Chỉ Thường trực của cơ quan phụ trách ghi được nội dung này."
STRANGER = "Anh/chị chỉ ghi số liệu của đơn vị, cá nhân thuộc phạm vi mình phụ trách."


def office_units(by, on: dt.date):
    """Units whose records one keeps as the office."""
    return Unit.objects.within(by.acting_unit_ids(on, KEEPING_ROLES), on)


def own_units(by, on: dt.date):
    """Units one may report of."""
    return Unit.objects.filter(pk__in=by.acting_unit_ids(on, UNIT_ROLES))


def units_for(by, on: dt.date, *, office_only: bool):
    """Units that one may name in an entry."""
    kept = office_units(by, on)
    return kept if office_only else kept | own_units(by, on)


def people_for(by, on: dt.date):
    """People that one may name in an entry; never oneself."""
    found = Person.objects.of_units(units_for(by, on, office_only=False), on)
    return found.filter(merged_into__isnull=True).exclude(pk=by.person_id or 0)


def is_office(by, on: dt.date) -> bool:
    return bool(by.acting_unit_ids(on, KEEPING_ROLES))


def may_enter(by, on: dt.date, *, office_only: bool) -> bool:
    """Whether one enters anything of the kind at all."""
    return is_office(by, on) or (not office_only and bool(by.acting_unit_ids(on, UNIT_ROLES)))


def keeps_as_office(by, on: dt.date, holder: Unit | Person) -> bool:
    units = office_units(by, on)
    found = units if isinstance(holder, Unit) else Person.objects.of_units(units, on)
    return found.filter(pk=holder.pk).exists()


def refuse_own(by, holder: Unit | Person) -> None:
    if isinstance(holder, Person) and holder.pk == by.person_id:
        raise Refused("Không tự ghi số liệu về mình; nhờ người khác của đơn vị hoặc Thường trực ghi.")


def refuse_not_office(by, on: dt.date, holder: Unit | Person) -> None:
    refuse_own(by, holder)
    if not keeps_as_office(by, on, holder):
        raise Refused(OFFICE_ONLY)


def waits_for_office(by, on: dt.date, holder: Unit | Person, kind: FactKind) -> bool:
    """False when the office enters it, true when a unit reports it. Raises Refused for anybody else."""
    refuse_own(by, holder)
    if keeps_as_office(by, on, holder):
        return False
    units = own_units(by, on)
    found = units if isinstance(holder, Unit) else Person.objects.of_units(units, on)
    if not found.filter(pk=holder.pk).exists():
        raise Refused(STRANGER)
    if not kind.reported:
        raise Refused(f"“{kind}” do Thường trực ghi theo văn bản công nhận; đơn vị không tự báo.")
    return True
