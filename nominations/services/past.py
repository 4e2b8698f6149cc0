"""Awards from before the system: entered from their papers, cancelled with a reason."""

import datetime as dt

from django.core.exceptions import ValidationError

from criteria.enums import Group
from criteria.models import AwardType
from documents.models import IssuedDocument, StoredFile
from documents.services.entries import decision_in_register
from documents.services.links import KEEPERS
from nominations.models import PastAward, PastAwardEvent
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.events.base import append
from units.enums import Role
from units.models import Person, Unit
from units.services.rights import keeps


@change
def enter_past_award(
    nominee: Person | Unit,
    award_type: AwardType,
    *,
    year: int,
    decision_number: str,
    decision_issuer: str,
    source: str,
    by,
    decision_date: dt.date | None = None,
    name: str = "",
    unit_name: str = "",
    scan: StoredFile | None = None,
    at: dt.datetime | None = None,
) -> PastAward:
    """One award as its decision tells it; `name` empty: as the nominee is called.

    Raises Refused: not one's people or unit, a year or day that has not come, the same award entered before.
    """
    at = at or database_now()
    refuse_stranger(nominee, by, vietnam_day(at))
    refuse_bad_days(year, decision_date, vietnam_day(at))
    person = nominee if isinstance(nominee, Person) else None
    past = PastAward(
        award_type=award_type,
        group=Group.INDIVIDUAL if person else Group.COLLECTIVE,
        person=person,
        collective=None if person else nominee,
        year=year,
        name=name or (nominee.full_name if person else nominee.name),
        unit_name=unit_name,
        decision_number=decision_number,
        decision_date=decision_date,
        decision_issuer=decision_issuer,
        source=source,
        scan=scan,
        entered_by=by,
        entered_at=at,
    )
    past.decision = decision_entered(past, by=by, at=at)
    save_once(past)
    append(PastAwardEvent, past, action="enter", by=by, at=at)
    return past


def decision_entered(past: PastAward, *, by, at: dt.datetime) -> IssuedDocument | None:
    """Its decision in the register of the office that enters it; without a day there is no entry."""
    office = office_over(past.nominee, by, vietnam_day(at)) if past.decision_date else None
    if office is None:
        return None
    return decision_in_register(
        office,
        reference=past.decision_number,
        issued_on=past.decision_date,
        issuer=past.decision_issuer,
        title=f"Khen thưởng thành tích năm {past.year}",
        by=by,
        at=at,
    )


def office_over(nominee: Person | Unit, by, on: dt.date) -> Unit | None:
    """Of the offices one works in, the one that the nominee stands under."""
    held = Unit.objects.filter(pk__in=by.acting_unit_ids(on, (*KEEPERS, Role.ADMIN)))
    for office in held.order_by("pk"):
        below = Unit.objects.within([office.pk], on)
        own = {"pk": nominee.pk} if isinstance(nominee, Unit) else {"appointments__person": nominee}
        if below.filter(**own).exists():
            return office
    return None


def refuse_stranger(nominee: Person | Unit, by, on: dt.date) -> None:
    if not keeps(by, nominee, on):
        raise Refused("Anh/chị chỉ ghi khen thưởng của cá nhân, tập thể thuộc cơ quan mình phụ trách.")


def refuse_bad_days(year: int, decision_date: dt.date | None, on: dt.date) -> None:
    if decision_date and decision_date > on:
        raise Refused("Ngày quyết định còn ở phía trước; kiểm tra lại ngày.")
    if not 1945 <= year <= on.year:
        raise Refused(f"Năm khen thưởng từ 1945 đến {on.year}.")
    if decision_date and decision_date.year < year:
        raise Refused(f"Quyết định ngày {decision_date:%d/%m/%Y} không thể khen thành tích năm {year}.")


def save_once(past: PastAward) -> None:
    try:
        past.full_clean()
    except ValidationError as error:
        raise Refused(*error.messages) from error
    past.save()


@change
def cancel_past_award(past: PastAward, *, by, note: str, at: dt.datetime | None = None) -> PastAward:
    """Take back what was entered wrongly; it stays, and counts no more. Raises Refused."""
    past = PastAward.objects.select_for_update(no_key=True).get(pk=past.pk)
    at = at or database_now()
    refuse_stranger(past.nominee, by, vietnam_day(at))
    if not past.is_live:
        raise Refused("Dòng khen thưởng này đã được hủy ghi.")
    if not note.strip():
        raise Refused("Chưa ghi lý do hủy.")
    past.is_live = False
    past.save(update_fields=["is_live"])
    append(PastAwardEvent, past, action="cancel", by=by, at=at, note=note)
    return past
