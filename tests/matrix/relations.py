"""The ground of the permission table: a home unit, a unit of each relation to it, an account per role.

Home is a commune below a province. The unit called archived is merged into home when all is built.
"""

import datetime as dt
from dataclasses import dataclass, field
from types import SimpleNamespace

from councils.enums import Seat
from councils.models import Council
from tests import world as ground
from units import services
from units.enums import Category, Role, SuccessionKind, UnitKind
from units.models import Person, Unit, User

RELATIONS = ("own", "child", "parent", "sibling", "foreign", "archived")
ROLES = (
    "anonymous",
    "clerk",
    "head",
    "officer",
    "office_head",
    "signer",
    "records",
    "admin",
    "owner",
    "chair",
    "secretary",
    "member",
    "outsider",
)
# In every name, text and file of the foreign units: nobody of the home unit may ever read it.
CANARY = "CHIMYEN"
ABOVE = {
    "own": "parent",
    "child": "own",
    "parent": "parent",
    "sibling": "parent",
    "archived": "parent",
    "foreign": "province2",
    "province2": "province2",
}


@dataclass
class Place:
    """A unit with those who act for it: who writes, leads, receives, signs and numbers, keeps the council."""

    unit: Unit
    clerk: User
    head: User
    staff: User
    officer: User
    signer: User
    records: User
    office_head: User
    secretary: User
    council: Council
    people: list[Person]
    word: str
    above: "Place | None" = None
    kit: SimpleNamespace = field(default_factory=SimpleNamespace)


def units() -> dict[str, Unit]:
    """The six relations, and `province2` above the foreign unit."""
    committee = {"symbol": "UBND", "head": "Chủ tịch"}
    make, xa = ground.unit, UnitKind.XA
    parent = make("m-p", "Ủy ban nhân dân tỉnh Khánh Hòa", UnitKind.TINH, **committee)
    other = make("m-g", f"Ủy ban nhân dân tỉnh {CANARY}", UnitKind.TINH, **committee)
    own = make("m-h", "Ủy ban nhân dân xã Ninh Phước", xa, parent=parent, **committee)
    part = {"symbol": "PKT", "head": "Trưởng phòng", "parent": own}
    return {
        "parent": parent,
        "province2": other,
        "own": own,
        "child": make("m-c", "Phòng Kinh tế", UnitKind.PHONG, **part),
        "sibling": make("m-s", "Ủy ban nhân dân xã Thuận Nam", xa, parent=parent, **committee),
        "foreign": make("m-f", f"Ủy ban nhân dân xã {CANARY}", xa, parent=other, **committee),
        "archived": make("m-a", "Ủy ban nhân dân xã Phước Hải", xa, parent=parent, **committee),
    }


def persons(unit: Unit, word: str, *names: str) -> list[Person]:
    return [ground.person(f"{name} {word}", unit, "Chuyên viên") for name in names]


def leader(unit: Unit, word: str) -> Person:
    return ground.person(f"Head {word}", unit, unit.head_title, head=True, category=Category.CAN_BO)


def council_of(unit: Unit, *seats: tuple[Person, str]) -> Council:
    return ground.council(unit, f"Hội đồng {unit.short_name}", *seats)


def home(unit: Unit) -> tuple[Place, dict[str, User]]:
    """One account with one role each; those of the council hold a seat and no membership."""
    deputy = ground.person("M signer", unit, "Phó Chủ tịch", category=Category.CAN_BO)
    writer, officer, office_head, records, owner, *seats = persons(
        unit, "Own", "clerk", "officer", "office_head", "records", "owner", "chair", "secretary", "member"
    )
    held = (
        ("clerk", writer, Role.UNIT_CLERK),
        ("head", leader(unit, "Own"), Role.UNIT_HEAD),
        ("officer", officer, Role.OFFICER),
        ("office_head", office_head, Role.OFFICE_HEAD),
        ("signer", deputy, Role.SIGNER),
        ("records", records, Role.RECORDS),
        ("admin", None, Role.ADMIN),
    )
    made = {name: ground.account(f"m-{name}", person, (unit, role)) for name, person, role in held}
    made["owner"] = ground.account("m-owner", owner)
    for name, person in zip(("chair", "secretary", "member"), seats, strict=True):
        made[name] = ground.account(f"m-{name}", person)
    made["outsider"] = ground.account("m-outsider", None)
    council = council_of(unit, *zip(seats, (Seat.CHAIR, Seat.SECRETARY, Seat.MEMBER), strict=True))
    acting = {
        name: made[name]
        for name in ("clerk", "head", "officer", "office_head", "signer", "records", "secretary")
    }
    people = persons(unit, "Own", *(f"Người {number}" for number in range(5)))
    return Place(unit, staff=made["owner"], council=council, people=people, word="Own", **acting), made


def place(relation: str, unit: Unit) -> Place:
    """Any other unit: one account does all that its leaders and office do."""
    word = CANARY if relation in ("foreign", "province2") else relation.capitalize()
    boss = leader(unit, word)
    writer, nominee, *people = persons(unit, word, "clerk", "staff", *(f"Người {n}" for n in range(5)))
    roles = (Role.UNIT_HEAD, Role.SIGNER, Role.OFFICER, Role.OFFICE_HEAD, Role.RECORDS)
    lead = ground.account(f"head-{relation}", boss, *((unit, role) for role in roles))
    clerk = ground.account(f"clerk-{relation}", writer, (unit, Role.UNIT_CLERK))
    staff = ground.account(f"staff-{relation}", nominee)
    council = council_of(unit, (boss, Seat.CHAIR), (writer, Seat.SECRETARY), (nominee, Seat.MEMBER))
    acting = dict.fromkeys(("head", "officer", "office_head", "signer", "records"), lead)
    return Place(
        unit, clerk, staff=staff, secretary=clerk, council=council, people=people, word=word, **acting
    )


def places() -> tuple[dict[str, Place], dict[str, User]]:
    at = units()
    own, accounts = home(at.pop("own"))
    found = {"own": own} | {relation: place(relation, unit) for relation, unit in at.items()}
    for relation, above in ABOVE.items():
        found[relation].above = found[above]
    return found, accounts


def merge(found: dict[str, Place], on: dt.date) -> None:
    """The archived unit goes over into home: its last day was yesterday."""
    services.succeed(found["archived"].unit, found["own"].unit, SuccessionKind.MERGE, on)
