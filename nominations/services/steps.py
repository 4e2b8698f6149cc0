"""One door for every step of a dossier: lock, look up, guard, write, record."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from campaigns.facts.ended import plan_ended
from campaigns.models import Quota
from nominations.enums import StageState
from nominations.facts.allotments import Allotted
from nominations.facts.authority import Authority
from nominations.facts.fetched import fetched
from nominations.facts.law import law_of_all
from nominations.facts.pools import Pools, holding, slot_of
from nominations.facts.supplements import answered_points
from nominations.facts.together import apart, together
from nominations.flow import DOSSIER_FLOW
from nominations.models import Dossier, DossierStage
from nominations.permissions import interests, own_among, roles_on
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.workflow import Step, refusals
from units.models import Unit

from . import effects
from .cases import Case
from .guards import GUARDS
from .law_guards import count_in
from .leases import leases_of, let_go
from .limits import LIMITS
from .locking import Locks, lock_for
from .meanwhile import since_for_dossier
from .trail import record

RULES = GUARDS | LIMITS
# What may still be done with a dossier when its plan was replaced or withdrawn.
AFTER_THE_PLAN = ("withdraw", "hold", "resume", "unpropose")


@dataclass(frozen=True)
class Outcome:
    """What an act did: the dossiers moved, and those left out with the reasons."""

    moved: list[Dossier]
    skipped: list[tuple[Dossier, list[str]]]


def case_for(dossier: Dossier, *, by, at: dt.datetime, **extra) -> Case:
    """What the guards look at, as it stands."""
    (case,) = cases_for([dossier], by=by, at=at, **extra)
    return case


def cases_for(
    dossiers: list[Dossier], *, by, at: dt.datetime, locks: Locks | None = None, **extra
) -> Iterator[Case]:
    """The same for many: pools and own cases are asked once. A pool that is locked is the locked one."""
    on, held, caps = vietnam_day(at), locks.pools if locks else {}, {}
    law = law_of_all(dossiers)
    levels = levels_of(dossiers)
    stages = [(dossier, levels[dossier.pk][-1]) for dossier in dossiers]
    higher = any(stage.level > 1 for _, stage in stages)
    pools = Pools((dossier.campaign_id for dossier in dossiers), higher=higher)
    authority = Authority({stage.unit for _, stage in stages}, on)
    leases = leases_of([stage for _, stage in stages])
    answered = answered_points(stage for _, stage in stages)
    parts = Allotted(pools.by_award.values(), on)
    own = {one.pk for one in own_among(dossiers, on, **interests(by, on))}
    for dossier, stage in stages:
        below = [one for one in levels[dossier.pk] if 1 <= one.level < stage.level]
        found = {one: pools.of(dossier, one) for one in (*below, stage) if one.level >= 1}
        locked = {one: held.get(pool.pk, pool) if pool else None for one, pool in found.items()}
        yield Case(
            dossier,
            stage,
            by,
            at,
            on,
            locked.get(stage),
            own=dossier.pk in own,
            authority=authority,
            together=law,
            caps=caps,
            lease=leases.get(stage.pk),
            points=answered.get(stage.pk, []),
            parts=parts,
            below=[(one, locked[one]) for one in below],
            **extra,
        )


def levels_of(dossiers: list[Dossier]) -> dict[int, list[DossierStage]]:
    """The stages of each by level, the current one last: one query, none for what was fetched with them."""
    bare = {dossier.pk: dossier for dossier in dossiers if not fetched(dossier, "stages")}
    found = {dossier.pk: list(dossier.stages.all()) for dossier in dossiers if dossier.pk not in bare}
    for stage in DossierStage.objects.filter(dossier__in=bare).select_related("unit") if bare else ():
        stage.dossier = bare[stage.dossier_id]
        found.setdefault(stage.dossier_id, []).append(stage)
    return {key: sorted(stages, key=attrgetter("level")) for key, stages in found.items()}


def reasons_against(case: Case, action: str) -> list[str]:
    if left := left_behind(case.stage.unit, case.on):
        return [left]
    roles = roles_on(case.dossier, case.by, case.on, stage=case.stage)
    found = refusals(
        DOSSIER_FLOW,
        state=case.stage.state,
        state_label=case.stage.get_state_display(),
        action=action,
        roles=roles,
        guard=lambda name: RULES[name](case),
    )
    ended = plan_ended(case.dossier.campaign) if action not in AFTER_THE_PLAN and not found else ""
    return found or ([ended] if ended else [])


def left_behind(unit: Unit, on: dt.date) -> str:
    """Why nothing moves at a unit that has closed; empty while it exists."""
    if unit.valid_to is None or unit.valid_to >= on:
        return ""
    return (
        f"{unit.name} đã kết thúc hoạt động, ngày cuối là {unit.valid_to:%d/%m/%Y}: hồ sơ chỉ còn xem, "
        "chờ chuyển tiếp cho nơi kế thừa."
    )


def check_step(dossier: Dossier, action: str, *, by, at: dt.datetime | None = None, **extra) -> list[str]:
    """Why a step may not be taken now, in sentences; empty when it may. Nothing is written."""
    return reasons_against(case_for(dossier, by=by, at=at or database_now(), **extra), action)


def available_steps(dossier: Dossier, by, *, on: dt.date) -> list[Step]:
    """The steps that state and role offer someone, those taken by a page of their own left out."""
    stage = dossier.stage
    roles = roles_on(dossier, by, on, stage=stage)
    return [step for step in DOSSIER_FLOW.available(stage.state, roles) if step.direct]


@change
def move_dossier(
    dossier: Dossier, action: str, *, by, note: str = "", at: dt.datetime | None = None, **extra
) -> Dossier:
    """Take one step. Raises Refused with every reason; nothing is written then.

    `extra`: `due_on` and `asked` for request_changes, `submission` for send, `decision` for award.
    """
    outcome = move_locked(lock_for(action, [dossier.pk]), action, by=by, note=note, at=at, **extra)
    if outcome.skipped:
        ((moved_on, reasons),) = outcome.skipped
        on = vietnam_day(at or database_now())
        raise Refused(*reasons, *since_for_dossier(moved_on, action, by=by, on=on))
    return outcome.moved[0]


@change
def move_many(
    dossier_pks, action: str, *, by, note: str = "", at: dt.datetime | None = None, **extra
) -> Outcome:
    """The same step for many in one transaction; those that may not take it are left out and named.

    Locked by key, taken in the order given: where slots run out, the first of the list get them.
    """
    order = {pk: place for place, pk in enumerate(dossier_pks)}
    locks = lock_for(action, order)
    locks.dossiers.sort(key=lambda dossier: order[dossier.pk])
    return move_locked(locks, action, by=by, note=note, at=at, **extra)


def move_locked(
    locks: Locks, action: str, *, by, note: str = "", at: dt.datetime | None = None, **extra
) -> Outcome:
    """The step for dossiers that are locked already; the clock is read after the locks."""
    at = at or database_now()
    moved, skipped, left = [], [], []
    if len(locks.dossiers) > 1:
        together(locks.dossiers)
    for case in cases_for(locks.dossiers, by=by, at=at, locks=locks, **extra):
        reasons = reasons_against(case, action) or missing_note(case, action, note)
        if reasons:
            skipped.append((case.dossier, reasons))
            continue
        write(case, DOSSIER_FLOW.find(case.stage.state, action), note)
        moved.append(case.dossier)
        left += [case.stage] if case.lease else []
    apart(locks.dossiers)
    if left:
        let_go(left, by=by)
    return Outcome(moved, skipped)


def missing_note(case: Case, action: str, note: str) -> list[str]:
    step = DOSSIER_FLOW.find(case.stage.state, action)
    return [f"Chưa ghi lý do “{step.label}”."] if step.needs_note and not note.strip() else []


def write(case: Case, step: Step, note: str) -> None:
    """State, effect, slot and trail, in this order."""
    stage, was = case.stage, case.stage.state
    slots = slots_held(case)
    stage.state = step.target or stage.held_from
    stage.changed_at = case.at
    effects.of(step.action)(case, note)
    stage.save()
    give_and_take(case, slots, slots_held(case))
    if step.claims > 0:
        count_in(case)
    told = {"was": was, "note": note, "roles": step.roles, "data": case.data}
    record(case.dossier, stage, step.action, by=case.by, at=case.at, **told)
    effects.after(step.action)(case)


def slots_held(case: Case) -> list[Quota]:
    """The pools of which the dossier holds a slot, at the level where it stands and at those it passed."""
    pools = dict(case.below) | {case.stage: case.pool}
    found = (slot_of(stage, pools[stage]) for stage in holding(pools))
    return [pool for pool in found if pool]


def give_and_take(case: Case, before: list[Quota], after: list[Quota]) -> None:
    """Count what a step changed, in pools that are locked."""
    for pool in {*before, *after}:
        change = after.count(pool) - before.count(pool)
        if change:
            pool.used += change
            pool.save(update_fields=["used"])
            case.allotted.count(pool, case.dossier.unit_id, change)


def state_label(value: str) -> str:
    return StageState(value).label if value else ""
