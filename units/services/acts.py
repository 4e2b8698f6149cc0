"""Acts of organisation, recorded: mergers, splits, new names, dissolutions, moves."""

import datetime as dt

from django.core.exceptions import ValidationError

from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.events.base import append
from units.enums import ActKind, SuccessionKind
from units.models import Headcount, PersonEvent, Unit, UnitAct, UnitEvent, UnitSuccession

from .accounts import grant
from .ending import close_unit, succeed
from .objections import objections
from .people import appoint, end_posts
from .reform import Reform
from .rights import refuse_stranger
from .tree import create_unit, set_parent


@change
def record_act(reform: Reform, *, by, at: dt.datetime | None = None) -> UnitAct:
    """Do what `reform.consequences` shows, from its day on; the day may lie ahead.

    Papers issued keep their names, awards their units. Raises Refused with every objection.
    """
    lock_tree()
    at = at or database_now()
    on = vietnam_day(at)
    reform.olds = list(
        Unit.objects.filter(pk__in=[unit.pk for unit in reform.olds]).order_by("sort_key", "pk")
    )
    refuse_stranger(by, on, units=touched(reform))
    if reasons := objections(reform, on=on):
        raise Refused(*reasons)
    act = note_act(reform, by, at)
    DOES[reform.kind](reform, act, by, at)
    for unit in {unit.pk: unit for unit in (*reform.olds, *reform.into)}.values():
        record(unit, act, by=by, at=at)
    return act


def lock_tree() -> None:
    """Acts happen one after another: the oldest unit's row is the lock."""
    Unit.objects.select_for_update(no_key=True).order_by("pk").first()


def touched(reform: Reform) -> list[Unit]:
    """Units one must keep for the act: all that are there already."""
    return [unit for unit in (*reform.olds, *reform.into, reform.parent) if unit and unit.pk]


def note_act(reform: Reform, by, at: dt.datetime) -> UnitAct:
    act = UnitAct(
        kind=reform.kind,
        effective_on=reform.effective_on,
        decision_number=reform.decision.number,
        decision_date=reform.decision.date,
        decision_issuer=reform.decision.issuer,
        note=reform.note,
        entered_by=by,
        entered_at=at,
    )
    act.full_clean()
    act.save()
    act.units.set(reform.olds)
    return act


def record(unit: Unit, act: UnitAct, *, by, at: dt.datetime) -> None:
    data = {"act": act.pk, "effective_on": act.effective_on.isoformat(), "decision": act.citation}
    append(UnitEvent, unit, action=act.kind, by=by, at=at, note=act.note, data=data)


def replace(reform: Reform, act: UnitAct, by, at: dt.datetime) -> None:
    """New units are founded, everything below and everybody within goes to its place, the old ones end."""
    children, posts, roles = reform.children(), reform.posts(), reform.roles()
    found_units(reform)
    for child in children:
        place_child(child, reform, act, by, at)
    link(reform, act)
    carry_people(posts, reform, act, by, at)
    if reform.kind == ActKind.RENAME:
        carry_name(roles, reform)


def place_child(child: Unit, reform: Reform, act: UnitAct, by, at: dt.datetime) -> None:
    target = reform.target(f"u{child.pk}")
    if parent_of(child, reform.effective_on) != target:
        set_parent(child, target, since=reform.effective_on)
        record(child, act, by=by, at=at)


def link(reform: Reform, act: UnitAct) -> None:
    """Each old unit with each that comes of it; one that goes on is not closed by it."""
    closing = {unit.pk for unit in reform.closing}
    for old in reform.olds:
        for new in reform.into:
            if old.pk in closing:
                succeed(old, new, SuccessionKind(reform.kind), reform.effective_on, act=act, **cited(act))
            elif old.pk != new.pk and reform.kind == ActKind.SPLIT:
                note_succession(old, new, reform, act)


def note_succession(old: Unit, new: Unit, reform: Reform, act: UnitAct) -> None:
    kind = SuccessionKind(reform.kind)
    values = {"kind": kind, "effective_on": reform.effective_on, "act": act}
    UnitSuccession.objects.create(predecessor=old, successor=new, **values, **cited(act))


def carry_name(roles: list, reform: Reform) -> None:
    """A unit under a new name keeps its accounts and its posts."""
    (old,), (new,) = reform.olds, reform.into
    for role in roles:
        grant(role.user, new, role.role, reform.effective_on)
    for row in old.headcounts.filter(year__gte=reform.effective_on.year):
        Headcount.objects.create(unit=new, year=row.year, posts=row.posts)


def cited(act: UnitAct) -> dict:
    return {name: getattr(act, name) for name in ("decision_number", "decision_date", "decision_issuer")}


def found_units(reform: Reform) -> None:
    """A new unit stands where the first old one stood, unless the act says otherwise."""
    above = reform.parent or parent_of(reform.olds[0], reform.last_day)
    for unit in reform.founded:
        unit.valid_from = reform.effective_on
        fields = {field.attname: getattr(unit, field.attname) for field in Unit._meta.concrete_fields[1:]}
        try:
            made = create_unit(parent=above, **{name: fields[name] for name in NEW_FIELDS})
        except ValidationError as error:
            raise Refused(*error.messages) from error
        reform.into[reform.into.index(unit)] = made


NEW_FIELDS = ("code", "name", "short_name", "symbol", "kind", "place_name", "head_title", "valid_from")


def parent_of(unit: Unit, on: dt.date) -> Unit | None:
    link = unit.parents.on(on).select_related("parent").first()
    return link and link.parent


def carry_people(posts: list, reform: Reform, act: UnitAct, by, at: dt.datetime) -> None:
    """Each keeps the position; who leads the new unit is decided apart, but for a mere new name."""
    keeps_head = reform.kind == ActKind.RENAME
    for post in posts:
        target = reform.target(f"p{post.pk}")
        if target == post.unit:
            continue
        end_posts(post.person, [post], last_day=reform.last_day)
        if target is not None:
            appoint(post.person, target, post.position, reform.effective_on, keeps_head and post.is_head)
        data = {"act": act.pk, "from": post.unit.code, "to": target.code if target else ""}
        append(PersonEvent, post.person, action="reform", by=by, at=at, data=data)


def dissolve(reform: Reform, act: UnitAct, by, at: dt.datetime) -> None:
    posts = reform.posts()
    for unit in reform.olds:
        close_unit(unit, last_day=reform.last_day)
    carry_people(posts, reform, act, by, at)


def move(reform: Reform, act: UnitAct, by, at: dt.datetime) -> None:
    for unit in reform.olds:
        set_parent(unit, reform.parent, since=reform.effective_on)


DOES = {
    ActKind.MERGE: replace,
    ActKind.SPLIT: replace,
    ActKind.RENAME: replace,
    ActKind.DISSOLVE: dissolve,
    ActKind.MOVE: move,
}
