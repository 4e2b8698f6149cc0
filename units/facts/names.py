"""How a unit is named on a paper: the letterhead, the head's title, the lines above a signature."""

import datetime as dt
import re

from django.db.models import Q

from thiduakt.errors import Refused
from units.enums import SIGNING_ROLES
from units.enums import UnitKind as K
from units.models import Appointment, Membership, Person, Unit
from units.models.dated import in_force

COLLECTIVE_BODIES = (K.TINH, K.HUYEN, K.XA)
# Bodies whose own name says where they are: no body stands above them on paper.
STANDS_ALONE = (*COLLECTIVE_BODIES, K.DOAN_THE, K.DOANH_NGHIEP, K.NGOAI)
COMMITTEE = "Ủy ban nhân dân"
PLACE = re.compile(r" (?=(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu) )", re.IGNORECASE)


def letterhead(unit: Unit, on: dt.date) -> dict:
    """{"parent": line or None, "lines": [line]}, in capitals (NĐ 30/2020, Phụ lục I, mục II).

    A people's committee has no body above it, and its name stands on two lines.
    """
    parent = None if unit.kind in STANDS_ALONE else parent_on(unit, on)
    return {"parent": parent and parent_line(parent, on), "lines": name_lines(unit)}


def parent_on(unit: Unit, on: dt.date) -> Unit | None:
    span = unit.ancestor_spans.on(on).filter(depth=1).select_related("ancestor").first()
    return span and span.ancestor


def parent_line(parent: Unit, on: dt.date) -> str:
    return full_name(parent, on).replace(COMMITTEE, "UBND").upper()


def name_lines(unit: Unit) -> list[str]:
    """A committee and a mass organisation break before their place."""
    if unit.kind in (*COLLECTIVE_BODIES, K.DOAN_THE):
        return PLACE.sub("\n", unit.name, count=1).upper().split("\n")
    return [without_place(unit.name).upper() if unit.kind == K.SO else unit.name.upper()]


def without_place(name: str) -> str:
    return PLACE.split(name, maxsplit=1)[0]


def full_name(unit: Unit, on: dt.date) -> str:
    """`Sở Công Thương tỉnh Ninh Thuận`: with the place of the body above where the name lacks it."""
    parent = parent_on(unit, on) if unit.kind in (K.SO, K.PHONG) else None
    if parent is None or PLACE.search(unit.name):
        return unit.name
    where = PLACE.split(full_name(parent, on), maxsplit=1)
    if parent.kind in COLLECTIVE_BODIES:
        return f"{unit.name} {where[-1]}"
    return f"{unit.name} {full_name(parent, on)}"


def head_line(unit: Unit, on: dt.date) -> str:
    """`CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NINH PHƯỚC`: who decides, as decisions and certificates say."""
    return joined(unit.head_title, full_name(unit, on)).upper()


def joined(title: str, name: str) -> str:
    """Title and name, the words they share once: Trưởng phòng + Phòng Kinh tế."""
    words, rest = title.split(), name.split()
    for size in range(min(len(words), len(rest)), 0, -1):
        if [w.lower() for w in words[-size:]] == [w.lower() for w in rest[:size]]:
            return " ".join(words + rest[size:])
    return f"{title} {name}".strip()


def signature_lines(unit: Unit, person: Person, on: dt.date, *, collective: bool = False) -> list[str]:
    """The lines above a name (NĐ 30/2020, Điều 13 and Phụ lục I).

    `collective`: the paper is the committee's (TM.), not its head's own. A deputy signs for the
    head (KT.), the head of a part by order (TL.), whoever it is delegated to by that (TUQ.). Refused
    when the person holds no such position.
    """
    head = unit.head_title.upper()
    on_behalf = collective_line(unit) if collective else []
    if (own := position_in(unit, person, on)) is not None:
        return [*on_behalf, *own_lines(own, head)]
    if (own := lent_signing(unit, person, on)) is not None:
        return [f"TUQ. {head}", joined(own.position, own.unit.name).upper()]
    if (inner := head_of_part(unit, person, on)) is not None:
        return [f"TL. {head}", joined(inner.unit.head_title, inner.unit.name).upper()]
    raise Refused(f"{person} không giữ chức vụ được ký văn bản của {unit.name} vào ngày {on:%d/%m/%Y}.")


def signers(unit: Unit, on: dt.date):
    """Who may sign its decisions: its head and deputies of the day, and to whom signing is delegated."""
    leading = Q(appointments__is_head=True) | Q(appointments__position__startswith="Phó ")
    leading |= Q(appointments__position__startswith="Quyền ")
    held = Q(appointments__unit=unit) & in_force(on, "appointments__")
    lent = Q(pk__in=lent_signers(unit, on).values("pk"))
    return Person.objects.filter((leading & held) | lent).distinct()


def collective_line(unit: Unit) -> list[str]:
    if unit.kind in COLLECTIVE_BODIES:
        return [f"TM. {COMMITTEE.upper()}"]
    return ["TM. BAN THƯỜNG TRỰC"] if unit.kind == K.DOAN_THE else []


def position_in(unit: Unit, person: Person, on: dt.date) -> Appointment | None:
    """The person's leading position in the unit itself; None for those who may not sign for it."""
    own = person.appointments.on(on).filter(unit=unit).order_by("-is_head", "-since").first()
    if own is None or not (own.is_head or own.position.startswith(("Phó ", "Quyền "))):
        return None
    return own


def lent_signers(unit: Unit, on: dt.date, roles=SIGNING_ROLES):
    """People to whom signing for the unit is delegated on a day, the latest first."""
    lent = Membership.objects.on(on).filter(unit=unit, role__in=roles, delegation__isnull=False)
    return Person.objects.filter(user__memberships__in=lent).order_by("-user__memberships__since", "pk")


def lent_signing(unit: Unit, person: Person, on: dt.date) -> Appointment | None:
    """The work of a person to whom signing for the unit is delegated on a day."""
    if not lent_signers(unit, on).filter(pk=person.pk).exists():
        return None
    return person.appointments.on(on).select_related("unit").order_by("-is_head", "-since").first()


def own_lines(own: Appointment, head: str) -> list[str]:
    position = own.position.upper()
    if position.startswith("QUYỀN "):
        return [f"Q. {head}"]
    return [head] if own.is_head else [f"KT. {head}", position]


def head_of_part(unit: Unit, person: Person, on: dt.date) -> Appointment | None:
    below = unit.descendant_spans.on(on).filter(depth=1).values("unit")
    found = person.appointments.on(on).filter(unit__in=below, is_head=True)
    return found.select_related("unit").first()
