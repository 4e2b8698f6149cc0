"""A step taken for many may be taken back whole, once, until something else happened to one of them."""

import datetime as dt
from collections.abc import Callable, Iterable

from django.utils.dateparse import parse_date, parse_datetime

from councils.enums import SessionState
from councils.models import SessionItem
from councils.services import locked
from nominations.enums import PointState
from nominations.facts.words import label_of
from nominations.flow import DOSSIER_FLOW
from nominations.models import BulkMove, BulkStep, Dossier, DossierEvent, DossierStage, SupplementPoint
from nominations.permissions import roles_on
from nominations.printing.wording import name_of
from thiduakt.clock import VIETNAM, database_now
from thiduakt.door import change
from thiduakt.errors import Refused

from .cases import Case
from .leases import held_by_other
from .locking import lock_for
from .steps import Outcome, cases_for, give_and_take, left_behind, slots_held
from .trail import record

# Others have their own way back: rút khỏi danh sách, thẩm định lại.
UNDOABLE = ("receive", "request_changes", "mark_eligible", "to_council", "propose", "hold", "resume")
SHOWN = 5


@change
def in_bulk(dossier_pks: list[int], action: str, door: Callable[..., Outcome], *, by) -> Outcome:
    """Take a step by its own service, and remember what it would take to undo it."""
    if action not in UNDOABLE:
        return door(dossier_pks, by=by)
    before = {
        stage.dossier_id: kept(stage, action) for stage in open_stages(lock_for(action, dossier_pks).dossiers)
    }
    outcome = door(dossier_pks, by=by)
    if outcome.moved:
        bulk = BulkStep.objects.create(by=by, at=database_now(), action=action)
        last = last_events(outcome.moved)
        moves = [BulkMove(bulk=bulk, event=last[one.pk], before=before[one.pk]) for one in outcome.moved]
        BulkMove.objects.bulk_create(moves)
    return outcome


def open_stages(dossiers: Iterable[Dossier]) -> list[DossierStage]:
    return list(DossierStage.objects.current().filter(dossier__in=list(dossiers)).prefetch_related("points"))


def kept(stage: DossierStage, action: str) -> dict:
    """What a step writes on a stage, as JSON."""
    verdicts = {"verdicts": stage.verdicts} if action == "mark_eligible" else {}
    return verdicts | {
        "state": stage.state,
        "held_from": stage.held_from,
        "request_note": stage.request_note,
        "due_on": stage.due_on and stage.due_on.isoformat(),
        "changed_at": stage.changed_at.isoformat(),
        "open_points": [point.pk for point in stage.points.all() if point.state == PointState.OPEN],
    }


def last_events(dossiers: Iterable[Dossier]) -> dict[int, DossierEvent]:
    """The newest row of each trail, by dossier."""
    rows = DossierEvent.objects.filter(dossier__in=list(dossiers)).order_by("seq").defer("data")
    return {row.dossier_id: row for row in rows}


@change
def undo(bulk: BulkStep, *, by, at: dt.datetime | None = None) -> BulkStep:
    """Every dossier back to where it was, or none: Raises Refused with the reason of each that moved on."""
    moves = {move.event.dossier_id: move for move in bulk.moves.select_related("event")}
    locks = lock_for(bulk.action, moves)
    bulk = BulkStep.objects.select_for_update(no_key=True).get(pk=bulk.pk)
    refuse_undone(bulk, by)
    at = at or database_now()
    last = last_events(locks.dossiers)
    cases = list(cases_for(locks.dossiers, by=by, at=at, locks=locks))
    against = [
        f"{name_of(case.dossier)}: {why}"
        for case in cases
        if (why := why_not_back(case, bulk, moves[case.dossier.pk], last[case.dossier.pk]))
    ]
    if against:
        more = [f"Và {len(against) - SHOWN} hồ sơ khác."] if len(against) > SHOWN else []
        raise Refused("Không hoàn tác được cả lượt, chưa đổi gì.", *against[:SHOWN], *more)
    for case in cases:
        put_back(case, bulk, moves[case.dossier.pk].before)
    bulk.undone_at = at
    bulk.save(update_fields=["undone_at"])
    return bulk


def refuse_undone(bulk: BulkStep, by) -> None:
    if bulk.by_id != by.pk:
        raise Refused("Chỉ người đã làm lượt này được hoàn tác.")
    if bulk.undone_at:
        raise Refused(f"Lượt này đã hoàn tác lúc {bulk.undone_at.astimezone(VIETNAM):%H:%M, %d/%m/%Y}.")


def why_not_back(case: Case, bulk: BulkStep, move: BulkMove, last: DossierEvent) -> str | None:
    """What happened to one since, or what keeps him from touching it now."""
    if last.pk != move.event_id:
        return f"sau lượt này đã có việc “{label_of(last.action)}”, lúc {when(last.at)}."
    if case.own:
        return "là hồ sơ của chính anh/chị hoặc do anh/chị lập."
    roles = DOSSIER_FLOW.named(bulk.action)[0].roles
    if not roles_on(case.dossier, case.by, case.on, stage=case.stage) & set(roles):
        return "anh/chị không còn quyền ở bước này."
    item = case.stage.item
    if bulk.action == "to_council" and item.session.state != SessionState.PLANNED:
        return f"phiên họp {item.session.get_state_display().lower()}."
    return left_behind(case.stage.unit, case.on) or held_by_other(case.lease, case.by, case.at)


def when(moment: dt.datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%H:%M, %d/%m/%Y}"


def put_back(case: Case, bulk: BulkStep, before: dict) -> None:
    """The stage as it was, its slot given back, one more row in the trail."""
    stage, was = case.stage, case.stage.state
    slots = slots_held(case)
    for name in ("state", "held_from", "request_note"):
        setattr(stage, name, before[name])
    stage.keep_verdicts(before.get("verdicts", stage.verdicts))
    stage.due_on = before["due_on"] and parse_date(before["due_on"])
    stage.changed_at = parse_datetime(before["changed_at"])
    item, stage.item = stage.item, None if bulk.action == "to_council" else stage.item
    stage.save()
    give_and_take(case, slots, slots_held(case))
    undo_points(stage, bulk, before["open_points"])
    if bulk.action == "to_council":
        take_off(item)
    roles = DOSSIER_FLOW.named(bulk.action)[0].roles
    told = f"Hoàn tác “{label_of(bulk.action)}” lúc {when(bulk.at)}"
    record(case.dossier, stage, "undo", by=case.by, at=case.at, roles=roles, was=was, note=told)


def undo_points(stage: DossierStage, bulk: BulkStep, open_points: list[int]) -> None:
    """What was asked by the step is asked no more; what it took as done is open again."""
    if bulk.action == "request_changes":
        newest = stage.points.order_by("-asked_at").values_list("asked_at", flat=True).first()
        stage.points.filter(asked_at=newest).delete()
    if bulk.action == "receive" and open_points:
        points = SupplementPoint.objects.filter(pk__in=open_points)
        points.update(state=PointState.OPEN, ticked_by=None)


def take_off(item: SessionItem) -> None:
    """Off an agenda that nobody met over yet."""
    if locked(item.session).state != SessionState.PLANNED:
        raise Refused("Phiên họp đã bắt đầu nên không bỏ khỏi chương trình được.")
    item.delete()
