"""The tree of units: one parent at a time, closures that equal what they are made of, lives that fit."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from operator import itemgetter

from django.db.models import F, Q

from thiduakt.errors import Refused
from units.enums import SuccessionKind
from units.models import (
    Appointment,
    Membership,
    UnitAncestor,
    UnitHeir,
    UnitParent,
    UnitSuccession,
)
from units.services.ending import by_parent, by_succession
from units.tree import Link, closure, heirs

ROW = ("unit", "since", "until")


def overlapping(rows: Iterable[tuple]) -> Iterator[tuple]:
    """(unit, day) where the next span begins before the one before it has ended; rows by unit and day."""
    for unit, spans in groupby(rows, key=itemgetter(0)):
        for (_, _, until), (_, since, _) in pairwise(spans):
            if until is None or since <= until:
                yield unit, since


def one_parent() -> Iterator[str]:
    rows = UnitParent.objects.order_by("unit", "since").values_list(*ROW)
    for unit, day in overlapping(rows.iterator()):
        yield f"đơn vị {unit}: hai nơi trực thuộc từ {day:%d/%m/%Y}"


def one_head() -> Iterator[str]:
    rows = Appointment.objects.filter(is_head=True).order_by("unit", "since").values_list(*ROW)
    for unit, day in overlapping(rows.iterator()):
        yield f"đơn vị {unit}: hai người đứng đầu từ {day:%d/%m/%Y}"


def no_cycle() -> Iterator[str]:
    try:
        computed_closure()
    except Refused as refused:
        yield str(refused)


def computed_closure() -> set[tuple]:
    links = UnitParent.objects.values_list("unit", "parent", "since", "until")
    spans = closure(Link(*row) for row in links)
    return {(span.unit, span.ancestor, span.depth, span.since, span.until) for span in spans}


def closure_of_parents() -> Iterator[str]:
    """What visible_to joins is what the dated parents say; a cycle is told by its own check."""
    stored = set(UnitAncestor.objects.values_list("unit", "ancestor", "depth", "since", "until"))
    try:
        computed = computed_closure()
    except Refused:
        return
    for unit, ancestor, *_ in sorted(stored ^ computed, key=str):
        yield f"đơn vị {unit}, cấp trên {ancestor}: bảng cấp trên khác với quan hệ trực thuộc"


def heirs_of_successions() -> Iterator[str]:
    stored = set(UnitHeir.objects.values_list("unit", "heir", "since"))
    computed = {(row.unit, row.heir, row.since) for row in heirs([*by_succession(), *by_parent()])}
    for unit, heir, _ in sorted(stored ^ computed, key=str):
        yield f"đơn vị {unit}, nơi giữ hồ sơ {heir}: khác với các lần kế thừa"


def succession_dates() -> Iterator[str]:
    """The old unit ended before the day (only a split may leave it alive), the new one exists on it."""
    rows = UnitSuccession.objects.order_by("pk")
    late = Q(predecessor__valid_to__gte=F("effective_on")) | Q(predecessor__valid_to__isnull=True)
    for pk in rows.exclude(kind=SuccessionKind.SPLIT).filter(late).values_list("pk", flat=True):
        yield f"kế thừa {pk}: đơn vị cũ chưa kết thúc vào ngày kế thừa"
    absent = Q(successor__valid_from__gt=F("effective_on")) | Q(successor__valid_to__lt=F("effective_on"))
    for pk in rows.filter(absent).values_list("pk", flat=True):
        yield f"kế thừa {pk}: đơn vị mới không có vào ngày kế thừa"


def lives_fit() -> Iterator[str]:
    """Nothing of a unit holds before its first or after its last day."""
    outlives = Q(unit__valid_to__isnull=False) & (
        Q(until__isnull=True) | Q(until__gt=F("unit__valid_to")) | Q(since__gt=F("unit__valid_to"))
    )
    wrong = outlives | Q(since__lt=F("unit__valid_from"))
    own_roles = Membership.objects.filter(delegation__isnull=True)  # what is lent ends with its giver's role
    for rows in (UnitParent.objects.all(), Appointment.objects.all(), own_roles):
        words = rows.model._meta.verbose_name
        for pk, unit in rows.filter(wrong).order_by("pk").values_list("pk", "unit"):
            yield f"{words} {pk}: ngoài thời gian tồn tại của đơn vị {unit}"
