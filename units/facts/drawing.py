"""The tree of units as it stood on a day, ready to be drawn."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from units.enums import UnitKind
from units.models import Unit, UnitParent


@dataclass
class Node:
    """A unit with what stands below it, by kind; `open` when the way to the chosen unit leads through it."""

    unit: Unit
    groups: list["Branch"] = field(default_factory=list)
    open: bool = False


@dataclass
class Branch:
    """Units of one kind below one unit: `label` says the kind in the plural of the page."""

    label: str
    nodes: list[Node]
    open: bool = False


LABELS = {
    UnitKind.TINH: "Tỉnh, thành phố",
    UnitKind.SO: "Sở, ban, ngành",
    UnitKind.HUYEN: "Huyện, thị xã, thành phố",
    UnitKind.XA: "Xã, phường, thị trấn, đặc khu",
    UnitKind.PHONG: "Phòng, ban",
    UnitKind.DON_VI: "Đơn vị trực thuộc",
    UnitKind.DOAN_THE: "Mặt trận, đoàn thể",
    UnitKind.DOANH_NGHIEP: "Doanh nghiệp, hợp tác xã",
    UnitKind.NGOAI: "Ngoài hệ thống",
}


def draw(units, on: dt.date, chosen: Unit | None = None) -> list[Node]:
    """The roots of the units that exist on a day, out of the given ones; two queries whatever their number.

    A unit whose parent is not among them is a root. Kinds come in the order of the law's levels.
    """
    shown = {unit.pk: unit for unit in units.on(on)}
    links = UnitParent.objects.on(on).filter(unit__in=shown, parent__in=shown)
    parents = dict(links.values_list("unit", "parent"))
    way = way_up(chosen.pk if chosen else None, parents)
    children = defaultdict(list)
    for unit in shown.values():
        children[parents.get(unit.pk)].append(unit)
    few = len(children[None]) <= 3
    return [node_of(unit, children, way, few) for unit in children[None]]


def way_up(pk: int | None, parents: dict[int, int]) -> set[int]:
    way = set()
    while pk is not None and pk not in way:
        way.add(pk)
        pk = parents.get(pk)
    return way


def node_of(unit: Unit, children: dict, way: set[int], opened: bool) -> Node:
    by_kind = defaultdict(list)
    for child in children.get(unit.pk, ()):
        by_kind[child.kind].append(node_of(child, children, way, False))
    kinds = [kind for kind in UnitKind.values if kind in by_kind]
    groups = [branch_of(kind, by_kind[kind], way, len(kinds) == 1) for kind in kinds]
    return Node(unit, groups, open=opened or unit.pk in way)


def branch_of(kind: str, nodes: list[Node], way: set[int], alone: bool) -> Branch:
    return Branch(LABELS[kind], nodes, open=alone or any(node.unit.pk in way for node in nodes))
