"""Opening an initiative and keeping what is registered of it: name, field, kind, plan, authors."""

import datetime as dt
from decimal import Decimal

from campaigns.models import Campaign
from initiatives.enums import EDITABLE
from initiatives.facts.describing import registration_frozen
from initiatives.facts.places import plans_for, registering_units, reviewing_unit
from initiatives.models import Author, Initiative
from initiatives.permissions import may_write
from initiatives.scoring import HUNDRED, share_faults
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.models import Person, Unit

from .locking import lock_initiative

REGISTERED = ("name", "field", "kind")
PLAIN = (*REGISTERED, "applied_on", "investor")
MOST_AUTHORS = 20


@change
def create_initiative(
    *,
    unit: Unit,
    name: str,
    field: str,
    by,
    kind: str = "quan_ly",
    campaign: Campaign | None = None,
    author: Person | None = None,
    at: dt.datetime | None = None,
) -> Initiative:
    """A draft with its first author at 100 %: oneself, or whom the unit's clerk names.

    Raises Refused: a unit that is not one's own, no initiative council above it, a plan of the year that
    sets a date for registering and was not chosen.
    """
    at = at or database_now()
    on = vietnam_day(at)
    author = author or by.person
    office = reviewing_unit(unit, on)
    refuse_opening(unit, office, campaign, author, by, on)
    initiative = Initiative.objects.create(
        unit=unit,
        office=office,
        campaign=campaign,
        year=campaign.year if campaign and campaign.year else on.year,
        name=name,
        field=field,
        kind=kind,
        created_by=by,
        created_at=at,
    )
    Author.objects.create(initiative=initiative, person=author, share=HUNDRED)
    return initiative


def refuse_opening(unit: Unit, office: Unit | None, campaign, author: Person | None, by, on: dt.date) -> None:
    """Raise Refused with the first reason why no initiative may be opened so."""
    if not registering_units(by, on).filter(pk=unit.pk).exists():
        raise Refused("Anh/chị chỉ đăng ký sáng kiến cho đơn vị mình công tác hoặc phụ trách.")
    if author is None:
        raise Refused("Chọn tác giả: tài khoản này không gắn với cá nhân nào.")
    if author.pk != by.person_id and not works_in(author, unit, on):
        raise Refused(f"{author.full_name} không thuộc {unit.name}.")
    if office is None:
        raise Refused(f"Chưa có Hội đồng sáng kiến nào xét sáng kiến của {unit.name}.")
    plans = plans_for(unit, on.year, on)
    if campaign is None and (plan := plans.first()):
        raise Refused(f"Năm {on.year} đăng ký sáng kiến theo kế hoạch “{plan.title}”: chọn kế hoạch này.")
    if campaign is not None and not plans.filter(pk=campaign.pk).exists():
        raise Refused(f"Kế hoạch “{campaign.title}” không đặt hạn đăng ký sáng kiến cho {unit.name}.")


def works_in(person: Person, unit: Unit, on: dt.date) -> bool:
    inside = Unit.objects.within([unit.pk], on)
    return person.appointments.on(on).filter(unit__in=inside).exists()


def locked_for_writing(initiative: Initiative, by, at: dt.datetime) -> Initiative:
    """The row, locked, while its authors may write. Raises Refused."""
    initiative = lock_initiative(initiative)
    if initiative.state not in EDITABLE:
        raise Refused("Sáng kiến đã gửi nên không sửa được. Chờ yêu cầu bổ sung, hoặc rút sáng kiến.")
    if not may_write(initiative, by, vietnam_day(at)):
        raise Refused("Chỉ tác giả và cán bộ đầu mối của đơn vị được viết sáng kiến này.")
    return initiative


def unsign(initiative: Initiative) -> None:
    """What was signed has changed: every author signs anew."""
    initiative.authors.filter(signed_at__isnull=False).update(signed_at=None)


@change
def edit_initiative(initiative: Initiative, *, by, at: dt.datetime | None = None, **fields) -> Initiative:
    """Name, field, kind, applied_on, investor; the first three only before the registration is sent."""
    at = at or database_now()
    initiative = locked_for_writing(initiative, by, at)
    if (day := fields.get("applied_on")) and day > vietnam_day(at):
        raise Refused("Ngày áp dụng còn ở phía trước; kiểm tra lại ngày.")
    changed = {name: value for name, value in fields.items() if getattr(initiative, name) != value}
    if unknown := set(fields) - set(PLAIN):
        raise TypeError(f"not a field of the registration: {sorted(unknown)}")
    if registration_frozen(initiative) and set(changed) & set(REGISTERED):
        raise Refused("Tên, lĩnh vực, loại giải pháp đã đăng ký nên không đổi được nữa.")
    for name, value in changed.items():
        setattr(initiative, name, value)
    if changed:
        initiative.save()
        unsign(initiative)
    return initiative


@change
def set_authors(
    initiative: Initiative,
    shares: dict[Person, Decimal],
    *,
    by,
    qualifications: dict[Person, str] | None = None,
    at: dt.datetime | None = None,
) -> Initiative:
    """All authors in order with their shares. Raises Refused when these are not 100 % together.

    Before the registration is sent and while the description is written; whoever is new signs too.
    `qualifications`: None keeps those on record.
    """
    initiative = locked_for_writing(initiative, by, at or database_now())
    if not shares:
        raise Refused("Sáng kiến phải có ít nhất một tác giả.")
    if len(shares) > MOST_AUTHORS:
        raise Refused(f"Một sáng kiến có nhiều nhất {MOST_AUTHORS} tác giả.")
    if sentence := share_faults(shares.values()):
        raise Refused(sentence)
    if any(person.merged_into_id for person in shares):
        raise Refused("Có tác giả đã được gộp vào dòng khác: chọn lại.")
    before = [(author.person, author.share, author.qualification) for author in initiative.authors.all()]
    skills = {person: skill for person, _, skill in before} | (qualifications or {})
    wanted = [(person, share, skills.get(person, "")) for person, share in shares.items()]
    if before == wanted:
        return initiative
    initiative.authors.all().delete()
    Author.objects.bulk_create(
        Author(initiative=initiative, person=person, share=share, qualification=skill, order=order)
        for order, (person, share, skill) in enumerate(wanted)
    )
    return lock_initiative(initiative)
